import Civic

/// Turns the records of one sheet or text file into typed rows and rejected values.
///
/// The hot path: called for every record of every file, it allocates nothing but the growth of its
/// columns. How each cell is read stands in `RowInterpreter+Cells.swift`.
struct RowInterpreter {
    let plan: ColumnPlan
    let asOf: Day
    /// Two-digit years of records and deaths lie before this day: they may follow the day of the
    /// reading, unlike births.
    let latestRecord: Day
    /// Nobody was born on this day or before: 121 years ago.
    let oldestBirth: Day
    let isInsurer: Bool
    var places: PlaceReader
    var occupations: OccupationReader
    let defaultOccupation: Int16
    let reportsOccupation: Bool
    let sexes: CellWords.Vocabulary
    let lifeStates: CellWords.Vocabulary
    let memberships: CellWords.Vocabulary
    let working: CellWords.Vocabulary
    let willing: CellWords.Vocabulary

    var roster = Roster()
    var rejects = RejectLog()
    var counts = RowCounts()
    /// Rows whose NIK ends in 0, of all rows with a NIK: the trace of Excel's 15 digits.
    var zeroEndings = 0
    var numbersRead = 0

    init(plan: ColumnPlan, agency: Agency, context: IntakeContext) {
        self.plan = plan
        asOf = context.asOf
        latestRecord = context.asOf.adding(years: 50)
        oldestBirth = context.asOf.adding(years: -121)
        isInsurer = agency.role == .insurer
        places = PlaceReader(places: context.places, region: context.region)
        occupations = OccupationReader(context.occupations)
        defaultOccupation = Int16(
            agency.occupation.flatMap { context.occupations.position(code: $0) } ?? -1)
        reportsOccupation = agency.occupation == nil
        sexes = context.words.vocabulary(of: .sex)
        lifeStates = context.words.vocabulary(of: .lifeStatus)
        memberships = context.words.vocabulary(of: .membershipStatus)
        working = context.words.vocabulary(of: .workingStatus)
        willing = context.words.vocabulary(of: .willingness)
    }

    /// Makes room for so many rows, so that large lists are not copied while they grow.
    mutating func reserve(rows: Int) {
        let rows = min(rows, RowInterpreter.reservedRowsMax)
        roster.rows.reserveCapacity(rows)
        roster.text.reserveCapacity(rows * RowInterpreter.usualTextPerRow)
    }

    /// A file of blank lines promises more rows than any memory holds.
    private static let reservedRowsMax = 1 << 21

    /// Bytes of name, mother's name and address in a usual row.
    private static let usualTextPerRow = 48

    /// Takes one record; `row` is its number in the file.
    mutating func accept(_ row: Int, _ bytes: Span<UInt8>, _ allFields: Span<FieldRange>) {
        counts.read += 1
        let fields = allFields.extracting(first: ColumnPlan.columnsMax)
        guard row > plan.headerRow, !isEmpty(bytes, fields), !isRepeatedHeader(bytes, fields),
            !isTotal(bytes, fields)
        else {
            counts.repeatedOrEmpty += 1
            return
        }
        var person = RosterRow()
        person.number = UInt32(row)
        let rejectsBefore = rejects.entries.count
        readFields(bytes, fields, &person)
        guard person.nik != 0 || !person.name.isEmpty || person.nikClueDigits >= 14 else {
            rejectRow(row, bytes, fields, keeping: rejectsBefore)
            return
        }
        complete(&person)
        roster.rows.append(person)
        counts.linked += 1
    }

    // MARK: Rows that hold no person

    private func isEmpty(_ bytes: Span<UInt8>, _ fields: Span<FieldRange>) -> Bool {
        for index in fields.indices {
            let field = fields[index]
            if field.end > field.start,
                !CellText.isNothing(CellText.trimmed(bytes, field))
            {
                return false
            }
        }
        return true
    }

    /// A header repeated on each printed page, or a line that numbers the columns 1, 2, 3 …
    private func isRepeatedHeader(_ bytes: Span<UInt8>, _ fields: Span<FieldRange>) -> Bool {
        guard plan.headerRow > 0 else { return false }
        var same = 0
        var filled = 0
        var numbering = 0
        for index in fields.indices where index < plan.headingKeys.count {
            let cell = CellText.trimmed(bytes, fields[index])
            guard cell.count > 0 else { continue }
            filled += 1
            if cell.count <= 2, ASCII.isDigit(cell[0]) { numbering += 1 }
            if ASCII.upper(cell[0]) == plan.headingLetters[index],
                LetterKey(cell) == plan.headingKeys[index]
            {
                same += 1
            }
            if filled == 3, same == 0, numbering == 0 { return false }
        }
        return filled >= 2 && (same * 2 > filled || (numbering == filled && filled >= 3))
    }

