import Civic

/// The form of one agency's file.
struct ListLayout: Sendable {
    enum Format: String, Sendable {
        case csv
        case xlsx
    }

    enum Encoding: String, Sendable {
        case utf8 = "utf-8"
        case utf8Marked = "utf-8-bom"
        case windows1252 = "windows-1252"
    }

    enum LetterCase: String, Sendable {
        case upper
        case title
        case lower
    }

    struct Column: Sendable {
        let header: [UInt8]
        let field: Field
        /// Form of dates in the field, where it holds dates.
        let dates: DateForm
        /// Width of numbers, 1 unless the form says more.
        let width: Int
        /// The words to choose from, where the field has words.
        let words: [[UInt8]]
    }

    /// File name without its extension, and the key of the other tables.
    let id: String
    let format: Format
    let separator: UInt8
    let encoding: Encoding
    let endsWithReturn: Bool
    let letterCase: LetterCase
    let sortedByPlace: Bool
    let sheet: String
    let title: [[UInt8]]
    /// The word of the totals row; nil without one.
    let total: [UInt8]?
    /// After how many rows the header comes again, and after how many an empty row; 0 for never.
    let repeatHeader: Int
    let blankEvery: Int
    let otherSheet: String?
    /// Whether being on the list shows informal work.
    let isSectorList: Bool
    /// Which lists are believed first about work; 0 for lists that say nothing about it.
    let occupationRank: Int
    let columns: [Column]
    let members: MembershipRules
    let dirt: DirtRates
}

extension ListLayout {
    /// Every list of `Data/synth/files.tsv`, in order.
    static func all(
        work: Workforce, _ table: (String) throws(Problem) -> Table
    ) throws(Problem) -> [ListLayout] {
        let columns = try table("synth/columns")
        let members = try table("synth/membership")
        let dirt = try table("synth/dirt")
        var layouts: [ListLayout] = []
        for row in try table("synth/files").rows {
            layouts.append(try ListLayout(row, columns, members, dirt, work))
        }
        return layouts
    }

    private init(
        _ row: Table.Row, _ columns: Table, _ members: Table, _ dirt: Table, _ work: Workforce
    ) throws(Problem) {
        let id = try row.text("id")
        self.id = id
        format = try ListLayout.known(row, "format")
        separator = try row.text("separator").utf8.first ?? UInt8(ascii: ",")
        encoding = try ListLayout.known(row, "encoding")
        endsWithReturn = try row.text("line_end") == "crlf"
        letterCase = try ListLayout.known(row, "case")
        sortedByPlace = try row.text("order") == "place"
        sheet = row.optional("sheet") ?? "Data"
        title = row.list("title").map { Array($0.utf8) }
        total = row.optional("total").map { Array($0.utf8) }
        repeatHeader = try row.number("repeat_header")
        blankEvery = try row.number("blank_every")
        otherSheet = row.optional("other_sheet")
        isSectorList = try row.text("sector_list") == "yes"
        occupationRank = try row.number("occupation_rank")
        var list: [Column] = []
        for row in columns.rows where row.optional("file") == id { list.append(try Column(row)) }
        self.columns = list
        self.members = try MembershipRules(file: id, members, work: work)
        self.dirt = try DirtRates(file: id, dirt)
    }

    private static func known<Value: RawRepresentable<String>>(
        _ row: Table.Row, _ column: String
    ) throws(Problem) -> Value {
        let text = try row.text(column)
        guard let value = Value(rawValue: text) else { throw row.wrong(column, text) }
        return value
    }
}

extension ListLayout.Column {
    fileprivate init(_ row: Table.Row) throws(Problem) {
        let name = try row.text("field")
        guard let field = Field(rawValue: name) else { throw row.wrong("field", name) }
        let form = row.optional("form") ?? ""
        header = Array(try row.text("header").utf8)
        self.field = field
        dates = DateForm(rawValue: form) ?? .iso
        width = Int(form) ?? 1
        words = row.list("form").map { Array($0.utf8) }
    }
}
