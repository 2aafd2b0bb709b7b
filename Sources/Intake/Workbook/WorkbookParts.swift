/// Where the parts of a workbook lie in its archive.
struct WorkbookParts {
    struct SheetPart {
        let name: String
        let isHidden: Bool
        let path: String
    }

    let sheets: [SheetPart]
    let sharedTextPath: String?
    let stylesPath: String?
    /// Whether day 0 is 1904-01-01, as on old Macintoshes, instead of 1899-12-31.
    let countsFrom1904: Bool

    init(_ archive: borrowing Archive) throws(WorkbookFault) {
        let main = try WorkbookParts.mainPart(of: archive)
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let file = main.split(separator: "/").last ?? ""
        let links = try WorkbookParts.links(
            at: Relationships.resolve("_rels/\(file).rels", against: folder), folder: folder,
            in: archive)
        var listing = SheetListing()
        try XMLStream(try archive.description(main), listing).finished { listing = $0 }
        guard listing.isWorkbook else { throw .withoutSheets }
        let linked = listing.sheets.map { (sheet: $0, link: links.links[$0.link]) }
        if linked.contains(where: { $0.link?.kind == "xlMacrosheet" }) { throw .macros }
        sheets = linked.compactMap { (sheet, link) -> SheetPart? in
            guard let link, link.kind == "worksheet" else { return nil }
            return SheetPart(name: sheet.name, isHidden: sheet.isHidden, path: link.path)
        }
        guard !sheets.isEmpty else { throw .withoutSheets }
        sharedTextPath = links.first("sharedStrings")
        stylesPath = links.first("styles")
        countsFrom1904 = listing.countsFrom1904
    }

    /// The part that lists the sheets, whatever its name.
    private static func mainPart(of archive: borrowing Archive) throws(WorkbookFault) -> String {
        if archive.paths.contains(where: { $0.hasSuffix("vbaproject.bin") }) { throw .macros }
        let links = try links(at: "_rels/.rels", folder: "", in: archive)
        let main = links.first("officeDocument") ?? "xl/workbook.xml"
        if main.lowercased().hasSuffix(".bin") { throw .binaryFormat }
        guard archive.contains(main) else {
            throw try isOpenDocument(archive) ? .openDocument : .withoutSheets
        }
        return main
    }

    private static func links(
        at path: String, folder: String, in archive: borrowing Archive
    ) throws(WorkbookFault) -> Relationships {
        var links = Relationships(folder: folder)
        guard archive.contains(path) else { return links }
        try XMLStream(try archive.description(path), links).finished { links = $0 }
        return links
    }

    /// An OpenDocument file names its kind in an entry of that name (OpenDocument 1.3 part 2, 3.3).
    private static func isOpenDocument(_ archive: borrowing Archive) throws(WorkbookFault) -> Bool {
        guard archive.contains("mimetype") else { return false }
        var part = try archive.description("mimetype")
        var head = [UInt8](repeating: 0, count: 64)
        var failure: WorkbookFault?
        let count = head.withUnsafeMutableBytes { buffer -> Int in
            do throws(WorkbookFault) { return try part.read(into: buffer) } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return head.prefix(count).starts(with: "application/vnd.oasis.opendocument".utf8)
    }
}
