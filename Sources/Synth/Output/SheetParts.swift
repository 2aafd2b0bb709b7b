/// The parts of a workbook besides its rows.
enum SheetParts {
    private static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    static var sheetStart: String { "\(start)<worksheet xmlns=\"\(main)\"><sheetData>" }

    /// A sheet of totals that is about nobody.
    static func summarySheet(_ heading: String) -> String {
        let heading = "<c r=\"A1\" t=\"inlineStr\"><is><t>\(heading)</t></is></c>"
        let rows = (2...9).map { row in
            "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row - 1)</v></c>"
                + "<c r=\"B\(row)\"><v>\(row * 37 % 100 + 20)</v></c></row>"
        }
        return "\(sheetStart)<row r=\"1\">\(heading)</row>\(rows.joined())</sheetData></worksheet>"
    }

    /// Names and texts of all parts but the sheets.
    static func all(sheets: [String]) -> [(name: String, text: String)] {
        let numbers = Array(1...sheets.count)
        let kinds = numbers.map { number in
            "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" "
                + "ContentType=\"\(mediaType).worksheet+xml\"/>"
        }
        let listed = zip(numbers, sheets).map { number, name in
            "<sheet name=\"\(name)\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
        }
        let links = numbers.map { number in
            relationship("rId\(number)", "worksheet", "worksheets/sheet\(number).xml")
        }
        let styles = relationship("rId\(sheets.count + 1)", "styles", "styles.xml")
        return [
            ("[Content_Types].xml", contentTypes(kinds.joined())),
            (
                "_rels/.rels",
                relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))
            ),
            (
                "xl/workbook.xml",
                "\(start)<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)/relationships\">"
                    + "<sheets>\(listed.joined())</sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", relationships(links.joined() + styles)),
            ("xl/styles.xml", self.styles),
        ]
    }

    private static func contentTypes(_ sheets: String) -> String {
        "\(start)<Types xmlns=\"\(package)/content-types\">"
            + "<Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(mediaType).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(mediaType).styles+xml\"/>"
            + "\(sheets)</Types>"
    }

    private static func relationships(_ list: String) -> String {
        "\(start)<Relationships xmlns=\"\(package)/relationships\">\(list)</Relationships>"
    }

    private static func relationship(_ id: String, _ kind: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(office)/relationships/\(kind)\" Target=\"\(target)\"/>"
    }

    /// Style 0 is plain, style 1 shows a number as a date.
    private static var styles: String {
        "\(start)<styleSheet xmlns=\"\(main)\">"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf xfId=\"0\"/>"
            + "<xf numFmtId=\"14\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
            + "</cellStyles></styleSheet>"
    }
}
