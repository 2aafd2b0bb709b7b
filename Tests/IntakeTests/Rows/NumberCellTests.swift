import Civic
import Intake
import Testing

/// What becomes of identity numbers as offices deliver them.
struct NumberCellTests {
    private let number = "3275011708850001"

    private func read(_ cell: String) throws -> Reading {
        try Reading("NIK;Nama\n\(cell);Budi Santoso\n")
    }

    @Test(arguments: [
        "3275011708850001", " 3275011708850001 ", "'3275011708850001",
        "\u{a0}3275011708850001\u{a0}",
        "\"3275011708850001\"", "3275 0117 0885 0001", "3275.0117.0885.0001", "3275-0117-0885-0001",
        "\"=\"\"3275011708850001\"\"\"", "3,275011708850001E+15", "3.275011708850001E+15",
        "327501\u{a0}170885\u{a0}0001", "`3275011708850001",
    ])
    func `is the same number however a spreadsheet dressed it`(_ cell: String) throws {
        let reading = try read(cell)
        #expect(reading.people.map(\.nik) == [number])
        #expect(reading.rejects == [])
    }

    @Test(arguments: [
        "32750117O8850001", "3275011708850O01", "327501170885000l", "3275O1I7O885OOOI",
    ])
    func `letters typed for digits are repaired, and counted`(_ cell: String) throws {
        let reading = try read(cell)
        #expect(reading.people.map(\.nik) == [number])
        #expect(reading.counts.repaired == 1)
        #expect(reading.counts.linked == 1)
    }

    @Test(arguments: [
        ("327501170885001", "nik-length"), ("32750117088500011", "nik-length"),
        ("12345", "nik-length"),
        ("3275011708850001234567890123456789", "nik-length"),
        ("3275X11708850001", "nik-characters"),
        ("tidak ada", "nik-characters"), ("3275013201850001", "nik-day"),
        ("3275011713850001", "nik-month"), ("3275013102850001", "nik-date"),
        ("3275011708850000", "nik-serial"), ("0275011708850001", "nik-length"),
        ("3.27501E+15", "nik-scientific"), ("3,27501E+15", "nik-scientific"),
        ("3.27501170885E+15", "nik-scientific"), ("3E+15", "nik-scientific"),
    ])
    func `a number that cannot be used is named and its row kept`(_ cell: String, _ code: String)
        throws
    {
        let reading = try read(cell)
        #expect(reading.people.map(\.nik) == [nil])
        #expect(reading.people.map(\.name) == ["Budi Santoso"])
        #expect(reading.rejects == ["2 NIK \(code)"])
        #expect(reading.rejectedValues == [cell])
    }

    @Test(arguments: ["", "-", "--", ".", "N/A", "null", "kosong", "?", "\u{a0}"])
    func `no number is nothing to complain about`(_ cell: String) throws {
        let reading = try read(cell)
        #expect(reading.people.map(\.nik) == [nil])
        #expect(reading.rejects == [])
    }

    @Test(
        arguments: [
            ("327501170885001", 327_501_170_885_001, 15, false),
            ("32750117088500011", 32_750_117_088_500_011, 17, false),
            ("3275013102850001", 3_275_013_102_850_001, 16, false),
            ("3.27501E+15", 327_501, 6, true),
            ("3.27501170885E+15", 327_501_170_885, 12, true), ("12345", 0, 0, false),
            ("3275011708850001234567", 0, 0, false),
        ] as [(String, UInt64, UInt8, Bool)])
    func `what is left of a damaged number stays as a clue`(
        _ cell: String, _ digits: UInt64, _ count: UInt8, _ isPrefix: Bool
    ) throws {
        let row = try #require(try read(cell).rows.first)
        #expect(row.nikClue == digits)
        #expect(row.nikClueDigits == count)
        #expect(row.nikCluePrefix == isPrefix)
    }

    @Test(arguments: [
        "3E99999999999999999999999", "1E+", "E", "E+15", "1e15e15", "9,9,9,9E+15",
        "12345678901234567E+15", "3.27501E-15",
    ])
    func `nonsense with an exponent stops nothing`(_ cell: String) throws {
        let reading = try read(cell)
        #expect(reading.people.map(\.nik) == [nil])
        #expect(reading.rejects.count == 1)
    }

    @Test func `a row with a clue of fourteen digits is a person even without a name`() throws {
        let reading = try Reading("NIK;Nama\n32750117088500;\n3275011708;\n;\n")
        #expect(reading.people.map(\.row) == [2])
        #expect(reading.counts.rejected == 1)
        #expect(reading.counts.repeatedOrEmpty == 2)
    }

    @Test func `a number that names another birth date or sex is marked`() throws {
        let reading = try Reading(
            """
            NIK;Nama;Tgl Lahir;JK
            3275011708850001;Budi;17-08-1985;L
            3275011708850001;Budi;18-07-1985;L
            3275011708850001;Siti;17-08-1985;P
            3275011708850001;Budi;1985;L
            3275011708850001;Budi;;
            """)
        let marked = reading.people.map { $0.facts.contains(.nikDisagrees) }
        #expect(marked == [false, true, true, false, false])
    }
}
