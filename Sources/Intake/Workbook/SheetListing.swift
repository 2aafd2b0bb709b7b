/// Listens to `xl/workbook.xml`: the sheets in the order of their tabs (ECMA-376 part 1, 18.2).
struct SheetListing: XMLHandler {
    struct Entry {
        let name: String
        let isHidden: Bool
        /// Key of the relationship that leads to the sheet's part.
        let link: String
    }

    private(set) var isWorkbook = false
    private(set) var sheets: [Entry] = []
    private(set) var countsFrom1904 = false

    static var callbacks: XMLCallbacks {
        XMLCallbacks(
            start: { XMLContext.start($0, $1, $2, SheetListing.self) },
            end: { XMLContext.end($0, $1, SheetListing.self) }, text: nil)
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "workbook" {
            isWorkbook = true
        } else if name == "workbookPr" {
            countsFrom1904 = attributes.isTrue("date1904")
        } else if name == "sheet" {
            let state = attributes.text("state")
            sheets.append(
                Entry(
                    name: attributes.text("name") ?? "",
                    isHidden: state == "hidden" || state == "veryHidden",
                    link: attributes.text("id") ?? ""))
        }
    }
}
