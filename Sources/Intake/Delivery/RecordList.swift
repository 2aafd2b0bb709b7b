package import Civic

/// Reads records whose columns are known, one by one: rows that were typed, corrected or kept.
package struct RecordList {
    private var interpreter: RowInterpreter
    private let plan: ColumnPlan
    private let agency: Agency

    /// - Parameters:
    ///   - columns: what the cells of every record mean, by position.
    ///   - agency: whose list it is.
    ///   - context: what reading needs to know.
    package init(columns: [Column], agency: Agency, context: IntakeContext) {
        plan = ColumnPlan(columns: columns)
        self.agency = agency
        interpreter = RowInterpreter(plan: plan, agency: agency, context: context)
    }

    /// Takes one record; numbers must rise.
    package mutating func append(_ number: Int, _ cells: [String]) {
        var bytes: [UInt8] = []
        var ranges: [FieldRange] = []
        for cell in cells {
            let start = UInt32(bytes.count)
            bytes.append(contentsOf: cell.utf8)
            ranges.append(FieldRange(start: start, end: UInt32(bytes.count)))
        }
        interpreter.accept(number, bytes.span, ranges.span)
    }

    /// The records as a list of `source`, each row as `complete` leaves it.
    package consuming func finish(
        source: String, file: String, complete: (inout RosterRow) -> Void = { _ in }
    ) -> Delivery {
        var rejects = interpreter.rejects
        rejects.sort()
        var roster = interpreter.roster
        for index in roster.rows.indices { complete(&roster.rows[index]) }
        return Delivery(
            source: source, file: file, agency: agency, roster: roster,
            rejects: rejects, counts: interpreter.counts, headings: plan.headings, warnings: [])
    }
}
