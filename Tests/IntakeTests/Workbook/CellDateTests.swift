import Civic
import Intake
import Testing

@Suite struct CellDateTests {
    /// The days of Excel's calendar one after the other, its 1900-02-29 included, counted by hand.
    private func calendar(_ count: Int) -> [String] {
        var days: [String] = []
        var (year, month, day) = (1900, 1, 1)
        while days.count < count {
            let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
            days.append("\(year)-\(padded(month))-\(padded(day))")
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) || year == 1900
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        return days
    }

    private func read(_ numbers: [String], formats: [String], from1904: Bool) throws -> [String] {
        var book = BookFixture(
            numbers.map { "<row><c s=\"1\"><v>\($0)</v></c></row>" }.joined())
        book.formats = formats
        book.countsFrom1904 = from1904
        let folder = try TemporaryFolder()
        try book.write(to: folder.file("tanggal.xlsx"))
        return try readRows(folder.file("tanggal.xlsx")).map { $0.cells[0] }
    }

    @Test func `shows every day from 1900 to 2063 as Excel does`() throws {
        let numbers = (1...60_000).map { "\($0)" }
        let shown = try read(numbers, formats: ["dd/mm/yyyy"], from1904: false)
        #expect(shown == calendar(60_000))
    }

    @Test func `shows every day of the 1904 system`() throws {
        let numbers = (0..<58_000).map { "\($0)" }
        let shown = try read(numbers, formats: ["dd/mm/yyyy"], from1904: true)
        #expect(shown == Array(calendar(60_000)[1461..<59_461]))
    }

    @Test(arguments: [
        ("31333", "1985-10-13"), ("31333.75", "1985-10-13"), ("3.1333E+4", "1985-10-13"),
        ("60", "1900-02-29"), ("2958465", "9999-12-31"),
        // No days: shown as the numbers they are.
        ("2958466", "2958466"), ("-1", "-1"), ("0", "0"), ("0.25", "0.25"),
    ])
    func `shows a day without its time`(stored: String, text: String) throws {
        #expect(try read([stored], formats: ["d mmm yy"], from1904: false) == [text])
    }

    @Test(arguments: [
        ("0.3125", "07:30"), ("0", "00:00"), ("0.99999", "23:59:59"), ("0.5000116", "12:00:01"),
        ("45966.3125", "2025-11-05"),
    ])
    func `shows a time of day where there is no day`(stored: String, text: String) throws {
        #expect(try read([stored], formats: ["hh:mm"], from1904: false) == [text])
    }

    @Test(arguments: [
        ("dd/mm/yyyy", true), ("[$-421]dd mmmm yyyy;@", true), ("mmm-yy", true), ("m", true),
        ("yyyy", true), ("[h]:mm:ss", true), ("d&quot; hari&quot;", true),
        ("General", false), ("0.00", false), ("#,##0;[Red]-#,##0", false),
        ("&quot;Rp&quot;#,##0", false), ("0&quot; hari&quot;", false), ("[$Rp-421]#,##0", false),
        ("0\\d", false), ("0_m", false), ("*y0", false), ("0;0;0;&quot;&quot;d", false),
        ("@", false),
    ])
    func `tells a date by the format of its cell`(code: String, isDate: Bool) throws {
        let shown = try read(["45966"], formats: [code], from1904: false)
        #expect(shown == [isDate ? "2025-11-05" : "45966"])
    }

    @Test func `knows the built-in formats of dates`() throws {
        let dates = [14...22, 27...36, 45...47, 50...58].flatMap { Array($0) }
        var book = BookFixture(
            (0...80).map { "<row><c s=\"\($0 + 1)\"><v>45966</v></c></row>" }.joined())
        book.builtInFormats = Array(0...80)
        let folder = try TemporaryFolder()
        try book.write(to: folder.file("tanggal.xlsx"))
        let shown = try readRows(folder.file("tanggal.xlsx")).map { $0.cells[0] }
        for id in 0...80 {
            #expect(shown[id] == (dates.contains(id) ? "2025-11-05" : "45966"), "format \(id)")
        }
    }

    @Test func `a style that is not listed shows a plain number`() throws {
        let row = "<row><c s=\"999\"><v>45966</v></c><c s=\"x\"><v>45966</v></c></row>"
        #expect(try firstRow(BookFixture(row)) == ["45966", "45966"])
    }
}
