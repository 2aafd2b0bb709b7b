import Civic
import Programme

/// Who waits for the word of an RW.
struct WardReading {
    let scope: Scope
    let now: Instant
    let reader: any SQLReader

    /// Sent to be checked, or open without an answer about work and not asked about in vain.
    private static let isWaiting = """
        (c.state = 'field' OR (c.state = 'open' AND c.work IS NULL AND c.lane <> 'no'
        AND NOT EXISTS (SELECT 1 FROM confirmation_now w WHERE w.number = c.number
        AND w.source = '\(Confirmation.rw)' AND w.answer <> 'withdrawn')))
        """

    /// Stands, without an answer, on a list that is out.
    private func isAsked(_ sql: inout SQLText) -> String {
        """
        EXISTS (SELECT 1 FROM round_person q JOIN confirmation_round r ON r.id = q.round_id
        WHERE q.number = c.number AND q.answer IS NULL AND r.closed_at IS NULL
        AND r.expires_at > \(sql.bind(.integer(now.milliseconds))))
        """
    }

    private func isInScope(_ sql: inout SQLText) -> String {
        scope.roundCondition(on: "c", &sql)
    }

    /// RWs with somebody who waits, in order of place and number.
    func wards() throws(Problem) -> [Ward] {
        var sql = SQLText()
        let asked = isAsked(&sql)
        let inScope = isInScope(&sql)
        let found = try reader.all(
            """
            SELECT c.village, c.rw, COUNT(*), SUM(CASE WHEN c.state = 'field' THEN 1 ELSE 0 END),
            SUM(CASE WHEN \(asked) THEN 1 ELSE 0 END)
            FROM verification_case c WHERE c.village IS NOT NULL AND \(inScope)
            AND \(WardReading.isWaiting) GROUP BY c.village, c.rw
            """, sql.values
        ) { fields throws(Problem) in
            guard let village = fields.place() else {
                throw Problem.storeDamaged("verification_case.village")
            }
            return Ward(
                village: village, rw: fields.optionalInt(), waiting: fields.int(),
                field: fields.int(), asked: fields.int())
        }
        return found.sorted { ($0.village, $0.rw ?? Int.max) < ($1.village, $1.rw ?? Int.max) }
    }

    /// Those of an RW that wait and stand on no list that is out, by name.
    func candidates(
        of village: PlaceCode, rw: Int, isFieldOnly: Bool, limit: Int
    ) throws(Problem) -> [WardCandidate] {
        var sql = SQLText()
        let isHere =
            "c.village = \(sql.bind(.text(village.description))) AND c.rw = \(sql.bind(SQLValue(rw)))"
        let inScope = isInScope(&sql)
        let asked = isAsked(&sql)
        let found = try reader.all(
            """
            SELECT c.number, p.name, p.occupation, c.state
            FROM verification_case c JOIN person p ON p.number = c.number
            WHERE \(isHere) AND \(inScope) AND c.name_key <> '' AND \(WardReading.isWaiting)
            AND NOT \(asked)\(isFieldOnly ? " AND c.state = 'field'" : "")
            ORDER BY CASE WHEN c.state = 'field' THEN 0 ELSE 1 END, c.name_key, c.number
            LIMIT \(limit)
            """, sql.values
        ) { fields in
            WardCandidate(
                number: PersonNumber(known: fields.text()), name: fields.text(),
                occupation: fields.optionalText(),
                isField: fields.text() == CaseState.field.rawValue)
        }
        return found.sorted { ($0.name, $0.number.text) < ($1.name, $1.number.text) }
    }
}
