import Civic
import Programme

/// Reads everything about one decree apart from its lines.
struct DecreeReading {
    let policy: DecreePolicy
    let reader: any SQLReader

    func record(_ id: Int) throws(Problem) -> DecreeRecord? {
        guard let decree = try DecreeTable.find(id, reader) else { return nil }
        return DecreeRecord(
            decree: decree, text: try text(of: decree),
            counts: try DecreeLines.counts(of: decree, reader),
            steps: try DecreeSteps.all(of: id, reader),
            files: try DecreeSteps.files(of: id, reader),
            amended: try decree.amends.flatMap { (id) throws(Problem) in
                try DecreeTable.find(id, reader)
            }, amendments: try DecreeReading.amendments(of: id, reader),
            peopleBefore: try peopleBefore(decree),
            site: try reader.first("SELECT site FROM decree WHERE id = $1", [SQLValue(id)]) {
                fields in fields.optionalText()
            } ?? nil)
    }

    /// Whoever was added and not removed by the decrees in force that came before.
    private func peopleBefore(_ decree: Decree) throws(Problem) -> Int {
        guard let earlier = try EarlierDecrees(decree, reader) else { return 0 }
        var sql = SQLText()
        let isEarlier = earlier.condition(&sql)
        return try reader.integer(
            """
            SELECT COALESCE(SUM(CASE l.change WHEN 'add' THEN 1 WHEN 'remove' THEN -1 ELSE 0 END),
            0) FROM decree_line l JOIN decree d ON d.id = l.decree_id WHERE \(isEarlier)
            """, sql.values)
    }

    /// Those in force that change a decree, in order.
    static func amendments(
        of id: Int, _ reader: any SQLReader
    ) throws(Problem) -> [Decree] {
        try DecreeTable.all(
            where: "d.amends = $1 AND d.state = 'in-force'", [SQLValue(id)], order: "d.id", reader)
    }

    /// As it was frozen, or as the wording makes it now.
    func text(of decree: Decree) throws(Problem) -> DecreeText {
        guard decree.digest == nil, decree.state == .draft,
            let wording = policy.wordings[decree.kind]
        else { return try DecreeBody.read(decree.id, reader) }
        return wording.text(try facts(decree))
    }

    private func facts(_ decree: Decree) throws(Problem) -> DecreeFacts {
        let funds = try reader.all(
            """
            SELECT g.title FROM fund g WHERE g.id IN (
                SELECT f.fund FROM decree_draft_fund f JOIN decree_draft d
                ON d.decree_id = f.decree_id AND d.number = f.number
                WHERE f.decree_id = $1 AND (d.word IS NULL OR d.word <> 'omit'))
            ORDER BY g.id
            """, [SQLValue(decree.id)]
        ) { fields in fields.text() }
        var facts = DecreeFacts(
            counts: try DecreeLines.counts(of: decree, reader), months: decree.months, funds: funds)
        guard let id = decree.amends, let amended = try DecreeTable.find(id, reader) else {
            return facts
        }
        let day = amended.signedOn.map { CalendarWords.text($0, .indonesian) } ?? ""
        facts.amended = "\(amended.number ?? "") tanggal \(day)"
        facts.turn = try DecreeReading.amendments(of: id, reader).count + 1
        return facts
    }
}
