import Civic
import Jamsostek
import Programme

/// `contributions.yaml` as it is written; field names are the keys of the file.
struct ContributionFile: Decodable {
    struct Bills: Decodable {
        let billed: [String]
        let source: ProgrammeFile.Source
    }

    struct Guarding: Decodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let processing_days: Int
        let horizon: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let warning_months: Int
        let owners: [String: CityFile.Named]
        let source: ProgrammeFile.Source
    }

    let bills: Bills
    let `guard`: Guarding

    /// - Throws: `region-pack` for an unknown state or source, or a figure that makes no sense.
    func terms(_ cohorts: [Cohort], _ file: String) throws(Problem) -> ContributionTerms {
        ContributionTerms(
            bills: try billPolicy(file), guarding: try guardPolicy(file), cohorts: cohorts)
    }

    private func billPolicy(_ file: String) throws(Problem) -> BillPolicy {
        var states: Set<MemberState> = []
        for name in bills.billed {
            guard let state = MemberState(rawValue: name), state.isStanding else {
                throw RegionFault.unreadable(file, "billed: \(name)")
            }
            states.insert(state)
        }
        guard !states.isEmpty else { throw RegionFault.unreadable(file, "bills") }
        return BillPolicy(
            billed: states, source: Citation(id: bills.source.id, title: bills.source.title))
    }

    private func guardPolicy(_ file: String) throws(Problem) -> GuardPolicy {
        let entry = `guard`
        guard (0...60).contains(entry.processing_days), (1...16).contains(entry.horizon),
            (0...entry.horizon).contains(entry.warning_months)
        else { throw RegionFault.unreadable(file, "guard") }
        var owners: [FundingSource: Phrase] = [:]
        for (name, owner) in entry.owners {
            guard let source = FundingSource(rawValue: name) else {
                throw RegionFault.unreadable(file, "owners: \(name)")
            }
            owners[source] = owner.phrase
        }
        return GuardPolicy(
            processingDays: entry.processing_days, horizon: entry.horizon,
            warningMonths: entry.warning_months, owners: owners,
            source: Citation(id: entry.source.id, title: entry.source.title))
    }
}

/// `cohorts.yaml` as it is written.
struct CohortsFile: Decodable {
    struct Entry: Decodable {
        let id: String
        let title: CityFile.Named
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let number_prefix: String
        let segment: String
        let fund: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let declared_income: Int64
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let old_age: Bool
        let expected: Int?
        let source: ProgrammeFile.Source
    }

    let cohorts: [Entry]

    /// `taken` is how numbers of persons begin.
    ///
    /// - Throws: `region-pack` for a name or prefix that is used twice, or an unknown fund.
    func all(apartFrom taken: String, _ file: String) throws(Problem) -> [Cohort] {
        var (ids, prefixes) = (Set(["sigap"]), Set([taken]))
        return try cohorts.map { (entry) throws(Problem) in
            guard let segment = Segment(rawValue: entry.segment),
                let fund = FundingSource(rawValue: entry.fund), entry.declared_income >= 0,
                !entry.id.isEmpty, ids.insert(entry.id).inserted,
                !entry.number_prefix.isEmpty,
                entry.number_prefix.utf8.allSatisfy({ (65...90).contains($0) }),
                prefixes.insert(entry.number_prefix).inserted
            else { throw RegionFault.unreadable(file, entry.id) }
            return Cohort(
                id: entry.id, title: entry.title.phrase, numberPrefix: entry.number_prefix,
                segment: segment, fund: fund, declaredIncome: Rupiah(entry.declared_income),
                savesForOldAge: entry.old_age, expected: entry.expected,
                source: Citation(id: entry.source.id, title: entry.source.title))
        }
    }
}
