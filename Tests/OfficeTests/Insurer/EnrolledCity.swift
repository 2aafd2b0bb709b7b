import Civic
import Foundation
import Jamsostek
import Programme
import Testing

@testable import Office
@testable import Store

/// A city with people whom a decree has determined, as the exchange with the insurer begins.
final class EnrolledCity: Sendable {
    static let january = Month(year: 2026, month: 1)
    static let fund = "apbd-2026"
    static let day = january.firstDay

    let folder: TestFolder
    let region: Region
    let law: Law
    let store: CityStore
    let numbers: [String]

    init(_ kind: TestEngine = .sqlite, people count: Int, months: Int = 2) async throws {
        folder = try TestFolder()
        let data = try DataFolder.find(RepositoryData.path)
        (region, law) = (try data.region("bekasi"), try data.law())
        store = try await CityStore.create(
            on: try kind.make(folder), key: try KeyFile.create(at: folder.path("kota.key")),
            region: "bekasi", by: Self.act("test"))
        let price = try law.rate(
            for: ContributionClass(sector: .other, fund: .apbd), in: Self.january
        ).total
        try await store.openFund(
            Fund(
                id: Self.fund, source: .apbd, title: "APBD 2026", payer: "Kota",
                workerGroup: "NPW/01", months: Self.january...(Self.january + 11)),
            by: Self.act())
        try await store.allot(
            price * (count * months), to: Self.fund, note: "DPA", key: "1", by: Self.act())
        numbers = (0..<count).map { PersonNumber(prefix: "BKS", serial: $0).text }
        let (sealer, journal, numbers) = (store.sealer, store.journal, numbers)
        try await store.engine.write { writer throws(Problem) in
            try Self.determine(numbers, months, sealer, writer)
            let promises = numbers.enumerated().flatMap { index, number in
                (0..<months).map { month in
                    CoverBook.Promise(
                        number: number, month: Self.january + month, fund: Self.fund,
                        decree: DecreeLineName(decree: 1, line: index + 1), price: price)
                }
            }
            try CoverBook(act: Self.act(), journal: journal, writer: writer)
                .promise(promises, by: "decree 1")
        }
    }

    static func act(_ key: String? = nil) -> Act {
        Act(actor: "reza", at: Instant(milliseconds: 1_767_240_000_000), key: key)
    }

    /// Names begin as formulas do for some, as somebody may have typed them so.
    static func name(_ index: Int) -> String {
        index % 50 == 3 ? "=HYPERLINK(\"x\")" : "Warga Nomor \(index)"
    }

    static func nik(_ index: Int) -> String {
        let day = NumberText.padded(index % 28 + 1 + (index % 2) * 40, to: 2)
        let month = NumberText.padded(index / 28 % 12 + 1, to: 2)
        return "327501\(day)\(month)90\(NumberText.padded(index % 9_000 + 1, to: 4))"
    }

    /// What the feature of decrees does when a decree comes into force.
    private static func determine(
        _ numbers: [String], _ months: Int, _ sealer: Sealer, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO decree (id, code, kind, title, body, state, number, signed_on, first_month,
            last_month, lines, digest, in_force_at, actor, at, version) VALUES
            (1, 'c', 'determination', 't', 'b', 'in-force', '655', 20000, $1, $2, $3, 'd', 1, 'a',
            1, 1)
            """,
            [SQLValue(january), SQLValue(january + (months - 1)), SQLValue(numbers.count)])
        var values: [SQLValue] = []
        for (index, number) in numbers.enumerated() {
            guard let nik = NIK(nik(index)) else { throw Problem.storeFailed("test NIK") }
            let id = index + 1
            values += [SQLValue(id), .text(number), .text(Member.programmeCohort)]
            values += [.text(name(index)), .text(NameSpelling.canonical(name(index)))]
            values.append(SQLValue(nik.parts.birthDates(on: day)[0]))
            let digits = Sealer.bytes(nik.digits)
            values.append(.bytes(try sealer.seal(digits, .memberNIK, row: id)))
            values += [.bytes(sealer.index(of: nik)), .text("32.75.01"), .text("32.75.01.1001")]
            values += [1, 2, .text("determined"), 1, SQLValue(id)]
            values += [SQLValue(january), SQLValue(january + (months - 1)), 1]
        }
        try writer.insert(
            into: "member",
            [
                "id", "number", "cohort", "name", "name_key", "birth", "nik_sealed", "nik_index",
                "district", "village", "rt", "rw", "state", "decree_id", "line", "first_month",
                "last_month", "version",
            ], values)
    }

    // MARK: The exchange

    var desk: EnrolmentDesk { EnrolmentDesk(store: store, region: region) }

    func make(_ key: String = "k") async throws -> Int {
        try #require(try await desk.make(Self.fund, by: Self.act(key)))
    }

    func content(_ id: Int) async throws -> EnrolmentFile {
        try #require(try await desk.file(id, by: Self.act())).content
    }

    func take(
        _ reply: InsurerReply, _ kind: InsurerFile.Kind = .result, month: Month = january
    ) async throws -> InsurerIntake {
        try await InsurerIntakeDesk(store: store, region: region).take(
            InsurerUpload(
                name: reply.name, bytes: reply.bytes, kind: kind, month: month, fund: nil),
            by: Self.act())
    }

    func count(_ sql: String) async throws -> Int {
        try await store.engine.read { reader throws(Problem) in try reader.integer(sql) }
    }
}
