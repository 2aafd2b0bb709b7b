package import Civic
import Jamsostek
package import Programme

/// A row of the list of an older cohort.
package struct CohortPerson: Sendable, Hashable {
    /// Row of the file.
    package let row: Int
    package let nik: NIK
    package let name: String
    package let birth: Day?
    package let district: PlaceCode?
    package let village: PlaceCode?
    package let occupation: String?
    /// KPJ, where the list has it.
    package let participant: String?

    package init(
        row: Int, nik: NIK, name: String, birth: Day?, district: PlaceCode?, village: PlaceCode?,
        occupation: String?, participant: String?
    ) {
        self.row = row
        self.nik = nik
        self.name = name
        self.birth = birth
        self.district = district
        self.village = village
        self.occupation = occupation
        self.participant = participant
    }
}

/// A list of an older cohort, with the months that a fund is to pay for them.
package struct CohortList: Sendable {
    package let cohort: Cohort
    /// SHA-256 of the list.
    package let digest: String
    package let people: [CohortPerson]
    package let fund: String
    package let months: ClosedRange<Month>
    /// The first day of cover.
    package let activeFrom: Day

    package init(
        cohort: Cohort, digest: String, people: [CohortPerson], fund: String,
        months: ClosedRange<Month>, activeFrom: Day
    ) {
        self.cohort = cohort
        self.digest = digest
        self.people = people
        self.fund = fund
        self.months = months
        self.activeFrom = activeFrom
    }
}

/// What came of it.
package struct CohortOutcome: Sendable, Hashable {
    /// Somebody who was not taken in, because the NIK is a member's already or stands in the list
    /// twice.
    package struct Conflict: Sendable, Hashable {
        package let row: Int
        package let name: String
        /// The member who has it.
        package let number: String
        package let cohort: String
    }

    package let added: Int
    package let conflicts: [Conflict]
    /// What is set aside for the months.
    package let committed: Rupiah
}

extension CityStore {
    /// Takes the people of an older cohort in as members, active since long, and promises their
    /// months, each at its `pricing`. One NIK is one member: whoever is one already is told of and
    /// left as before.
    ///
    /// - Throws: `ledger-below-zero` when the fund has not enough, `fund-source-differs`.
    package func takeIn(
        _ list: CohortList, _ pricing: [Month: ContributionPricing], by act: Act
    ) async throws(Problem) -> CohortOutcome? {
        let (journal, sealer) = (journal, sealer)
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "cohort.take-in", writer) else { return nil }
            return try CohortTaking(
                list: list, pricing: pricing, act: act, journal: journal,
                sealer: try sealer.named(by: writer), writer: writer
            ).run()
        }
    }
}

struct CohortTaking {
    let list: CohortList
    let pricing: [Month: ContributionPricing]
    let act: Act
    let journal: JournalWriter
    let sealer: Sealer
    let writer: any SQLWriter

    private static let batch = 1000
    private static let columns = [
        "id", "number", "cohort", "name", "name_key", "birth", "nik_sealed", "nik_index",
        "district", "village", "occupation", "state", "first_month", "last_month", "participant",
        "active_from", "version",
    ]

    func run() throws(Problem) -> CohortOutcome {
        guard let fund = try FundTable.all(writer).first(where: { $0.id == list.fund }) else {
            throw CohortTaking.fundDiffers()
        }
        guard fund.source == list.cohort.fund, fund.months.contains(list.months.lowerBound),
            fund.months.contains(list.months.upperBound)
        else { throw CohortTaking.fundDiffers() }
        let (people, conflicts) = try sorted()
        let numbers = try insert(people)
        let prices = try promise(numbers, people, fund)
        let document = try document()
        try MemberEvents.append(
            "cohort",
            numbers.map { number in
                MemberEvents.Line(
                    number: number, state: .active, months: list.months, fund: list.fund,
                    document: document)
            }, by: act, writer)
        try journal.append(
            "cohort.take-in", list.cohort.id,
            [
                "people": String(numbers.count), "conflicts": String(conflicts.count),
                "fund": list.fund, "digest": list.digest, "document": document,
            ], by: act, to: writer)
        return CohortOutcome(added: numbers.count, conflicts: conflicts, committed: prices)
    }

    /// The list by its contents, so that the ledger knows a repetition.
    private func document() throws(Problem) -> String {
        "cohort \(list.cohort.id) \(list.digest.prefix(12)) \(list.months.lowerBound.iso)"
    }

