import Civic
import Jamsostek
import Programme
import Testing

@testable import Store

/// A city in which a decree has determined some people, who are to be sent to the insurer.
struct InsurerCity {
    static let january = Month(year: 2026, month: 1)
    static let start = january.firstDay
    static let price = Rupiah(16_800)
    static let fund = "apbd-2026"

    let store: TestStore
    let people: [Person]
    var city: CityStore { store.city }

    struct Person: Sendable {
        let number: String
        let name: String
        let nik: NIK
    }

    /// Determines `count` people for some months; for `other` of them another fund pays.
    init(
        _ kind: TestEngine, people count: Int, other: Int = 0, months: Int = 2
    ) async throws {
        store = try await TestStore(kind)
        people = try (0..<count).map { try Self.person($0) }
        for id in [Self.fund, "csr-2026"] {
            try await store.city.openFund(
                Fund(
                    id: id, source: id == Self.fund ? .apbd : .csr, title: id, payer: "Kota",
                    workerGroup: "W-\(id)", months: Self.january...(Self.january + 11)),
                by: .test())
            try await store.city.allot(
                Self.price * (count * months), to: id, note: "DPA", key: "1", by: .test())
        }
        let (sealer, journal, people) = (store.city.sealer, store.city.journal, people)
        try await store.engine.write { writer throws(Problem) in
            try Self.determine(people, months, sealer, writer)
            let promises = people.enumerated().flatMap { index, person in
                (0..<months).map { month in
                    CoverBook.Promise(
                        number: person.number, month: Self.january + month,
                        fund: index < other ? "csr-2026" : Self.fund,
                        decree: DecreeLineName(decree: 1, line: index + 1), price: Self.price)
                }
            }
            try CoverBook(act: .test(), journal: journal, writer: writer)
                .promise(promises, by: "decree 1")
        }
    }

    private static func person(_ index: Int) throws -> Person {
        let number = PersonNumber(prefix: "BKS", serial: index)
        let day = NumberText.padded(index % 28 + 1, to: 2)
        let month = NumberText.padded(index / 28 % 12 + 1, to: 2)
        let serial = NumberText.padded(index % 9_000 + 1, to: 4)
        let year = NumberText.padded(60 + index / 9_000 % 40, to: 2)
        return Person(
            number: number.text, name: "Orang \(["Satu", "Dua", "Tiga"][index % 3]) \(index)",
            nik: try #require(NIK("327501\(day)\(month)\(year)\(serial)")))
    }

    /// What the feature of decrees does when a decree comes into force.
    private static func determine(
        _ people: [Person], _ months: Int, _ sealer: Sealer, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO decree (id, code, kind, title, body, state, number, signed_on, first_month,
            last_month, lines, digest, in_force_at, actor, at, version) VALUES
            (1, 'c', 'determination', 't', 'b', 'in-force', '655', 20000, $1, $2, $3, 'd', 1, 'a',
            1, 1)
            """,
            [SQLValue(january), SQLValue(january + (months - 1)), SQLValue(people.count)])
        var values: [SQLValue] = []
        for (index, person) in people.enumerated() {
            let id = index + 1
            let digits = Sealer.bytes(person.nik.digits)
            values += [SQLValue(id), .text(person.number), .text(Member.programmeCohort)]
            values += [.text(person.name), .text(NameSpelling.canonical(person.name))]
            values.append(.bytes(try sealer.seal(digits, .memberNIK, row: id)))
            values.append(.bytes(sealer.index(of: person.nik)))
            values += [.text("32.75.01.1001"), .text("determined"), 1, SQLValue(id)]
            values += [SQLValue(january), SQLValue(january + (months - 1)), 1]
        }
        try writer.insert(
            into: "member",
            [
                "id", "number", "cohort", "name", "name_key", "nik_sealed", "nik_index",
                "village", "state", "decree_id", "line", "first_month", "last_month", "version",
            ], values)
    }

    // MARK: What happens to them

    /// Sends everybody of a fund; the id of the file.
    func send(_ fund: String = fund, digest: String = "out", key: String? = nil) async throws
        -> Int
    {
        let numbers = try await city.enrolments(waitingFor: fund).map(\.number)
        return try await city.enrol(
            numbers,
            in: NewInsurerFile(
                kind: .enrol, month: Self.january, fund: fund, name: "keluar.xlsx",
                digest: digest, channel: .file), by: .test(key))
    }

    func take(
        _ rows: [InsurerRow], _ digest: String, kind: InsurerFile.Kind = .result,
        month: Month = january, fund: String? = nil
    ) async throws -> InsurerIntake {
        try await city.takeInsurerFile(
            NewInsurerFile(
                kind: kind, month: month, fund: fund, name: "\(digest).xlsx", digest: digest,
                channel: .file), rows, by: .test())
    }

    /// A row that accepts a person under a number made of `participant`.
    func accept(_ index: Int, _ participant: Int, line: Int, from day: Day = start) -> InsurerRow {
        var row = InsurerRow(line: line, name: people[index].name)
        row.nik = people[index].nik
        row.participant = Self.participant(participant)
        row.day = day
        if let participant = row.participant {
            row.word = .accepted(participant: participant, from: day)
        }
        return row
    }

    func refuse(_ index: Int, _ cause: String, line: Int) -> InsurerRow {
        var row = InsurerRow(line: line, name: people[index].name)
        row.nik = people[index].nik
        row.code = "01"
        row.word = .refused(cause: cause)
        return row
    }

    func list(_ index: Int, _ participant: Int?, line: Int, amount: Rupiah = price) -> InsurerRow {
        var row = InsurerRow(line: line, name: people[index].name)
        row.nik = people[index].nik
        row.participant = participant.flatMap { Self.participant($0) }
        row.day = Self.start
        row.amount = amount
        row.word = .listed(participant: row.participant)
        return row
    }

    static func participant(_ number: Int) -> ParticipantNumber? {
        ParticipantNumber("26\(NumberText.padded(number, to: 9))")
    }

    /// `state participant cause` of a member, and its months.
    func standing(_ index: Int) async throws -> String {
        let record = try #require(
            try await city.member(people[index].number, in: .city))
        let member = record.member
        let months = record.months.map { String($0.state.rawValue.prefix(1)) }.joined()
        return
            "\(member.state.rawValue) \(member.participant ?? "-") \(member.cause ?? "-") \(months)"
    }

    /// Effects of the lines of a file with their first note, in order.
    func effects(_ file: Int) async throws -> [String] {
        try await city.insurerLines(of: file, LineEffect.allCases, after: 0, limit: 100_000).map {
            ([$0.effect.rawValue] + $0.notes).joined(separator: " ")
        }
    }
}