    private static let totalWords: Set<LetterKey> = [
        LetterKey("JUMLAH"), LetterKey("TOTAL"), LetterKey("SUBTOTAL"), LetterKey("GRANDTOTAL"),
        LetterKey("SUB TOTAL"), LetterKey("JUMLAH TOTAL"), LetterKey("JUMLAH SELURUHNYA"),
        LetterKey("TOTAL KESELURUHAN"), LetterKey("REKAPITULASI"),
    ]

    private func isTotal(_ bytes: Span<UInt8>, _ fields: Span<FieldRange>) -> Bool {
        for index in fields.indices {
            let cell = CellText.trimmed(bytes, fields[index])
            guard cell.count > 0 else { continue }
            if ASCII.isDigit(cell[0]) { continue }
            let first = ASCII.upper(cell[0])
            guard
                first == UInt8(ascii: "J") || first == UInt8(ascii: "T")
                    || first == UInt8(ascii: "S") || first == UInt8(ascii: "G")
                    || first == UInt8(ascii: "R")
            else { return false }
            if cell.count > 40 { return false }
            if RowInterpreter.totalWords.contains(LetterKey(cell)) { return true }
            return startsWithTotal(cell) && !hasLongNumber(bytes, fields)
        }
        return false
    }

    /// "JUMLAH : 125 orang", "Total peserta".
    private func startsWithTotal(_ cell: Span<UInt8>) -> Bool {
        var end = 0
        while end < cell.count, ASCII.isLetter(cell[end]) { end += 1 }
        guard end < cell.count, end >= 5 else { return false }
        return RowInterpreter.totalWords.contains(LetterKey(cell.extracting(0..<end)))
    }

    /// Whether some cell holds what may be an identity number, as totals never do.
    private func hasLongNumber(_ bytes: Span<UInt8>, _ fields: Span<FieldRange>) -> Bool {
        for index in fields.indices {
            var digits = 0
            for position in fields[index].indices where ASCII.isDigit(bytes[position]) {
                digits += 1
            }
            if digits >= 15 { return true }
        }
        return false
    }

    private mutating func rejectRow(
        _ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>, keeping before: Int
    ) {
        counts.rejected += 1
        if rejects.entries.count > before { return }
        var field = 0
        while field < fields.count, fields[field].start == fields[field].end { field += 1 }
        let value = CellText.trimmed(bytes, fields[min(field, fields.count - 1)])
        rejects.add(.rowWithoutPerson, row: UInt32(row), field: -1, value: value)
    }

    /// What follows from the cells together.
    private func complete(_ person: inout RosterRow) {
        if person.occupation < 0 { person.occupation = defaultOccupation }
        if isInsurer, !plan.has(.membershipStatus) { person.facts.insert(.insuredActive) }
        guard person.nik != 0 else { return }
        let parts = NIKParts(digits: person.nik)
        if let birth = person.birthDay, person.birthPrecision != .yearOnly, !parts.names(birth),
            !isDefault(birth, for: parts)
        {
            person.facts.insert(.nikDisagrees)
        }
        if person.sex != 0, person.sex != parts.sex.rawValue { person.facts.insert(.nikDisagrees) }
    }

    /// 1 January of the right year is what forms fill in for an unknown day.
    private func isDefault(_ birth: Day, for parts: NIKParts) -> Bool {
        let written = birth.parts
        return written.day == 1 && written.month == 1 && written.year % 100 == parts.year
    }

    /// Takes back identity numbers that end in 0 where Excel has cut the 16th digit of the whole
    /// column: their first fifteen digits stay as evidence.
    mutating func withdrawCutNumbers() {
        let field = plan.columns.firstIndex(of: .nik) ?? -1
        for index in roster.rows.indices where roster.rows[index].nik != 0 {
            guard roster.rows[index].nik % 10 == 0 else { continue }
            var digits = NumberText.padded(Int(roster.rows[index].nik), to: 16)
            digits.withUTF8 {
                rejects.add(
                    .nikCutByExcel, row: roster.rows[index].number, field: field,
                    value: Span(_unsafeElements: $0))
            }
            roster.rows[index].nikClue = roster.rows[index].nik / 10
            roster.rows[index].nikClueDigits = 15
            roster.rows[index].nikCluePrefix = true
            roster.rows[index].nik = 0
        }
        rejects.relabel(.nikSerial, as: .nikCutByExcel)
        for index in roster.rows.indices where roster.rows[index].nikClueDigits == 16 {
            guard roster.rows[index].nikClue % 10_000 == 0 else { continue }
            roster.rows[index].nikClue /= 10
            roster.rows[index].nikClueDigits = 15
            roster.rows[index].nikCluePrefix = true
        }
    }
}
