import Civic
import Intake
import Jamsostek
import Linkage
import Programme
import Store

/// Works out what sending a list comes to: judges new people by the same rules as a run does, and
/// finds those who may be somebody known.
struct ProposalSender: Sendable {
    let region: Region
    let law: Law
    let today: Day

    func sending(
        _ list: ProposalList, _ rows: [ProposalRow], in store: CityStore
    ) async throws(Problem) -> ProposalSending {
        let settings = try await store.runSettings()
        let model = settings.flatMap { LinkageDocument(text: $0.linkage)?.usableModel }
        let asOf = settings?.asOf ?? today
        let checker = ProposalChecker(region: region, today: asOf, place: list.place)
        let drafts = checker.reader.drafts(rows, columns: list.columns)
        let known = try await store.knownRows(
            niks: Set(drafts.compactMap(\.nik)), names: Set(drafts.compactMap(\.nameAndBirth)),
            beside: list.id, nominator: region.nominator?.id)
        let proposed = Day.jakarta(at: list.createdAt)
        var attached: [ProposalSending.Attached] = []
        var new: [ProposalRow] = []
        for draft in drafts {
            if let person = checker.known(draft, known) {
                attached.append(
                    ProposalSending.Attached(
                        number: person.number, row: ProposalSender.row(draft, person),
                        proposed: proposed))
            } else {
                new.append(draft.row)
            }
        }
        let delivery = checker.reader.list(
            new, columns: list.columns, source: "usulan-\(list.id)",
            file: list.file.isEmpty ? "usulan-\(list.id)" : list.file, recorded: proposed)
        let run = await judge(
            ReceivedDelivery(delivery: delivery, digest: list.digest, bytes: 0), model, asOf)
        let pairs = try await NearMatches(region: region, model: model).pairs(
            of: run, in: store, without: Set(attached.map(\.number)))
        return ProposalSending(
            run: try RunImport(run, law, on: today).importRun(
                as: counted(list, rows.count, delivery)),
            attached: attached, pairs: pairs,
            versions: Dictionary(uniqueKeysWithValues: rows.map { ($0.record, $0.version) }),
            receiptPrefix: region.proposals.receiptPrefix(of: list.place, city: region.code),
            year: today.year)
    }

    private static func row(_ draft: ProposalDraft, _ person: KnownPerson) -> ImportedRow {
        let isSame = draft.nik != nil && draft.nik == person.nik
        let disagrees = draft.person?.facts.contains(.nikDisagrees) ?? false
        return ImportedRow(
            delivery: 0, record: draft.row.record, name: draft.name,
            birth: draft.person?.birthDay, nik: draft.nik,
            link: isSame && !disagrees ? .certain : .probable, weight: 0)
    }

    /// The people of one list alone, judged as a run judges everybody.
    private func judge(
        _ received: ReceivedDelivery, _ model: LinkageModel?, _ asOf: Day
    ) async -> CityRun {
        let linkage = await Linkage.link(
            [received.linkageSource(places: region.places)], model: model,
            workers: MachineUse.cores)
        var builder = ProfileBuilder(
            region: region, deliveries: [received], linkage: linkage, asOf: asOf)
        let profiles = builder.build()
        let eligibility = Eligibility(
            rules: region.rules, asOf: asOf, occupations: region.occupations)
        return CityRun(
            region: region, request: ProcessRequest(folder: "", asOf: asOf),
            deliveries: [received], faults: [], linkage: linkage,
            decided: DecidedRows(nil, in: [received]), profiles: profiles,
            verdicts: profiles.map(eligibility.judge), eligibility: eligibility,
            allocation: Allocation([], placeOf: { _ in -1 }, quota: 0, floor: 0), plan: nil,
            timings: [])
    }

    /// What became of the records of the list; those that were not sent count as idle.
    private func counted(
        _ list: ProposalList, _ sent: Int, _ delivery: Delivery
    ) -> ImportedDelivery {
        let unreadable = list.counts[.unreadable] ?? 0
        let idle = list.counts.values.reduce(0, +) - sent - unreadable
        return ImportedDelivery(
            source: delivery.source, file: delivery.file, agency: delivery.agency.id,
            digest: list.digest, read: sent + unreadable + max(0, idle), linked: sent,
            rejected: unreadable, idle: max(0, idle), dataDay: .jakarta(at: list.createdAt),
            faults: [:], warnings: [])
    }
}

