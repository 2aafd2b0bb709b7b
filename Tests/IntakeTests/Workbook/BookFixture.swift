import CZip
import Civic
import FoundationEssentials
import Intake

/// A folder that lives as long as its owner.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ bytes: some Collection<UInt8>, as name: String) throws -> String {
        try Data(bytes).write(to: URL(filePath: file(name)))
        return file(name)
    }
}

/// A workbook made part by part, right or wrong as a test wants it.
struct BookFixture {
    struct Sheet {
        var name: String
        /// What stands inside `sheetData`.
        var rows: String
        var state = "visible"
    }

    var sheets: [Sheet] = []
    /// The `si` elements.
    var sharedTexts: [String] = []
    /// Format codes; the cell style of number n has the code of number n - 1, style 0 none.
    var formats: [String] = []
    /// Numbers of built-in formats, for the styles after those of `formats`.
    var builtInFormats: [Int] = []
    var countsFrom1904 = false
    /// Parts to add, or to replace by path.
    var parts: [String: String] = [:]

    init(_ rows: String = "") { sheets = [Sheet(name: "Data", rows: rows)] }

    func write(to path: String) throws {
        try Zip.write(allParts.sorted { $0.key < $1.key }, to: path)
    }

    static let relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    private var allParts: [String: String] {
        var all = [
            "_rels/.rels": links([("rId1", "officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": links(workbookLinks),
            "xl/styles.xml": styles,
        ]
        for (index, sheet) in sheets.enumerated() {
            all["xl/worksheets/sheet\(index + 1).xml"] = """
                <worksheet xmlns="\(Self.main)"><sheetData>\(sheet.rows)</sheetData></worksheet>
                """
        }
        if !sharedTexts.isEmpty {
            all["xl/sharedStrings.xml"] = """
                <sst xmlns="\(Self.main)">\(sharedTexts.map { "<si>\($0)</si>" }.joined())</sst>
                """
        }
        return all.merging(parts) { $1 }
    }

    private var workbook: String {
        let tabs = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\""
                + " r:id=\"rId\(index + 1)\"/>"
        }
        return """
            <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relationships)">
            <workbookPr date1904="\(countsFrom1904 ? 1 : 0)"/>
            <sheets>\(tabs.joined())</sheets></workbook>
            """
    }

    private var workbookLinks: [(String, String, String)] {
        let tabs = sheets.indices.map {
            ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
        }
        return tabs + [
            ("rId900", "styles", "styles.xml"), ("rId901", "sharedStrings", "sharedStrings.xml"),
        ]
    }

    private var styles: String {
        let codes = formats.enumerated().map { index, code in
            "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code)\"/>"
        }
        let ids = [0] + formats.indices.map { 164 + $0 } + builtInFormats
        return """
            <styleSheet xmlns="\(Self.main)"><numFmts>\(codes.joined())</numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs>\(ids.map { "<xf numFmtId=\"\($0)\"/>" }.joined())</cellXfs></styleSheet>
            """
    }

    func links(_ links: [(id: String, kind: String, target: String)]) -> String {
        let entries = links.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(Self.relationships)/\($0.kind)\""
                + " Target=\"\($0.target)\"/>"
        }
        return "<Relationships xmlns=\"\(Self.package)\">\(entries.joined())</Relationships>"
    }
}

/// Writes zip archives.
enum Zip {
    struct Failure: Error {}

    static func write(_ parts: [(key: String, value: String)], to path: String) throws {
        try write(to: path) { zip in
            for (name, text) in parts {
                let bytes = Array(text.utf8)
                let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
                memory.copyMemory(from: bytes, byteCount: bytes.count)
                // The archive frees the memory, with the same allocator.
                let source = zip_source_buffer(zip, memory, UInt64(bytes.count), 1)
                try add(source, as: name, to: zip)
            }
        }
    }

    static func write(to path: String, _ fill: (OpaquePointer) throws -> Void) throws {
        guard let zip = zip_open(path, Int32(ZIP_CREATE | ZIP_TRUNCATE), nil) else {
            throw Failure()
        }
        try fill(zip)
        guard zip_close(zip) == 0 else { throw Failure() }
    }

    @discardableResult
    static func add(
        _ source: OpaquePointer?, as name: String, to zip: OpaquePointer
    ) throws -> UInt64 {
        guard let source else { throw Failure() }
        let index = zip_file_add(zip, name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else { throw Failure() }
        return UInt64(index)
    }
}

/// A row as a test compares it.
struct ReadRow: Equatable {
    var number: Int
    var cells: [String]

    init(_ number: Int, _ cells: [String]) {
        self.number = number
        self.cells = cells
    }
}

/// All rows of one sheet.
func readRows(_ path: String, sheet: Int = 0) throws(Problem) -> [ReadRow] {
    var book = try Workbook(path: path)
    var rows: [ReadRow] = []
    try book.readRows(of: sheet) { (row, bytes, fields) throws(Problem) in
        rows.append(ReadRow(row, texts(bytes, fields)))
    }
    return rows
}

func texts(_ bytes: Span<UInt8>, _ fields: Span<FieldRange>) -> [String] {
    fields.indices.map { index in
        bytes.extracting(fields[index].indices).withUnsafeBufferPointer {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

/// The first row of a workbook whose first sheet holds `rows`.
func firstRow(_ fixture: BookFixture) throws -> [String] {
    let folder = try TemporaryFolder()
    try fixture.write(to: folder.file("data.xlsx"))
    return try readRows(folder.file("data.xlsx")).first?.cells ?? []
}

/// What reading the first sheet of the file is refused with.
func refusal(of path: String, limits: WorkbookLimits = .standard) -> Problem? {
    do throws(Problem) {
        var book = try Workbook(path: path, limits: limits)
        try book.readRows(of: 0) { (_, _, _) throws(Problem) in }
        return nil
    } catch { return error }
}
