import Civic
import Testing

@testable import Programme

@Suite struct DriverCheckTests {
    private static let today = Day(number: 20_500)
    private static let terms = ConsentTerms(oldestDays: 365)

    private func cells(_ record: Int, _ serial: UInt64 = 1) -> DriverCells {
        DriverCells(
            record: record, nik: NIK(digits: 3_275_010_101_900_000 + serial),
            name: "Dedi Supriatna",
            birth: Day(year: 1990, month: 1, day: 1), phone: PhoneNumber("081234567890"),
            consent: DriverCheckTests.today + -10)
    }

    private func fault(_ row: DriverCells, fileConsent: Day? = nil) -> DriverFault? {
        DriverCheck(
            [row], fileConsent: fileConsent, terms: DriverCheckTests.terms,
            today: DriverCheckTests.today
        ).faults[row.record]
    }

    @Test func `a row with all five facts is kept as it is`() throws {
        let check = DriverCheck(
            [cells(7)], fileConsent: nil, terms: DriverCheckTests.terms,
            today: DriverCheckTests.today)
        let row = try #require(check.rows.first)
        #expect(check.faults.isEmpty && check.rows.count == 1)
        #expect(row.record == 7 && row.name == "Dedi Supriatna")
        #expect(row.consent == DriverCheckTests.today + -10)
    }

    @Test func `consent decides first, and has a first and a last day`() {
        var row = cells(1)
        row.consent = nil
        row.nik = nil
        #expect(fault(row) == .consentMissing)
        row = cells(1)
        for (days, expected) in [
            (1, DriverFault.consentFuture), (0, nil), (-365, nil), (-366, .consentOld),
        ] {
            row.consent = DriverCheckTests.today + days
            #expect(fault(row) == expected, "\(days)")
        }
    }

    @Test func `a date for the whole file serves rows without one of their own`() {
        var row = cells(1)
        row.consent = nil
        #expect(fault(row, fileConsent: DriverCheckTests.today) == nil)
        row.consent = DriverCheckTests.today + 1
        #expect(fault(row, fileConsent: DriverCheckTests.today) == .consentFuture)
    }

    @Test func `each missing fact has its own fault`() {
        var row = cells(1)
        row.nik = nil
        #expect(fault(row) == .nik)
        row = cells(1)
        row.name = " . "
        #expect(fault(row) == .name)
        row = cells(1)
        row.birth = DriverCheckTests.today
        #expect(fault(row) == .birth)
        row.birth = nil
        #expect(fault(row) == .birth)
        row = cells(1)
        row.phone = nil
        #expect(fault(row) == .phone)
    }

    @Test func `of rows with one NIK the first that is whole is kept`() {
        var broken = cells(1)
        broken.phone = nil
        let check = DriverCheck(
            [broken, cells(2), cells(3), cells(4, 2)], fileConsent: nil,
            terms: DriverCheckTests.terms, today: DriverCheckTests.today)
        #expect(check.rows.map(\.record) == [2, 4])
        #expect(check.faults == [1: .phone, 3: .repeated])
        #expect(check.faultCounts == [.phone: 1, .repeated: 1])
    }

    @Test func `every row is kept or has a fault, never both`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let rows = (1...30).map { record in
                var row = cells(record, UInt64.random(in: 1...20, using: &random))
                if Int.random(in: 0..<5, using: &random) == 0 { row.nik = nil }
                if Int.random(in: 0..<5, using: &random) == 0 { row.phone = nil }
                let days = Int.random(in: -400...20, using: &random)
                row.consent = days == 0 ? nil : DriverCheckTests.today + days
                return row
            }
            let check = DriverCheck(
                rows, fileConsent: nil, terms: DriverCheckTests.terms,
                today: DriverCheckTests.today)
            let kept = Set(check.rows.map(\.record))
            #expect(kept.isDisjoint(with: check.faults.keys))
            #expect(kept.union(check.faults.keys) == Set(1...30))
            #expect(Set(check.rows.map(\.nik)).count == check.rows.count)
        }
    }
}