/// Finds people whom somebody new may be: by their numbers, names and birth dates, weighed as in a
/// run.
struct NearMatches: Sendable {
    let region: Region
    let model: LinkageModel?

    /// With more new people than this, numbers that differ by a digit are found by name and birth
    /// date only.
    private static let numbersMax = 2_000

    func pairs(
        of run: CityRun, in store: CityStore, without attached: Set<String>
    ) async throws(Problem) -> [ProposalSending.Pair] {
        guard let model, let delivery = run.deliveries.first?.delivery,
            !delivery.roster.rows.isEmpty
        else { return [] }
        let rows = delivery.roster.rows
        let names = rows.map { NameSpelling.canonical(delivery.roster.string($0.name)) }
        let numbers =
            rows.count <= NearMatches.numbersMax
            ? Set(rows.flatMap { NearMatches.oneDigitOff($0.nik) }) : []
        let words = Set(names.flatMap { $0.split(separator: " ").map(String.init) })
        let people = try await store.neighbours(
            births: Set(rows.compactMap(\.birthDay)), nameKeys: Set(names), niks: numbers
        ).filter { person in
            // Born on the same day alone says nothing.
            person.nik.map(numbers.contains) ?? false
                || !words.isDisjoint(with: person.nameKey.split(separator: " ").map(String.init))
        }
        guard !people.isEmpty else { return [] }
        let sources = [
            LinkageSource(
                roster: roster(people), isRegistry: false, listsEachPersonOnce: true,
                places: region.places),
            run.sources[0],
        ]
        let linked = await Linkage.link(
            sources, model: model, keepsPairs: true, workers: MachineUse.cores)
        return await best(linked.pairs, run, people, sources, model)
    }

    /// Of each two people the pair of rows that says most.
    private func best(
        _ pairs: [ScoredPair], _ run: CityRun, _ people: [KnownPerson],
        _ sources: [LinkageSource], _ model: LinkageModel
    ) async -> [ProposalSending.Pair] {
        struct Two: Hashable {
            let known: Int
            let new: Int
        }
        var found: [Two: ScoredPair] = [:]
        for pair in pairs where pair.weight >= Linkage.asksFrom {
            guard pair.left < people.count, pair.right >= people.count else { continue }
            let person = Int(run.linkage.personOfRow[pair.right - people.count])
            let two = Two(known: pair.left, new: person)
            if found[two].map({ $0.weight < pair.weight }) ?? true { found[two] = pair }
        }
        let sorted = found.sorted {
            ($0.value.left, $0.value.right) < ($1.value.left, $1.value.right)
        }
        let reasons = await Linkage.explain(
            sorted.map { ($0.value.left, $0.value.right) }, of: sources, model: model)
        return zip(sorted, reasons).map { item, reason in
            ProposalSending.Pair(
                person: item.key.new, known: people[item.key.known].number,
                weight: Int((item.value.weight * 1000).rounded()),
                probability: Int((item.value.probability * 1000).rounded()),
                evidence: reason.evidence.items.map(\.finding))
        }
    }

    /// What the store tells of people, as rows.
    private func roster(_ people: [KnownPerson]) -> Roster {
        var roster = Roster()
        for (index, person) in people.enumerated() {
            var row = RosterRow()
            row.number = UInt32(index + 1)
            row.nik = person.nik?.digits ?? 0
            row.birth = person.birth?.number ?? RosterRow.noDay
            row.sex = person.sex?.rawValue ?? 0
            row.place = Int16(person.place.flatMap { region.places.position(of: $0) } ?? -1)
            let start = roster.text.count
            roster.text.append(contentsOf: person.name.utf8)
            row.name = TextRange(start: start, count: roster.text.count - start)
            roster.rows.append(row)
        }
        return roster
    }

    /// Every valid number that differs from this one in one digit.
    private static func oneDigitOff(_ digits: UInt64) -> [NIK] {
        guard digits != 0 else { return [] }
        var found: [NIK] = []
        var unit: UInt64 = 1
        for _ in 0..<16 {
            let own = digits / unit % 10
            for digit in UInt64(0)...9 where digit != own {
                if let nik = NIK(digits: digits - own * unit + digit * unit) { found.append(nik) }
            }
            unit *= 10
        }
        return found
    }
}
