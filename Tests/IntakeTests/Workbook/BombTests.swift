import CZip
import Civic
import Intake
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct BombTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("bom.xlsx") }

    /// A workbook with one more part of so many zeros, which deflate to a thousandth.
    private func write(zeros: Int, as part: String) throws {
        let big = folder.file("nol")
        _ = try folder.write([], as: "nol")
        #expect(truncate(big, zeros) == 0)
        try BookFixture("<row><c><v>1</v></c></row>").write(to: path)
        guard let zip = zip_open(path, 0, nil) else { throw Zip.Failure() }
        let index = try Zip.add(zip_source_file(zip, big, 0, -1), as: part, to: zip)
        #expect(zip_set_file_compression(zip, index, Int32(ZIP_CM_DEFLATE), 1) == 0)
        #expect(zip_close(zip) == 0)
    }

    @Test func `refuses a gigabyte of nothing in a megabyte before inflating it`() throws {
        try write(zeros: 1 << 30, as: "xl/worksheets/sheet2.xml")
        let size = try FileBytes.read(path).count
        #expect(size < 8 << 20)
        let time = ContinuousClock().measure {
            #expect(refusal(of: path)?.code == "workbook-bomb")
        }
        #expect(time < .seconds(1))
    }

    @Test func `takes repetitive sheets as long as they are small`() throws {
        try write(zeros: 40 << 20, as: "xl/media/image1.png")
        #expect(refusal(of: path) == nil)
    }

    @Test func `refuses a part that inflates to more than it declares`() throws {
        let rows = (1...2000).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
        try BookFixture(rows).write(to: path)
        var file = try FileBytes.read(path)
        // The inflated size stands in the directory 24 bytes after the mark of each entry.
        let mark: [UInt8] = [0x50, 0x4b, 0x01, 0x02]
        let name = Array("xl/worksheets/sheet1.xml".utf8)
        for at in 0..<file.count - 70
        where file[at...].starts(with: mark) && file[(at + 46)...].starts(with: name) {
            file.replaceSubrange(at + 24..<at + 28, with: [0, 1, 0, 0])
        }
        _ = try folder.write(file, as: "bom.xlsx")
        #expect(refusal(of: path)?.code == "workbook-bomb")
    }

    @Test func `refuses too many parts`() throws {
        try Zip.write((0..<200).map { ("xl/\($0).xml", "") }, to: path)
        var limits = WorkbookLimits.standard
        limits.entriesMax = 100
        #expect(refusal(of: path, limits: limits)?.code == "workbook-bomb")
    }

    @Test func `refuses parts that together declare too much`() throws {
        try BookFixture("<row><c><v>1</v></c></row>").write(to: path)
        var limits = WorkbookLimits.standard
        limits.archiveBytesMax = 1000
        #expect(refusal(of: path, limits: limits)?.code == "workbook-bomb")
        limits = .standard
        limits.partBytesMax = 100
        #expect(refusal(of: path, limits: limits)?.code == "workbook-bomb")
    }

    @Test func `refuses more than Excel allows`() throws {
        let cases: [(String, (inout WorkbookLimits) -> Void)] = [
            ("<row><c r=\"XFE1\"><v>1</v></c></row>", { _ in }),
            ("<row><c r=\"ZZZZZZZZZ1\"><v>1</v></c></row>", { _ in }),
            ("<row r=\"1048577\"><c><v>1</v></c></row>", { _ in }),
            ("<row><c t=\"inlineStr\"><is><t>panjang</t></is></c></row>", { $0.rowBytesMax = 6 }),
            ("<row><c t=\"s\"><v>0</v></c></row>", { $0.rowBytesMax = 6 }),
            ("<row><c t=\"s\"><v>0</v></c></row>", { $0.sharedTextBytesMax = 6 }),
            ("<row><c t=\"s\"><v>0</v></c></row>", { $0.sharedTextsMax = 0 }),
            ("<row><c><v>0</v></c></row>", { $0.descriptionBytesMax = 10 }),
        ]
        for (rows, restrict) in cases {
            var book = BookFixture(rows)
            book.sharedTexts = ["<t>panjang</t>"]
            try book.write(to: path)
            var limits = WorkbookLimits.standard
            restrict(&limits)
            #expect(refusal(of: path, limits: limits)?.code == "workbook-too-large", "\(rows)")
        }
    }

    @Test func `hands rows on early when they are wide and short`() throws {
        let rows = (1...3000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }
        try BookFixture(rows.joined()).write(to: path)
        var book = try Workbook(path: path)
        var fieldsSeen = 0
        try book.readRows(of: 0) { (_, _, fields) throws(Problem) in fieldsSeen += fields.count }
        #expect(fieldsSeen == 3000 * 16_384)
    }
}
