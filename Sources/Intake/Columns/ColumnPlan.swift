import Civic

/// Which field of a record says what, for one sheet or text file.
struct ColumnPlan: Sendable {
    /// By position of the field; nil for columns that are not needed.
    private(set) var columns: [Column?]
    /// Headings as written, for messages.
    private(set) var headings: [String]
    /// Keys of the headings, to recognise a header that is repeated further down.
    private(set) var headingKeys: [LetterKey]
    /// First bytes of the headings in upper case; 0 for an empty one.
    private(set) var headingLetters: [UInt8]
    /// Row in which the header stands; 0 where there is none.
    let headerRow: Int

    var assigned: Int { columns.count { $0 != nil } }
    var holdsPeople: Bool { columns.contains { $0?.identifies ?? false } }

    func has(_ column: Column) -> Bool { columns.contains(column) }

    func heading(of field: Int) -> String {
        guard field >= 0, field < headings.count, !headings[field].isEmpty else {
            return field < 0 ? "" : ColumnPlan.letters(of: field)
        }
        return headings[field]
    }

    /// Finds the header among the first rows of a list; falls back on what the cells contain.
    ///
    /// - Parameters:
    ///   - rows: the first rows, with their numbers.
    ///   - isInsurer: in the insurer's lists a bare "Status" speaks of membership.
    init(_ rows: [SampleRow], headings known: Headings, isInsurer: Bool) {
        let header = rows.prefix(ColumnPlan.headerDepth).max { left, right in
            (ColumnPlan.matches(left, known), right.number)
                < (ColumnPlan.matches(right, known), left.number)
        }
        let width = rows.map(\.fields.count).max() ?? 0
        if let header, ColumnPlan.isHeader(header, known) {
            headerRow = header.number
            headings = header.fields.map { Text.trimmed($0) }
        } else {
            headerRow = 0
            headings = []
        }
        while headings.count < width { headings.append("") }
        headingKeys = headings.map { LetterKey($0) }
        headingLetters = headings.map { $0.utf8.first.map(ASCII.upper) ?? 0 }
        columns = [Column?](repeating: nil, count: headings.count)
        assignByHeading(known, isInsurer)
        let body = rows.filter { $0.number > headerRow }
        assignByContent(ContentGuess(body, width: columns.count))
    }

    /// The header stands within the first ten rows.
    static let headerDepth = 10

    private mutating func assignByHeading(_ known: Headings, _ isInsurer: Bool) {
        for (field, heading) in headings.enumerated() {
            guard let column = ColumnPlan.exact(heading, known, isInsurer), !has(column) else {
                continue
            }
            columns[field] = column
        }
        for (field, heading) in headings.enumerated() where columns[field] == nil {
            guard let column = known.partial(heading), !has(column) else { continue }
            columns[field] = column
        }
        resolveCombined()
    }

    /// A "Tempat/Tgl Lahir" column next to a plain birth date is only the place.
    private mutating func resolveCombined() {
        if has(.birthDate), let field = columns.firstIndex(of: .birthPlaceAndDate) {
            columns[field] = .birthPlace
        }
    }

    private mutating func assignByContent(_ guess: ContentGuess) {
        for (field, column) in guess.columns where columns[field] == nil && !has(column) {
            if column == .birthDate, has(.birthPlaceAndDate) { continue }
            columns[field] = column
        }
    }

    private static func exact(_ heading: String, _ known: Headings, _ isInsurer: Bool) -> Column? {
        var heading = heading
        let column = heading.withUTF8 { known.exact(Span(_unsafeElements: $0)) }
        return isInsurer && column == .lifeStatus ? .membershipStatus : column
    }

    private static func matches(_ row: SampleRow, _ known: Headings) -> Int {
        var found: Set<Column> = []
        for field in row.fields {
            if let column = exact(field, known, false) { found.insert(column) }
        }
        return found.count
    }

    private static func isHeader(_ row: SampleRow, _ known: Headings) -> Bool {
        let count = matches(row, known)
        if count >= 2 { return true }
        return count == 1 && row.fields.contains { exact($0, known, false)?.identifies ?? false }
    }

    /// The name a spreadsheet gives to a column: A, B … Z, AA.
    static func letters(of field: Int) -> String {
        var letters: [UInt8] = []
        var rest = field
        repeat {
            letters.insert(UInt8(ascii: "A") + UInt8(rest % 26), at: 0)
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters, as: UTF8.self)
    }
}

/// One of the first rows of a list, as texts.
struct SampleRow: Sendable {
    let number: Int
    let fields: [String]

    init(number: Int, _ bytes: Span<UInt8>, _ ranges: Span<FieldRange>) {
        self.number = number
        var fields: [String] = []
        for index in ranges.indices {
            let range = ranges[index]
            let field = bytes.extracting(Int(range.start)..<Int(range.end))
            fields.append(CellText.string(field))
        }
        self.fields = fields
    }
}
