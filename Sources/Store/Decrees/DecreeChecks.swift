import Civic
import Programme

/// Looks for people of a draft who cannot be determined as things stand.
struct DecreeChecks {
    let isVerifiedOnly: Bool
    let reader: any SQLReader

    /// Who lives is told by a verdict of the rule `alive` about the word of the civil registry.
    private static let dead = "%[\"\(RuleKind.alive.rawValue)\",\"failed\",\"dead\",%"
    private static let standing = "('determined', 'enrolled', 'active')"

    func check(_ id: Int) throws(Problem) -> DraftCheck {
        let added = try people(id)
        let sameNIK = try numbers(
            """
            SELECT d.number FROM decree_draft d JOIN person p ON p.number = d.number
            WHERE d.decree_id = $1 AND d.change = 'add' AND (d.word IS NULL OR d.word <> 'omit')
            AND p.nik_index IN (
                SELECT q.nik_index FROM decree_draft e JOIN person q ON q.number = e.number
                WHERE e.decree_id = $1 AND e.change = 'add'
                AND (e.word IS NULL OR e.word <> 'omit') AND q.nik_index IS NOT NULL
                GROUP BY q.nik_index HAVING COUNT(*) > 1)
            """, id)
        let unfunded = try numbers(
            """
            SELECT d.number FROM decree_draft d WHERE d.decree_id = $1 AND d.change <> 'remove'
            AND (NOT EXISTS (SELECT 1 FROM decree_draft_fund f
                    WHERE f.decree_id = d.decree_id AND f.number = d.number)
                OR EXISTS (SELECT 1 FROM decree_draft_fund f JOIN fund g ON g.id = f.fund
                    WHERE f.decree_id = d.decree_id AND f.number = d.number
                    AND (f.first_month < g.first_month OR f.last_month > g.last_month)))
            """, id)
        var marks = added.compactMap { person in
            mark(person, sameNIK.contains(person.number), unfunded.contains(person.number))
        }
        let others = unfunded.subtracting(added.map(\.number)).sorted()
        marks += others.map { number in
            DraftMark(
                number: number, name: "", village: nil, finding: .unfunded, word: nil, reason: nil)
        }
        let order = Dictionary(
            uniqueKeysWithValues: DecreeFinding.allCases.enumerated().map { ($1, $0) })
        marks.sort {
            let (left, right) = (
                $0.finding.flatMap { order[$0] } ?? .max, $1.finding.flatMap { order[$0] } ?? .max
            )
            return (left, $0.number) < (right, $1.number)
        }
        return DraftCheck(marks: marks, registryDay: try registryDay(id))
    }

    /// Those who were left out or kept, whatever may be found about them now.
    func decided(_ id: Int) throws(Problem) -> [DraftMark] {
        try reader.all(
            """
            SELECT d.number, COALESCE(p.name, ''), p.village, d.word, d.reason
            FROM decree_draft d LEFT JOIN person p ON p.number = d.number
            WHERE d.decree_id = $1 AND d.word IS NOT NULL ORDER BY d.number
            """, [SQLValue(id)]
        ) { fields in
            DraftMark(
                number: fields.text(), name: fields.text(), village: fields.place(), finding: nil,
                word: fields.optionalText().flatMap { DraftWord(rawValue: $0) },
                reason: fields.optionalText())
        }
    }

    private struct Person {
        let number: String
        let name: String
        let village: PlaceCode?
        let word: DraftWord?
        let reason: String?
        let isKnown: Bool
        let isFit: Bool
        let isVerified: Bool
        let isDead: Bool
        let hasNIK: Bool
        let isMember: Bool
    }

    /// Those added about whom there may be something to say.
    private func people(_ id: Int) throws(Problem) -> [Person] {
        try reader.all(
            """
            SELECT d.number, COALESCE(p.name, ''), p.village, d.word, d.reason,
            CASE WHEN p.id IS NULL THEN 0 ELSE 1 END,
            CASE WHEN p.standing IN ('selected', 'waiting')
                AND COALESCE(c.standing, 'open') NOT IN ('refused', 'merged') THEN 1 ELSE 0 END,
            CASE WHEN c.standing = 'verified' THEN 1 ELSE 0 END,
            CASE WHEN p.evidence LIKE $2 THEN 1 ELSE 0 END,
            CASE WHEN p.nik_index IS NULL THEN 0 ELSE 1 END,
            CASE WHEN m.id IS NULL AND n.id IS NULL THEN 0 ELSE 1 END
            FROM decree_draft d LEFT JOIN person p ON p.number = d.number
            LEFT JOIN verification_case c ON c.number = d.number
            LEFT JOIN member m ON m.number = d.number AND m.state IN \(DecreeChecks.standing)
            LEFT JOIN member n ON n.nik_index = p.nik_index AND n.number <> d.number
            WHERE d.decree_id = $1 AND d.change = 'add'
            """, [SQLValue(id), .text(DecreeChecks.dead)]
        ) { fields in
            Person(
                number: fields.text(), name: fields.text(), village: fields.place(),
                word: fields.optionalText().flatMap { DraftWord(rawValue: $0) },
                reason: fields.optionalText(), isKnown: fields.int() == 1,
                isFit: fields.int() == 1, isVerified: fields.int() == 1,
                isDead: fields.int() == 1, hasNIK: fields.int() == 1,
                isMember: fields.int() == 1)
        }
    }

    /// The worst finding of all; nil when there is nothing to say.
    private func mark(_ person: Person, _ sameNIK: Bool, _ isUnfunded: Bool) -> DraftMark? {
        let finding: DecreeFinding? =
            if person.isDead {
                .dead
            } else if person.isMember {
                .member
            } else if sameNIK {
                .doubled
            } else if !person.isKnown {
                .ineligible
            } else if !person.hasNIK {
                .unidentified
            } else if !person.isFit {
                .ineligible
            } else if isVerifiedOnly && !person.isVerified {
                .unverified
            } else if isUnfunded {
                .unfunded
            } else {
                nil
            }
        guard finding != nil || person.word != nil else { return nil }
        return DraftMark(
            number: person.number, name: person.name, village: person.village, finding: finding,
            word: person.word, reason: person.reason)
    }

    private func numbers(_ sql: String, _ id: Int) throws(Problem) -> Set<String> {
        Set(try reader.all(sql, [SQLValue(id)]) { fields in fields.text() })
    }

    /// The latest day of the lists that say who died.
    private func registryDay(_ id: Int) throws(Problem) -> Day? {
        let evidence = try reader.all(
            """
            SELECT p.evidence FROM decree_draft d JOIN person p ON p.number = d.number
            WHERE d.decree_id = $1 AND d.change = 'add' AND p.evidence LIKE $2
            """, [SQLValue(id), .text(DecreeChecks.dead)]
        ) { fields in fields.text() }
        var latest: Day?
        for text in evidence {
            let verdict = try Evidence.verdicts(text).first {
                $0.rule == RuleKind.alive.rawValue
            }
            if let day = verdict?.day { latest = max(latest ?? day, day) }
        }
        return latest
    }
}
