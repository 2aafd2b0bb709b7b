import Civic
import Jamsostek
import Programme

// The settings files of a region pack as they are written; field names are the keys of the files.

struct CityFile: Decodable {
    struct Named: Decodable {
        let id: String
        let en: String
        var phrase: Phrase { Phrase(id, en: en) }
    }

    struct Contact: Decodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let insurer_phone: String
    }

    struct ProgrammeNames: Decodable {
        let name: String
        let expansion: String
        let owner: String
    }

    let code: String
    let name: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let short_name: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let other_spellings: [String]
    let government: Named
    let programme: ProgrammeNames
    let contact: Contact
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let person_number_prefix: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let old_data_after_days: Int
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let accessibility_checked: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let tile_map: [[String]]

    func checkedDay(_ file: String) throws(Problem) -> Day {
        guard let day = Day(iso: accessibility_checked) else {
            throw RegionFault.unreadable(file, "accessibility_checked: \(accessibility_checked)")
        }
        return day
    }

    func placeCode(_ file: String) throws(Problem) -> PlaceCode {
        guard let place = PlaceCode(code), place.level == .regency else {
            throw RegionFault.unreadable(file, "code: \(code)")
        }
        return place
    }
}

struct AgenciesFile: Decodable {
    struct Office: Decodable {
        let id: String
        let name: CityFile.Named
        let role: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let file_words: [String]
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let header_words: [String]
        let occupation: String?
        let contact: CityFile.Named?
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let each_person_once: Bool

        func agency(_ file: String) throws(Problem) -> Agency {
            guard let role = Agency.Role(rawValue: role) else {
                throw RegionFault.unreadable(file, "role: \(role)")
            }
            return Agency(
                id: id, name: name.phrase, role: role, fileWords: file_words,
                headerWords: header_words, occupation: occupation,
                listsEachPersonOnce: each_person_once, contact: contact?.phrase)
        }
    }

    let agencies: [Office]
    let partners: [PartnerEntry]?
}

struct ProgrammeFile: Decodable {
    struct Source: Decodable {
        let id: String
        let title: String
    }

    struct RuleEntry: Decodable {
        let id: String
        let reason: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let missing_reason: String?
        let from: String
        let until: String?
        let minimum: Int?
        let below: Int?
        let highest: Int?
        let source: Source

        func rule(_ file: String) throws(Problem) -> Rule {
            guard let kind = RuleKind(rawValue: id) else {
                throw RegionFault.unreadable(file, "rules: \(id)")
            }
            guard let first = Day(iso: from) else {
                throw RegionFault.unreadable(file, "\(id).from: \(from)")
            }
            let last = try until.map { (text) throws(Problem) in
                guard let day = Day(iso: text) else {
                    throw RegionFault.unreadable(file, "\(id).until: \(text)")
                }
                return day
            }
            let (low, high) = (minimum ?? 0, below ?? Int(Int32.max))
            guard low <= high else { throw RegionFault.unreadable(file, "\(id): \(low) > \(high)") }
            return Rule(
                kind: kind, reason: reason, missingReason: missing_reason ?? reason, from: first,
                until: last, source: Citation(id: source.id, title: source.title),
                ages: low..<high, highestDecile: highest ?? 10)
        }
    }

