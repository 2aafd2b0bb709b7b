import Civic
import Programme
import Testing

@testable import Store

@Suite struct BillComparisonTests {
    private static let january = InsuredCity.january

    private func city(_ kind: TestEngine) async throws -> InsuredCity {
        let city = try await InsuredCity(kind)
        try await city.allot(InsuredCity.price * 100, to: "apbd-2026")
        try await city.promise(0..<6, 2)
        try await city.bill()
        return city
    }

    /// The insurer lacks person 0, asks double for person 1, and knows two whom we do not bill.
    private static let theirs: [InsurerRow] = {
        var stranger = InsurerRow(line: 90, name: "ORANG LAIN")
        stranger.participant = ParticipantNumber("26000000009")
        let rows = (1..<6).map { row($0, line: $0 + 1) }
        return (rows + [row(1, line: 7), row(50, line: 8), stranger]).map { row in
            var row = row
            row.amount = InsuredCity.price
            row.word = .listed(participant: row.participant)
            return row
        }
    }()

    private static func row(_ serial: Int, line: Int) -> InsurerRow {
        var row = InsurerRow(line: line, name: "ORANG \(serial)")
        row.nik = InsuredCity.nik(serial)
        return row
    }

    private func compare(
        _ city: InsuredCity, _ id: Int = 1, month: Month = january, rows: [InsurerRow] = theirs
    ) async throws -> Bill {
        try await city.city.compareBill(
            id,
            with: NewInsurerFile(
                kind: .bill, month: month, fund: "apbd-2026", name: "tagihan.xlsx",
                digest: "abc", channel: .file), rows, code: "KB-1", by: .test())
    }

    @Test(arguments: TestEngine.all)
    func `bills are compared name by name`(_ kind: TestEngine) async throws {
        let city = try await city(kind)
        let bill = try await compare(city)
        #expect(bill.billedAmount == InsuredCity.price * 8)
        #expect((bill.billedPeople, bill.unexplained) == (8, 4))
        let found = try await city.city.billDifferences(1, limit: 10)
        #expect(found.map(\.kind) == [.amount, .oursOnly, .theirsOnly, .theirsOnly])
        #expect(found[0].theirs == InsuredCity.price * 2)
        #expect(found[1].number == InsuredCity.number(0))
        #expect(found.filter { $0.kind == .theirsOnly }.allSatisfy { $0.number == nil })
        #expect(Set(found.suffix(2).compactMap(\.name)) == ["ORANG LAIN", "ORANG 50"])
        // Parts and whole: ours, and what differs, is what the insurer asks for.
        #expect(bill.billingCode == "KB-1")
        let differing = found.reduce(Rupiah.zero) { $0 + $1.theirs - $1.ours }
        #expect(bill.amount + differing == bill.billedAmount)
    }

    @Test(arguments: TestEngine.all)
    func `nothing is ordered with an unexplained difference`(_ kind: TestEngine) async throws {
        let city = try await city(kind)
        let bill = try await compare(city)
        await expectProblem("bill-unexplained") {
            try await city.city.orderBill(1, version: bill.version, number: "S", by: .test())
        }
        var explained = try await city.city.explainBill(
            1, places: [1, 2], "BPJS belum mencatat", by: .test())
        #expect(explained.unexplained == 2)
        explained = try await city.city.explainBill(1, places: nil, "Bukan peserta", by: .test())
        #expect(explained.unexplained == 0)
        let ordered = try await city.city.orderBill(
            1, version: explained.version, number: "S", by: .test())
        #expect(ordered.state == .ordered)
    }

    @Test(arguments: TestEngine.all)
    func `whoever the insurer does not ask for can be left off`(_ kind: TestEngine) async throws {
        let city = try await city(kind)
        let before = try await compare(city)
        let after = try await city.city.leaveOffBill(1, places: [2], by: .test())
        #expect((after.people, after.amount) == (5, InsuredCity.price * 5))
        #expect(after.digest != before.digest)
        #expect(after.differences == 3)
        let record = try #require(
            try await city.city.member(InsuredCity.number(0), in: .city))
        #expect(record.months.map(\.state) == [.promised, .promised])
        #expect(try await city.bill().bills == [2])
        #expect(try await city.committed("apbd-2026") == (try await city.setAside("apbd-2026")))
    }

    @Test(arguments: TestEngine.all)
    func `a file serves one month and fund, as often as its bill is made`(
        _ kind: TestEngine
    ) async throws {
        let city = try await city(kind)
        _ = try await compare(city)
        let again = try await compare(city)
        #expect(again.differences == 4)
        #expect(try await city.store.count("insurer_file") == 1)
        try await city.bill(Self.january + 1)
        await expectProblem("insurer-bill-taken") {
            try await compare(city, 2, month: Self.january + 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a file that came in with other files of the insurer is the same bill`(
        _ kind: TestEngine
    ) async throws {
        let city = try await city(kind)
        var unread = InsurerRow(line: 91, name: "JUMLAH")
        unread.amount = InsuredCity.price * 8
        unread.fault = "no-person"
        let intake = try await city.city.takeInsurerFile(
            NewInsurerFile(
                kind: .bill, month: Self.january, fund: "apbd-2026", name: "tagihan.xlsx",
                digest: "abc", channel: .file), Self.theirs + [unread], by: .test())
        let bill = try await compare(city)
        #expect(try await city.store.count("insurer_file") == 1)
        // The row that asks for nobody bears the sum of the others, and none of its own.
        #expect((bill.billedPeople, bill.billedAmount) == (8, InsuredCity.price * 8))
        let lines = try await city.city.insurerLines(
            of: intake.file, [.list, .stranger], after: 0, limit: 99)
        #expect(lines.count == 8 && bill.differences == 4)
    }

    /// The sums of users.md J8: three people too many on the insurer's bill.
    @Test(arguments: TestEngine.all)
    func `a sum alone can differ`(_ kind: TestEngine) async throws {
        let city = try await city(kind)
        let bill = try await city.city.compareBill(
            1, people: 9, amount: InsuredCity.price * 9, code: "KB", by: .test())
        #expect((bill.differences, bill.unexplained) == (1, 1))
        let same = try await city.city.compareBill(
            1, people: 6, amount: InsuredCity.price * 6, code: "KB", by: .test())
        #expect(same.differences == 0)
        #expect(same.isExplained)
    }
}
