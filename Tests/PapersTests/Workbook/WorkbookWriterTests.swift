import Civic
import FoundationEssentials
import Intake
import Papers
import Testing

@Suite struct WorkbookWriterTests {
    private let folder: TemporaryFolder
    private let created = Day(number: 20_397)

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("peserta.xlsx") }

    private let columns = [
        SheetColumn("NIK", width: 18), SheetColumn("Nama", width: 30),
        SheetColumn("Desil", width: 8, kind: .number),
        SheetColumn("Iuran", width: 14, kind: .rupiah),
        SheetColumn("Lahir", width: 12, kind: .date),
    ]

    private func write(_ rows: [[CellValue]], columns: [SheetColumn]? = nil) throws(Problem) {
        var book = try WorkbookWriter(path: path, created: created)
        try book.beginSheet("Peserta", columns: columns ?? self.columns)
        for row in rows { try book.append(row) }
        try book.finish()
    }

    private func read(_ sheet: Int = 0) throws(Problem) -> [[String]] {
        var book = try Workbook(path: path)
        var rows: [[String]] = []
        try book.readRows(of: sheet) { (row, bytes, fields) throws(Problem) in
            #expect(row == rows.count + 1)
            rows.append(
                fields.indices.map { index in
                    bytes.extracting(fields[index].indices).withUnsafeBufferPointer {
                        String(decoding: $0, as: UTF8.self)
                    }
                })
        }
        return rows
    }

    /// One text through a written and read file.
    private func roundTrip(_ texts: [String]) throws -> [String] {
        try write(texts.map { [.text($0)] }, columns: [SheetColumn("Teks", width: 10)])
        return try read().dropFirst().map { $0.first ?? "" }
    }

    @Test func `what is written is what is read`() throws {
        let day = try #require(Day(iso: "1985-10-13"))
        try write([
            [.text("3275014507900003"), .text("Siti"), .number(1), .number(16_800), .date(day)],
            [.text("0275014507900003"), .empty, .number(-7), .empty, .empty],
            [.text(""), .text(""), .empty, .number(3_275_014_507_900_003), .empty],
        ])
        #expect(
            try read() == [
                ["NIK", "Nama", "Desil", "Iuran", "Lahir"],
                ["3275014507900003", "Siti", "1", "16800", "1985-10-13"],
                ["0275014507900003", "", "-7"],
                ["", "", "", "3275014507900003"],
            ])
    }

    @Test func `a NIK is text and not a number`() throws {
        try write([[.text("3275014507900003"), .empty, .empty, .empty, .empty]])
        let sheet = try Parts.text("xl/worksheets/sheet1.xml", of: path)
        #expect(sheet.contains("t=\"inlineStr\"><is><t>3275014507900003</t>"))
        #expect(!sheet.contains("<v>3275014507900003"))
        #expect(sheet.contains("<ignoredError sqref=\"A1:XFD1048576\" numberStoredAsText=\"1\"/>"))
        let styles = try Parts.text("xl/styles.xml", of: path)
        // Number 49 is the built-in format of text.
        #expect(styles.contains("numFmtId=\"49\""))
    }

    @Test func `the heading is bold, stays in sight and filters`() throws {
        try write([[.text("1"), .text("a"), .number(1), .number(1), .empty]])
        let sheet = try Parts.text("xl/worksheets/sheet1.xml", of: path)
        #expect(sheet.contains("<pane ySplit=\"1\""))
        #expect(sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("<autoFilter ref=\"A1:E2\"/>"))
        #expect(sheet.contains("<c r=\"A1\" s=\"1\""))
        #expect(try Parts.text("xl/styles.xml", of: path).contains("<b/>"))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
        ("+6281234567890", "'+6281234567890"), ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"), ("-", "'-"), ("--1", "'--1"), ("-1.", "'-1."), ("-1-1", "'-1-1"),
        ("\t=1", "'\t=1"), ("\r=1", "'\r=1"),
        ("-12", "-12"), ("-12,5", "-12,5"), ("-0.5", "-0.5"), ("a=b", "a=b"), (" =1", " =1"),
        ("'=1", "'=1"), ("Rp-5", "Rp-5"),
    ])
    func `no text can become a formula`(text: String, cell: String) throws {
        #expect(try roundTrip([text]) == [cell])
        #expect(!(try Parts.text("xl/worksheets/sheet1.xml", of: path)).contains("<f>"))
    }

    @Test func `texts of all kinds come through whole`() throws {
        let texts = [
            "  spasi di tepi  ", "dua\nbaris", "kembali\rbaris", "tab\tdi tengah", "<b>&\"'</b>",
            "_x000D_", "_x005F_x000D_", "_x00e9_", "a_xD83D_b", "_", "_x", "Sùñdá 😀 日本",
            "\u{1}\u{8}\u{B}\u{1F}", "ｅ", String(repeating: "n", count: 32_767),
        ]
        #expect(try roundTrip(texts) == texts)
        #expect(
            try roundTrip(["a\0b", "a\u{FFFE}\u{FFFF}"]) == ["a\u{FFFD}b", "a\u{FFFD}\u{FFFD}"])
    }

    @Test func `days come through, those before Excel's calendar as text`() throws {
        let first = try #require(Day(iso: "1899-12-28"))
        let days = (0..<1000).map { first + $0 * 59 } + (0..<70).map { first + $0 }
        try write(days.map { [.date($0)] }, columns: [SheetColumn("Hari", width: 12, kind: .date)])
        #expect(try read().dropFirst().map { $0[0] } == days.map(\.iso))
    }

    @Test func `the sheet of notes tells where the numbers come from`() throws {
        var book = try WorkbookWriter(path: path, created: created)
        try book.beginSheet("Peserta", columns: columns)
        try book.writeNotes([("Tanggal", "5 November 2025"), ("Saringan", "=semua")])
        try book.finish()
        #expect(try Workbook(path: path).sheets.map(\.name) == ["Peserta", "Keterangan"])
        let notes = [["Hal", "Isi"], ["Tanggal", "5 November 2025"], ["Saringan", "'=semua"]]
        #expect(try read(1) == notes)
    }

    @Test func `the same input gives the same bytes`() throws {
        let rows: [[CellValue]] = (0..<3000).map {
            [.text("32750145\($0)"), .text("Nama \($0 % 7)"), .number($0), .empty, .date(created)]
        }
        try write(rows)
        let first = try Data(contentsOf: URL(filePath: path))
        try write(rows)
        #expect(try Data(contentsOf: URL(filePath: path)) == first)
        #expect(try Parts.text("docProps/core.xml", of: path).contains("2025-11-05T00:00:00Z"))
    }

    @Test func `the old file stays until the new one is whole`() throws {
        try Data("lama".utf8).write(to: URL(filePath: path))
        do {
            var book = try WorkbookWriter(path: path, created: created)
            try book.beginSheet("Peserta", columns: columns)
            try book.append([.text("1"), .empty, .empty, .empty, .empty])
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("lama".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }

    @Test func `only the owner may read the file`() throws {
        try write([])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `says why a file cannot be written`() throws {
        let problem = #expect(throws: Problem.self) {
            _ = try WorkbookWriter(path: "/dev/null/peserta.xlsx", created: created)
        }
        #expect(problem?.code == "workbook-write")
        #expect(problem?.kind == .service)
        let long = #expect(throws: Problem.self) {
            try write(
                [[.text(String(repeating: "n", count: 32_768))]],
                columns: [SheetColumn("Alamat", width: 10)])
        }
        #expect(long?.code == "workbook-text")
        #expect(long?.spot == Spot(file: "peserta.xlsx", row: 2, column: "Alamat"))
        for name in ["", "a/b", "[x]", String(repeating: "n", count: 32), "Kembar"] {
            let problem = #expect(throws: Problem.self) {
                var book = try WorkbookWriter(path: path, created: created)
                try book.beginSheet("Kembar", columns: columns)
                try book.beginSheet(name, columns: columns)
            }
            #expect(problem?.code == "workbook-sheet-name")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
