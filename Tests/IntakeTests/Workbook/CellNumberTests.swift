import Civic
import Intake
import Testing

@Suite struct CellNumberTests {
    @Test(arguments: [
        ("0", "0"), ("7", "7"), ("-12", "-12"), ("-0", "0"), ("007", "7"), ("+5", "5"),
        ("16800", "16800"), ("3275014507900003", "3275014507900003"),
        ("3.2750117E+15", "3275011700000000"),
        ("3.2750145079000029E+15", "3275014507900003"),
        ("3.27501450790000E+015", "3275014507900000"),
        ("12345678901234567", "12345678901234567"),
        ("1.2345E+3", "1234.5"), ("1.50", "1.5"), ("2.0", "2"), ("0.5", "0.5"),
        ("0.10000000000000001", "0.1"), ("0.30000000000000004", "0.30000000000000004"),
        ("1E-5", "0.00001"), ("1.25E-7", "0.000000125"), ("-1.25E-7", "-0.000000125"),
        ("1E+17", "100000000000000000"), ("1.5E+20", "150000000000000000000"),
        ("99999999999999999999", "100000000000000000000"), ("-6.2146000000000001", "-6.2146"),
        (".5", "0.5"), ("5.", "5"), ("62812", "62812"),
        ("nan", "nan"), ("inf", "inf"), ("0x10", "0x10"), ("1e", "1e"), ("1E+999", "1E+999"),
        ("12 ekor", "12 ekor"),
    ])
    func `prints numbers without exponent`(stored: String, text: String) throws {
        let row = "<row r=\"1\"><c r=\"A1\"><v>\(stored)</v></c></row>"
        #expect(try firstRow(BookFixture(row)) == [text])
    }

    @Test func `prints any number so that it reads back as the same one`() throws {
        var random = SeededGenerator(seed: 20_251_105)
        let numbers = (0..<20_000).map { index -> Double in
            let digits = Double(Int64.random(in: -(1 << 53)...(1 << 53), using: &random))
            let scale = Int.random(in: -12...12, using: &random)
            return (0..<scale.magnitude).reduce(digits) { value, _ in
                scale > 0 ? value * 10 : value / 10
            }
        }
        var book = BookFixture(
            numbers.map { "<row><c><v>\($0)</v></c></row>" }.joined())
        book.sheets.append(.init(name: "Kosong", rows: ""))
        let folder = try TemporaryFolder()
        try book.write(to: folder.file("angka.xlsx"))
        let rows = try readRows(folder.file("angka.xlsx"))
        #expect(rows.count == numbers.count)
        for (row, number) in zip(rows, numbers) {
            let text = row.cells[0]
            #expect(Double(text) == number, "\(number) became \(text)")
            #expect(text.allSatisfy { $0.isNumber || $0 == "-" || $0 == "." }, "\(text)")
            if number.rounded() == number, number.magnitude < 1e17 {
                #expect(text == (number == 0 ? "0" : "\(Int64(number))"))
            }
        }
    }
}