    /// Who is new, and who is a member or stood above in the list.
    private func sorted() throws(Problem) -> ([CohortPerson], [CohortOutcome.Conflict]) {
        var people: [CohortPerson] = []
        var conflicts: [CohortOutcome.Conflict] = []
        var seen: Set<UInt64> = []
        for start in stride(from: 0, to: list.people.count, by: CohortTaking.batch) {
            let part = list.people[start..<min(start + CohortTaking.batch, list.people.count)]
            let known = try members(part.flatMap { sealer.indexes(of: $0.nik) })
            for person in part {
                let hit = sealer.indexes(of: person.nik).lazy.compactMap { known[$0] }.first
                if let hit {
                    conflicts.append(
                        CohortOutcome.Conflict(
                            row: person.row, name: person.name, number: hit.number,
                            cohort: hit.cohort))
                } else if seen.insert(person.nik.digits).inserted {
                    people.append(person)
                } else {
                    conflicts.append(
                        CohortOutcome.Conflict(
                            row: person.row, name: person.name, number: "",
                            cohort: list.cohort.id))
                }
            }
        }
        return (people, conflicts)
    }

    private func members(
        _ indexes: [[UInt8]]
    ) throws(Problem) -> [[UInt8]: (number: String, cohort: String)] {
        guard !indexes.isEmpty else { return [:] }
        var sql = SQLText()
        let places = sql.bind(indexes.map { .bytes($0) })
        let rows = try writer.all(
            "SELECT nik_index, number, cohort FROM member WHERE nik_index IN (\(places))",
            sql.values
        ) { fields in (index: fields.bytes(), number: fields.text(), cohort: fields.text()) }
        return Dictionary(rows.map { ($0.index, ($0.number, $0.cohort)) }) { first, _ in first }
    }

    /// Numbers begin with the letters of the cohort and go on from the last one.
    private func insert(_ people: [CohortPerson]) throws(Problem) -> [String] {
        var id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM member")
        var serial = try writer.integer(
            "SELECT COUNT(*) FROM member WHERE cohort = $1", [.text(list.cohort.id)])
        let taken = try participants(people)
        var numbers: [String] = []
        var values: [SQLValue] = []
        for person in people {
            id += 1
            let number = PersonNumber(prefix: list.cohort.numberPrefix, serial: serial).text
            serial += 1
            numbers.append(number)
            let box = try sealer.seal(Sealer.bytes(person.nik.digits), .memberNIK, row: id)
            let participant = person.participant.flatMap { taken.contains($0) ? nil : $0 }
            values += [SQLValue(id), .text(number), .text(list.cohort.id), .text(person.name)]
            values += [.text(NameSpelling.canonical(person.name))]
            values += [SQLValue(person.birth.map { Int($0.number) }), .bytes(box)]
            values += [.bytes(sealer.index(of: person.nik))]
            values += [SQLValue(person.district?.description)]
            values += [SQLValue(person.village?.description), SQLValue(person.occupation)]
            values += [.text(MemberState.active.rawValue), SQLValue(list.months.lowerBound)]
            values += [SQLValue(list.months.upperBound), SQLValue(participant)]
            values += [SQLValue(list.activeFrom), SQLValue(1)]
        }
        try writer.insert(into: "member", CohortTaking.columns, values)
        return numbers
    }

    /// Numbers of the insurer that a member bears already, or that the list has twice: they prove
    /// nothing and are left out.
    private func participants(_ people: [CohortPerson]) throws(Problem) -> Set<String> {
        var seen: Set<String> = []
        var taken: Set<String> = []
        for participant in people.compactMap(\.participant)
        where !seen.insert(participant).inserted {
            taken.insert(participant)
        }
        let all = seen.sorted()
        for start in stride(from: 0, to: all.count, by: CohortTaking.batch) {
            var sql = SQLText()
            let part = all[start..<min(start + CohortTaking.batch, all.count)]
            let places = sql.bind(part.map { .text($0) })
            taken.formUnion(
                try writer.all(
                    "SELECT participant FROM member WHERE participant IN (\(places))", sql.values
                ) { fields in fields.text() })
        }
        return taken
    }

    private func promise(
        _ numbers: [String], _ people: [CohortPerson], _ fund: Fund
    ) throws(Problem) -> Rupiah {
        var promises: [CoverBook.Promise] = []
        var sum = Rupiah.zero
        for (number, person) in zip(numbers, people) {
            var month = list.months.lowerBound
            while month <= list.months.upperBound {
                guard
                    let price = pricing[month]?.price(
                        fund.source, cohort: list.cohort.id, occupation: person.occupation)
                else { throw Problem.storeFailed("pricing") }
                promises.append(
                    CoverBook.Promise(
                        number: number, month: month, fund: fund.id, decree: nil, price: price))
                sum += price
                month = month + 1
            }
        }
        try CoverBook(act: act, journal: journal, writer: writer).promise(
            promises, by: try document())
        return sum
    }

    private static func fundDiffers() -> Problem {
        Problem(
            .input, "fund-source-differs",
            Phrase(
                "Sumber dana ini tidak untuk kelompok atau bulan itu.",
                en: "This fund is not for that cohort or those months."),
            do: Phrase(
                "Pilih sumber dana dan bulan yang cocok.",
                en: "Choose a fund and months that fit."))
    }
}
