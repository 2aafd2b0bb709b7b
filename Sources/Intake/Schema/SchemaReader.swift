package import Civic

/// A list that was read by a ``ListSchema``.
package struct SchemaList: Sendable {
    /// Name of the file without its ending.
    package let source: String
    package let roster: Roster
    /// For each attribute of the schema the text of every row.
    package let attributes: [[TextRange]]
}

/// Reads separated text whose first record names the columns.
package struct SchemaReader: Sendable {
    private let schema: ListSchema
    private let today: Day

    /// - Parameters:
    ///   - schema: what the columns mean.
    ///   - today: two-digit years of birth are read so that the date is not after this day.
    package init(schema: ListSchema, today: Day) {
        self.schema = schema
        self.today = today
    }

    /// - Throws: a problem when the file cannot be read or lacks a column of the schema.
    package func read(path: String) throws(Problem) -> SchemaList {
        let file = FileName.last(of: path)
        let head = try FileHead.read(path)
        try head.requireText(file)
        var reader = try CSVReader(path: path, separator: Dialect.separator(of: head.bytes.span))
        var draft = SchemaDraft(schema: schema, today: today)
        try reader.readRecords { (row, bytes, fields) throws(Problem) in
            if row == 1 {
                try draft.takeHeader(bytes, fields, file: file)
            } else {
                draft.add(bytes, fields, number: row)
            }
        }
        return SchemaList(
            source: FileName.stem(of: file), roster: draft.roster, attributes: draft.attributes)
    }
}

/// A list while it is being read.
private struct SchemaDraft {
    private let schema: ListSchema
    private let today: Day
    private var names: [Int] = []
    private var birth: Int?
    private var number: Int?
    private var others: [Int] = []
    private(set) var roster = Roster()
    private(set) var attributes: [[TextRange]]

    init(schema: ListSchema, today: Day) {
        self.schema = schema
        self.today = today
        attributes = [[TextRange]](repeating: [], count: schema.attributes.count)
    }

    // MARK: Header

    mutating func takeHeader(
        _ bytes: Span<UInt8>, _ fields: Span<FieldRange>, file: String
    ) throws(Problem) {
        var columns: [LetterKey: Int] = [:]
        for index in fields.indices {
            columns[LetterKey(bytes.extracting(fields[index].indices))] = index
        }
        func position(_ column: String) throws(Problem) -> Int {
            guard let found = columns[LetterKey(column)] else {
                throw SchemaDraft.missing(column, file)
            }
            return found
        }
        for column in schema.name { names.append(try position(column)) }
        if let column = schema.birthDate { birth = try position(column) }
        if let column = schema.number { number = try position(column) }
        for column in schema.attributes { others.append(try position(column)) }
    }

    private static func missing(_ column: String, _ file: String) -> Problem {
        Problem(
            .input, "schema-column",
            Phrase(
                "Kolom \"\(column)\" tidak ada di berkas ini.",
                en: "This file has no column \"\(column)\"."),
            at: Spot(file: file, row: 1),
            do: Phrase(
                "Samakan nama kolom di baris pertama dengan skema.",
                en: "Name the column in the first record as the schema does."))
    }

    // MARK: Rows

    mutating func add(_ bytes: Span<UInt8>, _ fields: Span<FieldRange>, number record: Int) {
        guard fields.indices.contains(where: { !fields[$0].isEmpty }) else { return }
        var row = RosterRow()
        row.number = UInt32(record)
        row.name = append(names, bytes, fields)
        if let birth,
            let date = WrittenDate.read(cell(birth, bytes, fields).span, notAfter: today)
        {
            row.birth = date.day.number
            row.birthPrecision = date.precision
        }
        // Compared like a family card: one number that may hold a slip, without parts of its own.
        if let number { row.familyCard = SchemaDraft.digits(cell(number, bytes, fields)) }
        for (attribute, column) in others.enumerated() {
            attributes[attribute].append(append([column], bytes, fields))
        }
        roster.rows.append(row)
    }

    private func cell(
        _ column: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>
    ) -> [UInt8] {
        guard column < fields.count else { return [] }
        return fields[column].indices.map { bytes[$0] }.filter { !ASCII.isBlank($0) }
    }

    /// Adds the text of these columns, parted by blanks.
    private mutating func append(
        _ columns: [Int], _ bytes: Span<UInt8>, _ fields: Span<FieldRange>
    ) -> TextRange {
        let start = roster.text.count
        for column in columns where column < fields.count && !fields[column].isEmpty {
            if roster.text.count > start { roster.text.append(32) }
            for index in fields[column].indices { roster.text.append(bytes[index]) }
        }
        return TextRange(start: start, count: roster.text.count - start)
    }

    private static func digits(_ cell: [UInt8]) -> UInt64 {
        let digits = cell.compactMap { ASCII.digit($0) }
        guard digits.count <= 16 else { return 0 }
        return digits.reduce(0) { $0 * 10 + UInt64($1) }
    }
}
