import Civic
import Intake
import Testing

@Suite struct SheetRowsTests {
    private func rows(_ fixture: BookFixture, sheet: Int = 0) throws -> [ReadRow] {
        let folder = try TemporaryFolder()
        try fixture.write(to: folder.file("data.xlsx"))
        return try readRows(folder.file("data.xlsx"), sheet: sheet)
    }

    private func cell(_ reference: String, _ value: String) -> String {
        "<c r=\"\(reference)\"><v>\(value)</v></c>"
    }

    @Test func `lists sheets in the order of their tabs and marks hidden ones`() throws {
        var book = BookFixture()
        book.sheets = [
            .init(name: "Data &amp; NIK", rows: ""),
            .init(name: "Rahasia", rows: cell("A1", "1"), state: "hidden"),
            .init(name: "Lebih", rows: "<row><c><v>7</v></c></row>", state: "veryHidden"),
        ]
        let folder = try TemporaryFolder()
        try book.write(to: folder.file("data.xlsx"))
        let sheets = try Workbook(path: folder.file("data.xlsx")).sheets
        #expect(sheets.map(\.name) == ["Data & NIK", "Rahasia", "Lebih"])
        #expect(sheets.map(\.isHidden) == [false, true, true])
        #expect(try readRows(folder.file("data.xlsx"), sheet: 2) == [ReadRow(1, ["7"])])
    }

    @Test func `numbers rows as a spreadsheet shows them`() throws {
        let sheet = """
            <row r="3">\(cell("A3", "1"))</row><row>\(cell("B4", "2"))</row><row r="5"/>
            <row r="1048576">\(cell("A1048576", "3"))</row>
            """
        let expected = [ReadRow(3, ["1"]), ReadRow(4, ["", "2"]), ReadRow(1_048_576, ["3"])]
        #expect(try rows(BookFixture(sheet)) == expected)
    }

    @Test func `puts cells where their column is`() throws {
        let sheet = """
            <row r="1">\(cell("C1", "3"))<c><v>4</v></c>\(cell("AA1", "27"))</row>
            <row r="2">\(cell("XFD2", "9"))</row><row r="3">\(cell("b3", "2"))\(cell("A3", "1"))</row>
            """
        let read = try rows(BookFixture(sheet))
        #expect(read[0].cells == ["", "", "3", "4"] + Array(repeating: "", count: 22) + ["27"])
        #expect(read[1].cells.count == 16_384)
        #expect(read[1].cells.last == "9")
        #expect(read[2].cells == ["1", "2"])
    }

    @Test func `a row of empty cells has no fields`() throws {
        let sheet = """
            <row r="1"><c r="A1" s="1"/><c r="XFD1" s="1"/></row><row r="2" spans="1:3"/>
            <row r="3"><c r="A3"><v>1</v></c><c r="D3" s="1"/></row>
            """
        #expect(try rows(BookFixture(sheet)) == [ReadRow(1, []), ReadRow(3, ["1"])])
    }

    @Test func `reads only cells of the sheet's data`() throws {
        var book = BookFixture()
        book.parts["xl/worksheets/sheet1.xml"] = """
            <worksheet><dimension ref="A1"/><cols><col min="1" max="2"/></cols>
            <row><c><v>0</v></c></row>
            <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>judul</t></is></c></row></sheetData>
            <mergeCells><mergeCell ref="A1:C1"/></mergeCells>
            <extLst><ext><row><c><v>9</v></c></row></ext></extLst></worksheet>
            """
        #expect(try rows(book) == [ReadRow(1, ["judul"])])
    }

    @Test func `reads files whose elements have a prefix and whose paths are unusual`() throws {
        var book = BookFixture()
        book.sheets[0].name = "x"
        book.parts["_rels/.rels"] = book.links([("a", "officeDocument", "/data/Book.xml")])
        book.parts["data/_rels/Book.xml.rels"] = book.links([
            ("a", "worksheet", "../SHEETS\\one.xml"), ("b", "chartsheet", "chart.xml"),
        ])
        book.parts["data/book.xml"] = """
            <x:workbook xmlns:x="\(BookFixture.main)" xmlns:d="\(BookFixture.relationships)">
            <x:sheets><x:sheet name="Bagan" d:id="b"/><x:sheet name="Satu" d:id="a"/></x:sheets>
            </x:workbook>
            """
        book.parts["sheets\\one.xml"] = """
            <x:worksheet xmlns:x="\(BookFixture.main)"><x:sheetData>
            <x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>ya</x:t></x:is></x:c></x:row>
            </x:sheetData></x:worksheet>
            """
        #expect(try rows(book) == [ReadRow(2, ["ya"])])
    }

    @Test func `streams many rows through blocks of any boundary`() throws {
        var random = SeededGenerator(seed: 7)
        let expected = (1...20_000).map { number in
            ReadRow(
                number,
                (0..<Int.random(in: 1...8, using: &random)).map { column in
                    String(repeating: "é<&\(column)", count: .random(in: 1...12, using: &random))
                })
        }
        let sheet = expected.map { row in
            let cells = row.cells.map { text in
                let escaped = text.map { $0 == "<" ? "&lt;" : $0 == "&" ? "&amp;" : String($0) }
                return "<c t=\"inlineStr\"><is><t>\(escaped.joined())</t></is></c>"
            }
            return "<row r=\"\(row.number)\">\(cells.joined())</row>"
        }
        #expect(try rows(BookFixture(sheet.joined())) == expected)
    }

    @Test func `a sheet can be read again and after another`() throws {
        var book = BookFixture("<row><c t=\"s\"><v>0</v></c></row>")
        book.sheets.append(.init(name: "Dua", rows: "<row><c t=\"s\"><v>1</v></c></row>"))
        book.sharedTexts = ["<t>satu</t>", "<t>dua</t>"]
        let folder = try TemporaryFolder()
        try book.write(to: folder.file("data.xlsx"))
        var open = try Workbook(path: folder.file("data.xlsx"))
        var seen: [String] = []
        for sheet in [0, 1, 0] {
            try open.readRows(of: sheet) { (_, bytes, fields) throws(Problem) in
                seen += texts(bytes, fields)
            }
        }
        #expect(seen == ["satu", "dua", "satu"])
    }

    @Test func `stops when the reader of rows does`() throws {
        let stop = Problem(
            .usage, "enough", Phrase("Cukup.", en: "Enough."), do: Phrase("", en: ""))
        let folder = try TemporaryFolder()
        let sheet = (1...5000).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
        try BookFixture(sheet).write(to: folder.file("data.xlsx"))
        var book = try Workbook(path: folder.file("data.xlsx"))
        var count = 0
        do throws(Problem) {
            try book.readRows(of: 0) { (_, _, _) throws(Problem) in
                count += 1
                if count == 3 { throw stop }
            }
            Issue.record("nothing was thrown")
        } catch { #expect(error == stop) }
        #expect(count == 3)
    }
}
