import Civic
import Programme

/// Reads the lines of a frozen annex.
struct DecreeLines {
    let sealer: Sealer
    let reader: any SQLReader

    /// A line, and what the annex does not say of the person.
    struct Row {
        let line: DecreeLine
        let birth: Day?
    }

    /// Lines of a decree that `condition` on `l` describes, in order.
    func rows(
        of id: Int, where condition: String = "1 = 1", _ values: [SQLValue] = [],
        limit: Int? = nil
    ) throws(Problem) -> [Row] {
        let niks = SummaryReading(sealer: sealer)
        let funding = try funding(of: id, where: condition, values)
        let end = limit.map { " LIMIT \($0)" } ?? ""
        return try reader.all(
            """
            SELECT l.line, l.change, l.number, l.district, l.village, l.occupation,
            l.ended_month, l.cause, i.id, i.name, i.birth, i.rt, i.rw, i.nik_sealed
            FROM decree_line l
            JOIN decree_identity i ON i.decree_id = l.decree_id AND i.line = l.line
            WHERE l.decree_id = $1 AND \(condition) ORDER BY l.line\(end)
            """, [SQLValue(id)] + values
        ) { fields throws(Problem) in
            let number = fields.int()
            guard let change = LineChange(rawValue: fields.text()) else {
                throw Problem.storeDamaged("decree_line.change")
            }
            var line = DecreeLine(line: number, change: change, number: fields.text(), name: "")
            (line.district, line.village) = (fields.place(), fields.place())
            line.occupation = fields.optionalText()
            (line.endedMonth, line.cause) = (fields.optionalMonth(), fields.optionalText())
            let row = fields.int()
            line.name = fields.text()
            let birth = fields.day()
            (line.rt, line.rw) = (fields.optionalInt(), fields.optionalInt())
            line.nik = try niks.nik(fields.optionalBytes(), .decreeNIK, row)
            line.funding = funding[number] ?? []
            return Row(line: line, birth: birth)
        }
    }

    private func funding(
        of id: Int, where condition: String, _ values: [SQLValue]
    ) throws(Problem) -> [Int: [FundedMonths]] {
        var found: [Int: [FundedMonths]] = [:]
        try reader.scan(
            """
            SELECT f.line, f.first_month, f.last_month, f.fund FROM decree_line_fund f
            JOIN decree_line l ON l.decree_id = f.decree_id AND l.line = f.line
            WHERE l.decree_id = $1 AND \(condition) ORDER BY f.line, f.first_month
            """, [SQLValue(id)] + values
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let line = fields.int()
            let months = fields.month()...fields.month()
            found[line, default: []].append(FundedMonths(months, fund: fields.text()))
        }
        return found
    }

    /// How many lines do what.
    static func counts(
        of decree: Decree, _ reader: any SQLReader
    ) throws(Problem) -> [LineChange: Int] {
        let isDraft = decree.digest == nil
        let table = isDraft ? "decree_draft" : "decree_line"
        let condition = isDraft ? " AND (word IS NULL OR word <> 'omit')" : ""
        let rows = try reader.all(
            """
            SELECT change, COUNT(*) FROM \(table) WHERE decree_id = $1\(condition) GROUP BY change
            """, [SQLValue(decree.id)]
        ) { fields in (change: LineChange(rawValue: fields.text()), count: fields.int()) }
        return rows.reduce(into: [:]) { counts, row in
            if let change = row.change { counts[change] = row.count }
        }
    }
}
