import Civic
import Programme

/// Keeps cases in step with people whom decisions about links join and part.
struct CaseFollowing {
    let policy: VerificationPolicy
    let writer: any SQLWriter

    private struct Living {
        let number: String
        /// Everything of a case that is the person's.
        let values: [SQLValue]
        let lane: CaseLane?
    }

    /// Brings the cases of everybody with these numbers to what the people are now. Whoever was
    /// joined to somebody else keeps what was said, out of everybody's sight, until parted again.
    func follow(_ numbers: Set<String>) throws(Problem) {
        var sql = SQLText()
        let list = sql.bind(numbers.sorted().map { .text($0) })
        let opened = try writer.first(
            """
            SELECT MIN(opened), MAX(due), COUNT(*) FROM verification_case WHERE number IN (\(list))
            """, sql.values
        ) { fields in (opened: fields.int(), due: fields.int(), count: fields.int()) }
        // Nobody among them was ever checked.
        guard let opened, opened.count > 0 else { return }
        try writer.execute(
            """
            UPDATE verification_case SET state = 'merged', standing = 'merged', name_key = ''
            WHERE number IN (\(list))
            AND NOT EXISTS (SELECT 1 FROM person p WHERE p.number = verification_case.number)
            """, sql.values)
        let living = try living(list, sql.values)
        for person in living { try bring(person, opened: opened.opened, due: opened.due) }
        try CaseTable.refresh(living.map(\.number), policy, writer)
    }

    private func living(_ list: String, _ values: [SQLValue]) throws(Problem) -> [Living] {
        try writer.all(
            """
            SELECT number, name_key, district, village, rw, occupation, standing FROM person
            WHERE number IN (\(list)) ORDER BY number
            """, values
        ) { fields throws(Problem) in
            let number = fields.text()
            let values: [SQLValue] = [
                .text(number), .text(fields.text()), SQLValue(fields.optionalText()),
                SQLValue(fields.optionalText()), SQLValue(fields.optionalInt()),
                SQLValue(fields.optionalText()),
            ]
            guard let standing = PersonStanding(rawValue: fields.text()) else {
                throw Problem.storeDamaged("person.standing")
            }
            return Living(number: number, values: values, lane: standing.lane)
        }
    }

    private func bring(_ person: Living, opened: Int, due: Int) throws(Problem) {
        let history = try CaseEvents.all(of: person.number, writer).last
        let state = history?.state ?? .open
        let isKnown =
            try writer.integer(
                "SELECT COUNT(*) FROM verification_case WHERE number = $1", [.text(person.number)])
            > 0
        guard let lane = person.lane ?? (isKnown ? .no : nil) else { return }
        try writer.execute(
            """
            INSERT INTO verification_case (number, name_key, district, village, rw, occupation,
            lane, state, standing, work, version, decider, decided_at, opened, due)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10, $11, $12, $13, $14)
            ON CONFLICT (number) DO UPDATE SET name_key = excluded.name_key,
            district = excluded.district, village = excluded.village, rw = excluded.rw,
            occupation = excluded.occupation, lane = excluded.lane, state = excluded.state
            """,
            person.values + [
                .text(lane.rawValue), .text(state.rawValue), SQLValue(history?.work?.rawValue),
                SQLValue(history?.seq ?? 0), SQLValue(history?.actor),
                SQLValue(history.map { Int($0.at.milliseconds) }), SQLValue(opened), SQLValue(due),
            ])
    }
}

extension PersonStanding {
    /// How much attention somebody needs who stands so; nil for those whom nobody checks.
    var lane: CaseLane? {
        switch outcome {
        case .eligible: .ready
        case .review: .look
        case .ineligible: nil
        }
    }
}
