import Civic
import Programme

/// Fills drafts with people, and keeps them to those who are known.
struct DecreeDrafting {
    let writer: any SQLWriter

    /// Everybody whom a wave chose, with whoever pays for them.
    func fill(_ id: Int, fromWave wave: Int) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO decree_draft (decree_id, number, place, change)
            SELECT $1, w.number, w.place, 'add' FROM wave_place w
            WHERE w.wave_id = $2 AND w.standing = 'chosen'
            """, [SQLValue(id), SQLValue(wave)])
        try writer.execute(
            """
            INSERT INTO decree_draft_fund (decree_id, number, first_month, last_month, fund)
            SELECT $1, f.number, f.first_month, f.last_month, f.fund FROM wave_funding f
            JOIN wave_place w ON w.wave_id = f.wave_id AND w.number = f.number
            WHERE f.wave_id = $2 AND w.standing = 'chosen'
            """, [SQLValue(id), SQLValue(wave)])
    }

    /// What stood on another draft, apart from what was decided about it.
    func fill(_ id: Int, fromDraft other: Int) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO decree_draft (decree_id, number, place, change, ended_month, cause,
            word, reason, word_by)
            SELECT $1, number, place, change, ended_month, cause, word, reason, word_by
            FROM decree_draft WHERE decree_id = $2
            """, [SQLValue(id), SQLValue(other)])
        try writer.execute(
            """
            INSERT INTO decree_draft_fund (decree_id, number, first_month, last_month, fund)
            SELECT $1, number, first_month, last_month, fund FROM decree_draft_fund
            WHERE decree_id = $2
            """, [SQLValue(id), SQLValue(other)])
    }

    /// - Throws: `amendment-line` for a line that says nothing, or that somebody stands on twice.
    func fill(_ id: Int, _ lines: [AmendedLine]) throws(Problem) {
        var seen: Set<String> = []
        var people: [SQLValue] = []
        var funds: [SQLValue] = []
        for (place, line) in lines.enumerated() {
            let number = try number(of: line)
            guard seen.insert(number).inserted, line.change == .remove || !line.funding.isEmpty
            else { throw Problem.amendmentLine(line.number) }
            people += [SQLValue(id), .text(number), SQLValue(place + 1)]
            people.append(.text(line.change.rawValue))
            people += [SQLValue(line.endedMonth.map { Int($0.number) }), SQLValue(line.cause)]
            for span in line.funding {
                funds += [SQLValue(id), .text(number), SQLValue(span.months.lowerBound)]
                funds += [SQLValue(span.months.upperBound), .text(span.fund)]
            }
        }
        try writer.insert(
            into: "decree_draft",
            ["decree_id", "number", "place", "change", "ended_month", "cause"], people)
        try writer.insert(
            into: "decree_draft_fund",
            ["decree_id", "number", "first_month", "last_month", "fund"], funds)
    }

    /// The number that a line is about: of whoever is to be added, the one that lists know; of
    /// somebody else, the one under which the member stands.
    private func number(of line: AmendedLine) throws(Problem) -> String {
        let living = try PersonAlias.living(line.number, writer)?.number
        guard line.change != .add else {
            guard let living else { throw Problem.amendmentLine(line.number) }
            return living
        }
        if let member = try MemberNumber.standing(line.number, writer) { return member }
        // Whoever died or moved has ended on the day it was noted; the decree follows.
        guard line.change == .remove, try MemberNumber.hasLeft(line.number, writer) else {
            throw Problem.amendmentLine(line.number)
        }
        return line.number
    }

    /// Whoever was merged into somebody else since stands under that number; whoever then stands
    /// twice is left once.
    func followMerges(_ id: Int) throws(Problem) {
        let lost = try writer.all(
            """
            SELECT d.number FROM decree_draft d WHERE d.decree_id = $1 AND d.change = 'add'
            AND d.number IN (SELECT a.number FROM person_alias a)
            AND NOT EXISTS (SELECT 1 FROM person p WHERE p.number = d.number)
            ORDER BY d.place
            """, [SQLValue(id)]
        ) { fields in fields.text() }
        for number in lost {
            guard let living = try PersonAlias.living(number, writer)?.number else { continue }
            let values: [SQLValue] = [SQLValue(id), .text(number), .text(living)]
            let isThere = try writer.integer(
                "SELECT COUNT(*) FROM decree_draft WHERE decree_id = $1 AND number = $2",
                [SQLValue(id), .text(living)])
            for table in ["decree_draft", "decree_draft_fund"] {
                if isThere == 0 {
                    try writer.execute(
                        "UPDATE \(table) SET number = $3 WHERE decree_id = $1 AND number = $2",
                        values)
                } else {
                    try writer.execute(
                        "DELETE FROM \(table) WHERE decree_id = $1 AND number = $2",
                        Array(values.prefix(2)))
                }
            }
        }
    }

    /// How many people the draft names, and the months it is about.
    func count(_ id: Int) throws(Problem) {
        try writer.execute(
            """
            UPDATE decree SET lines = (SELECT COUNT(*) FROM decree_draft d
            WHERE d.decree_id = $1 AND (d.word IS NULL OR d.word <> 'omit')) WHERE id = $1
            """, [SQLValue(id)])
    }
}

/// Under which number a member stands.
enum MemberNumber {
    /// The number of the member in `determined`, `enrolled` or `active` whom `number` means: that
    /// itself, or one that people were merged from or into.
    static func standing(
        _ number: String, _ reader: any SQLReader
    ) throws(Problem) -> String? {
        let living = try PersonAlias.living(number, reader)?.number
        var candidates = [number]
        if let living { candidates += try PersonAlias.all(of: living, reader) }
        for candidate in candidates {
            let isThere = try reader.integer(
                """
                SELECT COUNT(*) FROM member WHERE number = $1
                AND state IN ('determined', 'enrolled', 'active')
                """, [.text(candidate)])
            if isThere > 0 { return candidate }
        }
        return nil
    }

    /// Whether the member with this very number has ended by a change that stands.
    static func hasLeft(_ number: String, _ reader: any SQLReader) throws(Problem) -> Bool {
        try reader.integer(
            """
            SELECT COUNT(*) FROM member m WHERE m.number = $1 AND m.state = 'ended'
            AND EXISTS (SELECT 1 FROM member_change c
                WHERE c.number = m.number AND c.state = 'noted')
            """, [.text(number)]) > 0
    }
}
