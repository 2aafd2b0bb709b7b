import Civic
import Intake
import Testing

@Suite struct DamageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func rows(_ range: ClosedRange<Int>) -> String {
        range.map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
    }

    @Test(arguments: [
        "</row><row r=\"901\"><c><v>901</v></row>",
        "<row r=\"901\"><c><v>\u{1}</v></c></row>",
        "<row r=\"901\"><c t=\"s\"><v>4</v></c></row>",
        "<row r=\"901\"><c t=\"s\"><v>x</v></c></row>",
        "<row r=\"901\"><c><v>&unknown;</v></c></row>",
        "<row r=\"900\"><c><v>1</v></c></row>",
        "<row r=\"901\">\(String(repeating: "<a>", count: 100))",
    ])
    func `names the sheet and the row where the damage begins`(damage: String) throws {
        let path = folder.file("rusak.xlsx")
        var book = BookFixture(rows(1...900) + damage + rows(902...2000))
        book.sheets[0].name = "Ojek"
        book.sharedTexts = ["<t>a</t>"]
        try book.write(to: path)
        var open = try Workbook(path: path)
        var last = 0
        do throws(Problem) {
            try open.readRows(of: 0) { (row, _, _) throws(Problem) in last = row }
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.code == "workbook-damaged")
            #expect(error.spot?.file == "rusak.xlsx")
            #expect((900...901).contains(error.spot?.row ?? 0))
            #expect(error.sentence(.indonesian).contains("Lembar \"Ojek\""))
            #expect(error.sentence(.english).contains("Sheet \"Ojek\""))
        }
        #expect(last == 900)
    }

    @Test func `refuses a tag without end`() throws {
        let path = folder.file("rusak.xlsx")
        let long = String(repeating: "a", count: 4 << 20)
        try BookFixture("<row r=\"1\" spans=\"\(long)\"><c><v>1</v></c></row>").write(to: path)
        #expect(refusal(of: path)?.code == "workbook-damaged")
    }

    @Test func `refuses a sheet that is listed and not there`() throws {
        let path = folder.file("rusak.xlsx")
        var book = BookFixture()
        book.parts["xl/_rels/workbook.xml.rels"] = book.links([
            ("rId1", "worksheet", "worksheets/sheet7.xml")
        ])
        try book.write(to: path)
        #expect(refusal(of: path)?.code == "workbook-damaged")
    }

    @Test func `says of a file cut anywhere that it is cut`() throws {
        let path = folder.file("utuh.xlsx")
        try BookFixture(rows(1...300)).write(to: path)
        let whole = try FileBytes.read(path)
        for count in stride(from: 4, to: whole.count - 1, by: 37) {
            let cut = try folder.write(whole[..<count], as: "potong.xlsx")
            #expect(refusal(of: cut)?.code == "workbook-truncated", "cut to \(count) bytes")
        }
    }

    @Test func `reads or refuses a spoilt file and never stops the program`() throws {
        let path = folder.file("utuh.xlsx")
        var book = BookFixture(rows(1...50) + "<row r=\"51\"><c t=\"s\"><v>0</v></c></row>")
        book.sharedTexts = ["<t>teks</t>"]
        try book.write(to: path)
        let whole = try FileBytes.read(path)
        var random = SeededGenerator(seed: 5)
        var refused = 0
        for _ in 0..<1500 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[.random(in: bytes.indices, using: &random)] = .random(
                    in: 0...255, using: &random)
            }
            let spoilt = try folder.write(bytes, as: "cacat.xlsx")
            if refusal(of: spoilt) != nil { refused += 1 }
        }
        #expect(refused > 500)
    }

    @Test func `reads or refuses spoilt parts and never stops the program`() throws {
        let path = folder.file("cacat.xlsx")
        let sheet = """
            <worksheet><sheetData><row r="1" spans="1:4"><c r="A1" s="1"><v>45966.5</v></c>\
            <c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><r><t>a_x000D_</t></r></is></c>\
            <c r="D1" t="b"><v>1</v></c></row><row r="2"><c r="A2"><v>3.27E+15</v></c></row>\
            </sheetData></worksheet>
            """
        var random = SeededGenerator(seed: 11)
        var (readable, refused) = (0, 0)
        for _ in 0..<1500 {
            var bytes = Array(sheet.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: bytes.indices, using: &random)
                bytes[at] = bytes.randomElement(using: &random) ?? 0
            }
            var book = BookFixture()
            book.sharedTexts = ["<t>teks</t>"]
            book.formats = ["dd/mm/yyyy"]
            book.parts["xl/worksheets/sheet1.xml"] = String(decoding: bytes, as: UTF8.self)
            try book.write(to: path)
            if refusal(of: path) == nil { readable += 1 } else { refused += 1 }
        }
        #expect(readable > 100)
        #expect(refused > 100)
    }
}
