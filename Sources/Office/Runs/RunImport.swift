package import Civic
import Intake
package import Jamsostek
import Linkage
import Programme
package import Store

/// Hands the results of a run to the store.
package struct RunImport: Sendable {
    private let run: CityRun
    /// Rows of each person: positions in ``rows`` from `starts[person]` to `starts[person + 1]`.
    private let starts: [Int]
    private let rows: [UInt32]
    private let ranks: [UInt32: (rank: Int, waiting: Int?)]
    private let selected: Set<UInt32>

    private let terms: VerificationTerms
    private let nominators: Set<Int>

    /// - Parameters:
    ///   - run: what was found out.
    ///   - law: tells which days are working days.
    ///   - today: from which the term runs within which candidates should be verified.
    package init(_ run: CityRun, _ law: Law, on today: Day) {
        self.run = run
        let policy = run.region.verification
        terms = VerificationTerms(
            policy: policy, due: law.officeDay(policy.deadlineDays, workingDaysAfter: today))
        nominators = Set(
            run.deliveries.indices.filter {
                [.nomination, .sectorList].contains(run.deliveries[$0].delivery.agency.role)
            })
        var starts = [Int](repeating: 0, count: run.profiles.count + 1)
        for person in run.linkage.personOfRow { starts[Int(person) + 1] += 1 }
        for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
        var next = starts
        var rows = [UInt32](repeating: 0, count: run.linkage.personOfRow.count)
        for (row, person) in run.linkage.personOfRow.enumerated() {
            rows[next[Int(person)]] = UInt32(row)
            next[Int(person)] += 1
        }
        self.starts = starts
        self.rows = rows
        selected = Set(run.allocation.recipients.map(\.person))
        ranks = RunImport.ranks(run)
    }

    /// The run in the form the store takes.
    package func importRun() throws(Problem) -> ImportRun {
        try importRun(of: run.deliveries.map(imported))
    }

    /// The same of a run over one list whose records are counted elsewhere.
    func importRun(as delivery: ImportedDelivery) throws(Problem) -> ImportRun {
        try importRun(of: [delivery])
    }

    private func importRun(of deliveries: [ImportedDelivery]) throws(Problem) -> ImportRun {
        let settings = RunSettings(
            asOf: run.request.asOf, ruleVersion: run.region.ruleVersion,
            seed: run.region.ranking.seed,
            plan: try run.plan.map { (plan) throws(Problem) in
                try DocumentText.write(PlanDocument(plan))
            } ?? "",
            summary: try DocumentText.write(RunDocument(run)),
            linkage: try LinkageDocument(run).text())
        var results = ImportRun(
            settings: settings, deliveries: deliveries, pairs: pairs, verification: terms,
            rejudging: Rejudging(
                eligibility: run.eligibility, occupations: run.region.occupations)
        ) { add throws(Problem) in
            for person in run.profiles.indices { try add(imported(person)) }
        }
        results.decidedThrough = run.request.links?.through
        return results
    }

    /// The same lists judged by the same rules on the same day are one run, however often they come.
    package var requestKey: String {
        let inputs = run.deliveries.map { "\($0.delivery.source) \($0.digest)" }
        let request = run.request
        return Fingerprint.of(
            (inputs + [
                request.asOf.iso, run.region.ruleVersion, "\(request.quota ?? run.region.quota)",
                "\(request.budget?.amount ?? -1)", "\(request.months ?? 0)",
                request.start?.iso ?? "", "\(request.links?.through ?? 0)",
            ]).joined(separator: "\n"))
    }

    private static func ranks(_ run: CityRun) -> [UInt32: (rank: Int, waiting: Int?)] {
        var ranks: [UInt32: (rank: Int, waiting: Int?)] = [:]
        var queues: [Int16: Int] = [:]
        let selected = Set(run.allocation.recipients.map(\.person))
        let order = (run.allocation.recipients + run.allocation.waiting).sorted()
        for (place, key) in order.enumerated() {
            guard !selected.contains(key.person) else {
                ranks[key.person] = (place + 1, nil)
                continue
            }
            queues[run.profiles[Int(key.person)].place, default: 0] += 1
            ranks[key.person] = (place + 1, queues[run.profiles[Int(key.person)].place])
        }
        return ranks
    }

    private func imported(_ received: ReceivedDelivery) -> ImportedDelivery {
        let delivery = received.delivery
        var faults: [String: Int] = [:]
        for reject in delivery.rejects.entries { faults[reject.code.code, default: 0] += 1 }
        let latest = delivery.roster.rows.lazy.map(\.recorded).filter { $0 != RosterRow.noDay }
            .max()
        return ImportedDelivery(
            source: delivery.source, file: delivery.file, agency: delivery.agency.id,
            digest: received.digest, read: delivery.counts.read, linked: delivery.counts.linked,
            rejected: delivery.counts.rejected, idle: delivery.counts.repeatedOrEmpty,
            dataDay: latest.map { Day(number: $0) }, faults: faults,
            warnings: delivery.warnings.map { warning in
                DeliveryWarning(
                    code: warning.code,
                    sentence: Phrase(
                        warning.sentence(.indonesian), en: warning.sentence(.english)))
            })
    }

    private var pairs: [ImportedPair] {
        let unsure = unsure
        return run.linkage.reviews.map { pair in
            ImportedPair(
                first: pair.personA, second: pair.personB,
                weight: RunImport.thousandths(pair.weight),
                probability: Int((pair.probability * 1000).rounded()),
                evidence: pair.evidence.items.map(\.finding),
                state: unsure.contains([pair.personA, pair.personB]) ? .unsure : .open)
        }
    }

    /// The people of whom somebody could not tell whether they are one.
    private var unsure: Set<Set<Int>> {
        Set(
            run.decided.unsure.map { first, second in
                [
                    Int(run.linkage.personOfRow[first]), Int(run.linkage.personOfRow[second]),
                ]
            })
    }

    private static func thousandths(_ weight: Float) -> Int { Int((weight * 1000).rounded()) }

    // MARK: People

    private func imported(_ person: Int) -> ImportedPerson {
        let profile = run.profiles[person]
        let verdicts = run.verdicts[person]
        var imported = ImportedPerson(
            number: PersonNumber(prefix: run.region.personNumberPrefix, serial: person),
            name: run.name(person), standing: standing(person, verdicts))
        imported.birth = profile.birthDay
        imported.sex = Sex(rawValue: profile.sex)
        imported.nik = NIK(digits: profile.nik)
        addContacts(of: profile, to: &imported)
        if profile.place >= 0 {
            imported.place = run.region.places.entries[Int(profile.place)].code
        }
        if profile.occupation >= 0 {
            imported.occupation = run.region.occupations[Int(profile.occupation)].code
        }
        imported.decile = profile.decile > 0 ? Int(profile.decile) : nil
        imported.proposed =
            profile.recorded == RosterRow.noDay ? nil : Day(number: profile.recorded)
        imported.reasons = run.eligibility.reasons(verdicts, profile)
        imported.rank = ranks[UInt32(person)]?.rank
        imported.waitingPlace = ranks[UInt32(person)]?.waiting
        if selected.contains(UInt32(person)) { imported.fund = run.plan?.fund.rawValue }
        imported.verdicts = VerdictRecord(run).verdicts(of: person)
        imported.rows = importedRows(person, profile)
        imported.lane = lane(imported)
        return imported
    }

    /// Everybody who may be insured is checked. Of those who may not, only people whom somebody
    /// proposed: their proposers are owed an answer.
    private func lane(_ person: ImportedPerson) -> CaseLane? {
        switch person.standing.outcome {
        case .eligible: return .ready
        case .review: return .look
        case .ineligible:
            return person.rows.contains { nominators.contains($0.delivery) } ? .no : nil
        }
    }

    private func standing(_ person: Int, _ verdicts: Verdicts) -> PersonStanding {
        switch verdicts.outcome {
        case .eligible: return selected.contains(UInt32(person)) ? .selected : .waiting
        case .review: return .review
        case .ineligible:
            let isInsured = verdicts.verdict(of: .notInsured) == .fail
            return isInsured && verdicts.verdict(of: .alive) == .pass ? .insured : .refused
        }
    }

    private func addContacts(of profile: Profile, to person: inout ImportedPerson) {
        if let found = row(profile.cardRow) {
            person.familyCard = FamilyCardNumber(digits: found.row.familyCard)
        }
        if let found = row(profile.phoneRow) {
            person.phone = PhoneNumber("0\(found.row.phone)")
        }
        if let found = row(profile.motherRow) {
            person.motherName = text(found.row.motherName, found.delivery)
        }
        if let found = row(profile.addressRow) {
            person.address = text(found.row.address, found.delivery)
            person.rt = found.row.rt > 0 ? Int(found.row.rt) : nil
            person.rw = found.row.rw > 0 ? Int(found.row.rw) : nil
        }
    }

    private func row(_ position: UInt32) -> (delivery: Int, row: RosterRow)? {
        position == Profile.noRow ? nil : run.locate(Int(position))
    }

    private func text(_ range: TextRange, _ delivery: Int) -> String? {
        range.isEmpty ? nil : run.deliveries[delivery].delivery.roster.string(range)
    }

    private func importedRows(_ person: Int, _ profile: Profile) -> [ImportedRow] {
        let own = rows[starts[person]..<starts[person + 1]]
        return own.map { position in
            let found = run.locate(Int(position))
            let isSame = found.row.nik != 0 && found.row.nik == profile.nik
            // A row that stands alone was joined to nothing that could be wrong.
            let isCertain =
                own.count == 1 || isSame && !found.row.facts.contains(.nikDisagrees)
            return ImportedRow(
                delivery: found.delivery, record: Int(found.row.number),
                name: text(found.row.name, found.delivery) ?? "", birth: found.row.birthDay,
                nik: NIK(digits: found.row.nik), link: link(Int(position), isCertain),
                weight: RunImport.thousandths(run.linkage.weightOfRow[Int(position)]))
        }
    }

    private func link(_ row: Int, _ isCertain: Bool) -> RowLink {
        if run.decided.joined.contains(row) { return .decided }
        return isCertain ? .certain : .probable
    }
}

extension Evidence.Item {
    /// The finding as it is kept.
    var finding: PairFinding {
        PairFinding(sentence, field: field, weight: Int((weight * 1000).rounded()))
    }
}
