import Civic
import Programme

/// Who takes the places of those who left, out of the waiting list of their wave.
struct ReplacementBook {
    let writer: any SQLWriter

    /// The place that a change leaves empty.
    struct Place {
        let wave: Int
        let village: PlaceCode?
        /// The fund that paid it, and until when.
        let fund: String
        let last: Month
    }

    /// Finds the next person, and notes who that is and who was passed over. Nil when the change
    /// leaves no place, or nobody is left to take it.
    func choose(for change: Int) throws(Problem) -> String? {
        try writer.execute(
            "UPDATE member_change SET replaced_by = NULL WHERE id = $1", [SQLValue(change)])
        try writer.execute(
            "DELETE FROM change_skip WHERE change_id = $1", [SQLValue(change)])
        let reading = ReplacementReading(reader: writer)
        guard let place = try reading.place(of: change) else { return nil }
        let found = try reading.next(for: place)
        var values: [SQLValue] = []
        for (position, person) in found.skipped.enumerated() {
            values += [SQLValue(change), SQLValue(position + 1), .text(person.number)]
            values.append(.text(person.reason.code))
        }
        if !values.isEmpty {
            try writer.insert(
                into: "change_skip", ["change_id", "place", "number", "reason"], values)
        }
        guard let number = found.number else { return nil }
        try writer.execute(
            "UPDATE member_change SET replaced_by = $2 WHERE id = $1",
            [SQLValue(change), .text(number)])
        return number
    }
}

/// Looks along waiting lists.
struct ReplacementReading {
    let reader: any SQLReader

    private static let batch = 500

    /// The place that a noted change leaves; nil when nothing of it is left to pay, or no wave
    /// determined the member.
    func place(of change: Int) throws(Problem) -> ReplacementBook.Place? {
        try reader.first(
            """
            SELECT COALESCE(d.wave_id, a.wave_id), m.village, r.fund, r.month
            FROM member_change c JOIN member m ON m.number = c.number
            JOIN decree d ON d.id = m.decree_id LEFT JOIN decree a ON a.id = d.amends
            JOIN change_month r ON r.change_id = c.id
            WHERE c.id = $1 AND COALESCE(d.wave_id, a.wave_id) IS NOT NULL
            ORDER BY r.month DESC LIMIT 1
            """, [SQLValue(change)], Self.place)
    }

    /// The place that a member would leave whose months from `ended` on were let go of.
    func place(of number: String, from ended: Month) throws(Problem) -> ReplacementBook.Place? {
        try reader.first(
            """
            SELECT COALESCE(d.wave_id, a.wave_id), m.village, r.fund, r.month
            FROM member m JOIN decree d ON d.id = m.decree_id
            LEFT JOIN decree a ON a.id = d.amends
            JOIN cover_month r ON r.number = m.number
            WHERE m.number = $1 AND r.month >= $2 AND r.state = 'promised'
            AND COALESCE(d.wave_id, a.wave_id) IS NOT NULL
            ORDER BY r.month DESC LIMIT 1
            """, [.text(number), SQLValue(ended)], Self.place)
    }

    private static func place(_ fields: inout SQLFields) -> ReplacementBook.Place {
        ReplacementBook.Place(
            wave: fields.int(), village: fields.place(), fund: fields.text(),
            last: fields.month())
    }

    /// The next person for a place, and everybody who was passed over before.
    func next(for place: ReplacementBook.Place) throws(Problem) -> Replacement {
        let terms = try FundTable.all(reader).first { $0.id == place.fund }?.terms
        var skipped: [Replacement.Skipped] = []
        while true {
            let waiting = try candidates(place, after: skipped.count)
            let found = Replacement(from: waiting, village: place.village, paidBy: terms)
            skipped += found.skipped
            if found.number != nil || waiting.count < Self.batch {
                return Replacement(number: found.number, skipped: skipped)
            }
        }
    }

    /// Those of the same kelurahan first, each group in the order that the wave has frozen. Whoever
    /// is a member, takes another place or stands in a decree waits no more.
    private func candidates(
        _ place: ReplacementBook.Place, after offset: Int
    ) throws(Problem) -> [WaitingCandidate] {
        try reader.all(
            """
            SELECT w.number, w.place, w.village, w.occupation, p.standing, p.first_reason,
            v.standing FROM wave_place w
            LEFT JOIN person_alias l ON l.number = w.number
            LEFT JOIN person p ON p.number = COALESCE(l.survivor, w.number) AND p.name_key <> ''
            LEFT JOIN verification_case v ON v.number = p.number
            WHERE w.wave_id = $1 AND w.standing = 'waiting'
            AND NOT EXISTS (SELECT 1 FROM member m WHERE m.number IN (w.number, p.number))
            AND NOT EXISTS (SELECT 1 FROM member_change c
            WHERE c.replaced_by = w.number AND c.state = 'noted')
            AND NOT EXISTS (SELECT 1 FROM decree_line i JOIN decree d ON d.id = i.decree_id
            WHERE i.number = w.number AND i.change = 'add' AND d.state <> 'withdrawn')
            ORDER BY CASE WHEN w.village = $2 THEN 0 ELSE 1 END, w.place
            LIMIT \(Self.batch) OFFSET $3
            """,
            [
                SQLValue(place.wave), SQLValue(place.village?.description), SQLValue(offset),
            ]
        ) { fields in
            let (number, rank) = (fields.text(), fields.int())
            let (village, occupation) = (fields.place(), fields.optionalText())
            let standing = fields.optionalText().flatMap(PersonStanding.init(rawValue:))
            let reason = fields.optionalText()
            let isRefused = standing?.outcome == .ineligible
            return WaitingCandidate(
                number: number, place: rank, village: village, occupation: occupation,
                isListed: standing != nil, reason: isRefused ? reason : nil,
                isVerified: fields.optionalText() == CaseStanding.verified.rawValue)
        }
    }
}