    struct RankingEntry: Decodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let decile_groups: [[Int]]
        let seed: UInt64
    }

    struct QuotaEntry: Decodable {
        let people: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let floor_per_village: Int
    }

    struct WaveEntry: Decodable {
        let requires: String
        let source: Source

        func requirement(_ file: String) throws(Problem) -> WaveRequirement {
            guard let requirement = WaveRequirement(rawValue: requires) else {
                throw RegionFault.unreadable(file, "wave.requires: \(requires)")
            }
            return requirement
        }
    }

    struct PlanEntry: Decodable {
        struct FundEntry: Decodable {
            let fund: String
            let budget: Int64
        }

        let start: String
        let months: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let declared_income: Int64
        let funds: [FundEntry]

        func policy(_ file: String) throws(Problem) -> PlanPolicy {
            guard let month = Month(iso: start), months > 0 else {
                throw RegionFault.unreadable(file, "plan: \(start), \(months)")
            }
            var purses: [(fund: FundingSource, budget: Rupiah)] = []
            for entry in funds {
                guard let fund = FundingSource(rawValue: entry.fund) else {
                    throw RegionFault.unreadable(file, "plan.funds: \(entry.fund)")
                }
                purses.append((fund, Rupiah(entry.budget)))
            }
            guard !purses.isEmpty else { throw RegionFault.unreadable(file, "plan.funds") }
            return PlanPolicy(
                start: month, months: months, declaredIncome: Rupiah(declared_income),
                funds: purses)
        }
    }

    let version: String
    let rules: [RuleEntry]
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let recheck_reason: String
    let ranking: RankingEntry
    let quota: QuotaEntry
    let wave: WaveEntry
    let plan: PlanEntry
    let precedence: [String: [String]]

    /// Every reason a rule may give must have words.
    func requireReasons(of catalogue: ReasonCatalogue, _ file: String) throws(Problem) {
        guard catalogue[recheck_reason] != nil else {
            throw RegionFault.unreadable(file, "recheck_reason: \(recheck_reason)")
        }
        for rule in rules {
            for code in [rule.reason, rule.missing_reason ?? rule.reason]
            where catalogue[code] == nil {
                throw RegionFault.unreadable(file, "\(rule.id).reason: \(code)")
            }
        }
    }

    var policy: RankingPolicy {
        RankingPolicy(
            decileGroups: ranking.decile_groups, seed: ranking.seed,
            floorPerVillage: quota.floor_per_village)
    }

    var precedenceOfFields: Precedence {
        var order: [Precedence.Field: [Agency.Role]] = [:]
        for (name, roles) in precedence {
            guard let field = Precedence.Field(rawValue: name) else { continue }
            order[field] = roles.compactMap(Agency.Role.init(rawValue:))
        }
        return Precedence(order)
    }
}

struct VerificationFile: Decodable {
    struct Entry: Decodable {
        struct Source: Decodable {
            let id: String
            let title: String
        }

        // swift-format-ignore: AlwaysUseLowerCamelCase
        let confirmations_needed: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let maker_counts: Bool
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let deadline_days: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let escalation_days: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let undo_minutes: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let link_calendar_days: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let link_tries: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let old_reference_calendar_days: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let refusal_reasons: [String]
        let agencies: [String: [String]]
        let source: Source
    }

    let verification: Entry

    /// - Throws: `region-pack` when it names an occupation, an agency or a reason that the pack
    ///   lacks, or a figure that makes no sense.
    func policy(
        _ occupations: OccupationCatalogue, _ agencies: [Agency], _ reasons: ReasonCatalogue,
        _ file: String
    ) throws(Problem) -> VerificationPolicy {
        let entry = verification
        for code in entry.refusal_reasons where reasons[code] == nil {
            throw RegionFault.unreadable(file, "refusal_reasons: \(code)")
        }
        // There is one key for each.
        guard (1...9).contains(entry.refusal_reasons.count) else {
            throw RegionFault.unreadable(file, "refusal_reasons: 1–9")
        }
        for (occupation, asked) in entry.agencies {
            guard occupations.position(code: occupation) != nil else {
                throw RegionFault.unreadable(file, "agencies: \(occupation)")
            }
            for id in asked where !agencies.contains(where: { $0.id == id }) {
                throw RegionFault.unreadable(file, "\(occupation): \(id)")
            }
        }
        let figures = [
            entry.deadline_days, entry.undo_minutes, entry.link_calendar_days, entry.link_tries,
            entry.old_reference_calendar_days,
        ]
        guard figures.allSatisfy({ $0 >= 1 }), entry.confirmations_needed >= 0,
            (0...entry.deadline_days).contains(entry.escalation_days)
        else { throw RegionFault.unreadable(file, "verification: \(figures)") }
        return VerificationPolicy(
            confirmationsNeeded: entry.confirmations_needed, makerCounts: entry.maker_counts,
            agencies: entry.agencies, deadlineDays: entry.deadline_days,
            escalationDays: entry.escalation_days, undoMinutes: entry.undo_minutes,
            linkDays: entry.link_calendar_days, linkTries: entry.link_tries,
            oldReferenceDays: entry.old_reference_calendar_days,
            refusalReasons: entry.refusal_reasons,
            source: Citation(id: entry.source.id, title: entry.source.title))
    }
}
