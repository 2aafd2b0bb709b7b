import Civic
import Ledger
import Programme
import Testing

@testable import Store

@Suite struct CohortTests {
    private static let months = InsuredCity.january...(InsuredCity.january + 1)

    private func list(_ serials: [Int], fund: String = "apbd-2026") -> CohortList {
        CohortList(
            cohort: InsuredCity.volunteers, digest: "d\(serials.count)",
            people: serials.enumerated().map { place, serial in
                CohortPerson(
                    row: place + 2, nik: InsuredCity.nik(serial), name: "KADER \(serial)",
                    birth: nil, district: PlaceCode("32.75.01"),
                    village: PlaceCode("32.75.01.1001"), occupation: nil,
                    participant: "KPJ-\(serial)")
            }, fund: fund, months: Self.months, activeFrom: InsuredCity.january.firstDay)
    }

    private func take(_ list: CohortList, _ city: InsuredCity) async throws -> CohortOutcome {
        try #require(
            try await city.city.takeIn(list, try InsuredCity.pricing(Self.months), by: .test()))
    }

    @Test(arguments: TestEngine.all)
    func `one NIK is one member, whichever list names it`(_ kind: TestEngine) async throws {
        let city = try await InsuredCity(kind)
        try await city.allot(InsuredCity.price * 100, to: "apbd-2026")
        try await city.promise(0..<2, 2)
        let outcome = try await take(list([1, 5, 6, 5, 7]), city)
        #expect(outcome.added == 3)
        #expect(outcome.committed == Rupiah(22_800 * 6))
        #expect(outcome.conflicts.map(\.row) == [2, 5])
        #expect(outcome.conflicts.map(\.number) == [InsuredCity.number(1), ""])
        let again = try await take(list([1, 5, 6, 5, 7]), city)
        #expect((again.added, again.committed) == (0, .zero))
        try await city.bill()
        let coverage = try await city.city.coverage(in: InsuredCity.january)
        #expect(coverage.map(\.cohort) == ["kader", "kota"])
        #expect(coverage.map(\.active) == [3, 2])
        #expect(coverage.map(\.covered) == [3, 2])
        // The older cohort by its own class of the tariff.
        let bill = try await city.bill(number: 1)
        #expect(bill.amount == Rupiah(22_800 * 3 + 16_800 * 2))
        let number = PersonNumber(prefix: "KDR", serial: 0).text
        let record = try #require(try await city.city.member(number, in: .city))
        #expect((record.member.cohort, record.member.participant) == ("kader", "KPJ-5"))
        let trace = try #require(
            try await city.city.trace(number, InsuredCity.january, in: .city))
        #expect(trace.transfers.map(\.entry.key).first?.hasPrefix("commitment cohort") == true)
    }

    @Test(arguments: TestEngine.all)
    func `a cohort is paid by a fund of its source only`(_ kind: TestEngine) async throws {
        let city = try await InsuredCity(kind, funds: [InsuredCity.apbd(), InsuredCity.csr()])
        await expectProblem("fund-source-differs") {
            try await take(list([1], fund: "csr-2026"), city)
        }
        await expectProblem("ledger-below-zero") { try await take(list([1]), city) }
        #expect(try await city.store.count("member") == 0)
    }
}
