import Civic
import Programme

/// Lets the rule answer every row of a list, by sets.
struct DriverJudging {
    let answering: DriverAnswering
    let sealer: Sealer
    let writer: any SQLWriter

    private struct Judged {
        let id: Int
        let answer: DriverAnswer
        let person: String?
    }

    /// Answers all rows of `list`, notes the answers and their counts, and returns the counts.
    @discardableResult
    func judge(
        _ list: DriverList, sentAt: Instant
    ) throws(Problem) -> [DriverAnswer.Outcome: Int] {
        let rows = try DriverBoxes(sealer: sealer).rows(of: list.id, writer)
        let judged = try answers(rows, list, sentAt)
        try write(judged)
        try judgeErased(list.id)
        let counts = try count(list.id)
        try writer.execute(
            """
            UPDATE driver_list SET accepted = $1, waiting = $2, refused = $3, checking = $4,
            run_mark = $5 WHERE id = $6
            """,
            DriverAnswer.Outcome.allCases.map { SQLValue(counts[$0] ?? 0) }
                + [
                    SQLValue(try DriverTable(reader: writer).runMark()), SQLValue(list.id),
                ])
        return counts
    }

    private func answers(
        _ rows: [DriverBoxes.Opened], _ list: DriverList, _ sentAt: Instant
    ) throws(Problem) -> [Judged] {
        let matches = DriverMatches(sealer: sealer, reader: writer)
        let niks = rows.map(\.row.nik)
        let byNIK = try matches.byNIK(niks)
        let before = try matches.sentBefore(niks, list: list, sentAt: sentAt)
        let nameless = rows.filter { byNIK[$0.row.nik] == nil }
        let byName = try matches.byName(Set(nameless.map { NameSpelling.canonical($0.row.name) }))
        return rows.map { opened in
            let row = opened.row
            let sameName = byName[NameSpelling.canonical(row.name)] ?? []
            let person = answering.person(
                for: row, sameNIK: byNIK[row.nik] ?? [],
                sameName: sameName.filter { $0.birth == row.birth })
            return Judged(
                id: opened.id,
                answer: answering.answer(
                    about: person, wasSentBefore: before.contains(row.nik)),
                person: person?.number)
        }
    }

    private func write(_ judged: [Judged]) throws(Problem) {
        var values: [SQLValue] = []
        for row in judged {
            values += [SQLValue(row.id), .text(row.answer.outcome.rawValue)]
            values += [SQLValue(row.answer.reason), SQLValue(row.person)]
        }
        try writer.insert(into: "driver_verdict", ["id", "outcome", "reason", "person"], values)
        try writer.execute(
            """
            UPDATE driver_row SET outcome = n.outcome, reason = n.reason, person = n.person
            FROM driver_verdict n WHERE n.id = driver_row.id
            """)
        try writer.execute("DELETE FROM driver_verdict")
    }

    /// Somebody who was erased is refused like anybody whose reason is not told.
    private func judgeErased(_ list: Int) throws(Problem) {
        try writer.execute(
            """
            UPDATE driver_row SET outcome = 'refused', reason = $1
            WHERE list_id = $2 AND sealed IS NULL AND outcome IS NULL
            """, [.text(DriverAnswer.other), SQLValue(list)])
    }

    private func count(_ list: Int) throws(Problem) -> [DriverAnswer.Outcome: Int] {
        var counts: [DriverAnswer.Outcome: Int] = [:]
        try writer.scan(
            """
            SELECT outcome, COUNT(*) FROM driver_row
            WHERE list_id = $1 AND outcome IS NOT NULL GROUP BY outcome
            """, [SQLValue(list)]
        ) { row throws(Problem) in
            if let outcome = DriverAnswer.Outcome(rawValue: row.text(0)) {
                counts[outcome] = Int(row.integer(1))
            }
        }
        return counts
    }
}
