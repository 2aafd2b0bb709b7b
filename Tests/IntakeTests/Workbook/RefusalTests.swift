import CZip
import Civic
import Intake
import Testing

@Suite struct RefusalTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func expect(_ code: String, _ path: String, name: String) {
        let problem = refusal(of: path)
        #expect(problem?.kind == .input)
        #expect(problem?.code == code)
        #expect(problem?.spot?.file == name)
        for language in Language.allCases {
            let sentence = problem?.sentence(language) ?? ""
            #expect(sentence.hasPrefix(name))
            #expect(!sentence.contains(folder.path))
            #expect(sentence.hasSuffix("."))
        }
    }

    /// A compound file whose directory has one stream of this name.
    private func compoundFile(stream: String) -> [UInt8] {
        var bytes: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
        // Far enough for the name to lie in a later block of the search.
        bytes += [UInt8](repeating: 0, count: 3 * 1_048_576 - bytes.count)
        bytes += stream.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        return bytes + [UInt8](repeating: 0, count: 512)
    }

    @Test func `refuses an empty file`() throws {
        expect("workbook-empty", try folder.write([], as: "kosong.xlsx"), name: "kosong.xlsx")
    }

    @Test func `refuses what is no archive whatever its name`() throws {
        let page = try folder.write("<html><table><tr><td>NIK".utf8, as: "data.xlsx")
        expect("workbook-type", page, name: "data.xlsx")
        expect("workbook-type", try folder.write("P".utf8, as: "satu.xlsx"), name: "satu.xlsx")
    }

    @Test func `tells an old workbook from one with a password`() throws {
        let old = try folder.write(compoundFile(stream: "Workbook"), as: "lama.xlsx")
        expect("workbook-old-format", old, name: "lama.xlsx")
        let locked = try folder.write(compoundFile(stream: "EncryptedPackage"), as: "kunci.xlsx")
        expect("workbook-encrypted", locked, name: "kunci.xlsx")
    }

    @Test func `refuses what is no file to read`() throws {
        expect("workbook-unreadable", folder.file("tiada.xlsx"), name: "tiada.xlsx")
        expect("workbook-unreadable", "/dev/zero", name: "zero")
    }

    @Test(arguments: ["xl/vbaProject.bin", "XL\\VBAPROJECT.BIN"])
    func `refuses macros`(path: String) throws {
        var book = BookFixture("<row><c><v>1</v></c></row>")
        book.parts[path] = "attribut"
        try book.write(to: folder.file("makro.xlsx"))
        expect("workbook-macros", folder.file("makro.xlsx"), name: "makro.xlsx")
    }

    @Test func `refuses macros of Excel 4`() throws {
        var book = BookFixture("<row><c><v>1</v></c></row>")
        book.parts["xl/_rels/workbook.xml.rels"] = book.links([
            ("rId1", "xlMacrosheet", "macrosheets/sheet1.xml")
        ])
        try book.write(to: folder.file("makro.xlsx"))
        expect("workbook-macros", folder.file("makro.xlsx"), name: "makro.xlsx")
    }

    @Test func `refuses archives of another kind`() throws {
        let others: [(String, [(key: String, value: String)])] = [
            ("workbook-absent", [("foto/ktp.jpg", "x")]),
            ("workbook-absent", [("_rels/.rels", link("word/document.xml")), doc]),
            ("workbook-absent", [("mimetype", "application/epub+zip")]),
            (
                "workbook-open-document",
                [
                    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                    ("content.xml", "<office/>"),
                ]
            ),
            (
                "workbook-binary",
                [("_rels/.rels", link("xl/workbook.bin")), ("xl/workbook.bin", "")]
            ),
            ("workbook-absent", [("xl/workbook.xml", "<workbook><sheets/></workbook>")]),
            ("workbook-damaged", [("xl/workbook.xml", "<workbook><sheets>")]),
        ]
        for (code, parts) in others {
            try Zip.write(parts, to: folder.file("data.xlsx"))
            expect(code, folder.file("data.xlsx"), name: "data.xlsx")
        }
    }

    private var doc: (key: String, value: String) { ("word/document.xml", "<document/>") }

    private func link(_ target: String) -> String {
        BookFixture().links([("rId1", "officeDocument", target)])
    }

    @Test func `refuses an archive whose entries are encrypted`() throws {
        let path = folder.file("kunci.xlsx")
        try BookFixture("<row><c><v>1</v></c></row>").write(to: path)
        // Bit 0 of each entry's flags, in its own header and in the directory.
        try patch(path, mark: [0x50, 0x4b, 0x01, 0x02], offset: 8, bytes: [1, 0])
        try patch(path, mark: [0x50, 0x4b, 0x03, 0x04], offset: 6, bytes: [1, 0])
        expect("workbook-encrypted", path, name: "kunci.xlsx")
    }

    @Test(arguments: [
        "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
        "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    ])
    func `refuses a document type wherever it stands`(declaration: String) throws {
        let cell = "<row><c t=\"inlineStr\"><is><t>&b;&x;</t></is></c></row>"
        for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
            var book = BookFixture(cell)
            book.sharedTexts = ["<t>a</t>"]
            book.parts[part] = "\(declaration)<worksheet><sheetData>\(cell)</sheetData></worksheet>"
            try book.write(to: folder.file("jebakan.xlsx"))
            expect("workbook-doctype", folder.file("jebakan.xlsx"), name: "jebakan.xlsx")
        }
    }

    /// Overwrites bytes at an offset after each mark in the file.
    private func patch(_ path: String, mark: [UInt8], offset: Int, bytes: [UInt8]) throws {
        var file = try FileBytes.read(path)
        for at in 0..<file.count - mark.count where file[at...].starts(with: mark) {
            file.replaceSubrange(at + offset..<at + offset + bytes.count, with: bytes)
        }
        _ = try folder.write(file, as: String(path.split(separator: "/").last ?? ""))
    }
}
