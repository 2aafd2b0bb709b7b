import Civic
import Programme

/// Reads the people of a draft as its annex would name them now.
struct DraftLines {
    let sealer: Sealer
    let reader: any SQLReader

    /// Everybody on the draft, or those whom `condition` on `p` describes, in the draft's order: those
    /// added as lists know them, the others as members.
    func rows(
        of id: Int, where condition: String = "1 = 1", _ values: [SQLValue] = []
    ) throws(Problem) -> [DecreeLines.Row] {
        let funding = try DraftFunding.all(of: id, reader)
        let added = try read(
            id, "d.change = 'add' AND \(condition)", values, "person", .nik, funding)
        let others = try read(
            id, "d.change <> 'add' AND \(condition)", values, "member", .memberNIK, funding)
        return added + others
    }

    private func read(
        _ id: Int, _ condition: String, _ values: [SQLValue], _ table: String,
        _ column: Sealer.Column, _ funding: [String: [FundedMonths]]
    ) throws(Problem) -> [DecreeLines.Row] {
        let niks = SummaryReading(sealer: sealer)
        return try reader.all(
            """
            SELECT d.number, d.change, d.ended_month, d.cause, p.id, p.name, p.birth, p.rt, p.rw,
            p.district, p.village, p.occupation, p.nik_sealed
            FROM decree_draft d JOIN \(table) p ON p.number = d.number
            WHERE d.decree_id = $1 AND \(condition) AND (d.word IS NULL OR d.word <> 'omit')
            ORDER BY d.place
            """, [SQLValue(id)] + values
        ) { fields throws(Problem) in
            let number = fields.text()
            guard let change = LineChange(rawValue: fields.text()) else {
                throw Problem.storeDamaged("decree_draft.change")
            }
            let (ended, cause) = (fields.optionalMonth(), fields.optionalText())
            let (row, name, birth) = (fields.int(), fields.text(), fields.day())
            var line = DecreeLine(line: 0, change: change, number: number, name: name)
            (line.rt, line.rw) = (fields.optionalInt(), fields.optionalInt())
            (line.district, line.village) = (fields.place(), fields.place())
            line.occupation = fields.optionalText()
            line.nik = try niks.nik(fields.optionalBytes(), column, row)
            (line.funding, line.endedMonth, line.cause) = (funding[number] ?? [], ended, cause)
            return DecreeLines.Row(line: line, birth: birth)
        }
    }
}

/// Who pays for the people of a draft.
enum DraftFunding {
    static func all(
        of id: Int, _ reader: any SQLReader
    ) throws(Problem) -> [String: [FundedMonths]] {
        var found: [String: [FundedMonths]] = [:]
        try reader.scan(
            """
            SELECT number, first_month, last_month, fund FROM decree_draft_fund
            WHERE decree_id = $1 ORDER BY number, first_month
            """, [SQLValue(id)]
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let number = fields.text()
            let months = fields.month()...fields.month()
            found[number, default: []].append(FundedMonths(months, fund: fields.text()))
        }
        return found
    }
}
