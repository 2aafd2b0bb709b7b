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
    private(set) var headerRow: Int

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
    ///   - known: the headings of the country.
    ///   - isInsurer: in the insurer's lists a bare "Status" speaks of membership.
    init(_ rows: [SampleRow], headings known: Headings, isInsurer: Bool) {
        let width = rows.map(\.fields.count).max() ?? 0
        if let header = ColumnPlan.header(in: rows.prefix(ColumnPlan.headerDepth), known) {
            headerRow = header.number
            headings = header.fields.map { Text.trimmed($0) }
        } else {
            headerRow = 0
            headings = []
        }
        while headings.count < width { headings.append("") }
        (headingKeys, headingLetters) = ([], [])
        columns = [Column?](repeating: nil, count: headings.count)
        assignByHeading(known, isInsurer)
        let body = rows.filter { $0.number > headerRow }
        assignByContent(ContentGuess(body, width: columns.count))
        if headerRow == 0 { takeUnknownHeader(rows.prefix(ColumnPlan.headerDepth)) }
        headingKeys = headings.map { LetterKey($0) }
        headingLetters = headings.map { $0.utf8.first.map(ASCII.upper) ?? 0 }
    }

    /// A list without a header whose columns are known.
    init(columns: [Column]) {
        self.columns = columns
        headings = columns.map(\.rawValue)
        headingKeys = []
        headingLetters = []
        headerRow = 0
    }

    /// Takes the word of somebody who knows the list; columns he does not mention mean nothing.
    mutating func assign(_ given: [Column?]) {
        for field in columns.indices {
            columns[field] = field < given.count ? given[field] : nil
        }
    }

    /// A row of words above the first number is a header that nobody knew, not a person.
    private mutating func takeUnknownHeader(_ rows: ArraySlice<SampleRow>) {
        guard let field = columns.firstIndex(of: .nik) else { return }
        func digits(_ cell: String) -> Int { cell.utf8.count(where: ASCII.isDigit) }
        let people = rows.firstIndex { field < $0.fields.count && digits($0.fields[field]) >= 14 }
        let header = rows[..<(people ?? rows.startIndex)].last { row in
            field < row.fields.count && row.fields[field].utf8.contains(where: ASCII.isLetter)
                && row.fields.allSatisfy { digits($0) < 6 }
        }
        guard let header else { return }
        headerRow = header.number
        for (index, heading) in header.fields.enumerated() { headings[index] = heading }
    }

    /// No list of people has more columns; cells beyond are not looked at.
    static let columnsMax = 1024

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

    /// The row with most known headings, the first of several; else one whose headings hold known
    /// words, "NIK (16 angka)", so long as it says nothing that only a person's row says.
    private static func header(in rows: ArraySlice<SampleRow>, _ known: Headings) -> SampleRow? {
        let byHeadings = best(rows) { exact($0, known, false) }
        if let (row, columns) = byHeadings,
            columns.count >= 2 || columns.contains(where: \.identifies)
        {
            return row
        }
        let byWords = best(rows) { field in
            field.utf8.count(where: ASCII.isDigit) < 3
                ? exact(field, known, false) ?? known.partial(field) : nil
        }
        guard let (row, columns) = byWords, columns.count >= 2,
            columns.contains(where: \.identifies)
        else { return nil }
        return row
    }

    private static func best(
        _ rows: ArraySlice<SampleRow>, _ column: (String) -> Column?
    ) -> (row: SampleRow, columns: Set<Column>)? {
        rows.map { ($0, Set($0.fields.compactMap(column))) }.max { left, right in
            (left.1.count, right.0.number) < (right.1.count, left.0.number)
        }
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
        for index in 0..<min(ranges.count, ColumnPlan.columnsMax) {
            let range = ranges[index]
            let field = bytes.extracting(Int(range.start)..<Int(range.end))
            fields.append(CellText.string(field))
        }
        self.fields = fields
    }
}
