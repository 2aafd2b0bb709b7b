package import Civic

/// What one rule said about a person, and from which datum: enough to explain the decision years
/// later. Rules, their limits and citations are found by ``rule`` and the version of the run.
package struct RuleVerdict: Sendable, Hashable {
    package enum Mark: String, Sendable {
        case met
        case failed
        /// No source says anything, or sources disagree.
        case unknown
    }

    /// `age`, as the region pack names it.
    package let rule: String
    package let mark: Mark
    /// What the rule looked at, in a form the rule knows: `43`, `7`, `dead`. Nil for nothing.
    package let datum: String?
    /// Whose word it is.
    package let agency: String?
    /// The day of that agency's data.
    package let day: Day?

    package init(rule: String, mark: Mark, datum: String?, agency: String?, day: Day?) {
        self.rule = rule
        self.mark = mark
        self.datum = datum
        self.agency = agency
        self.day = day
    }
}

/// Verdicts as they are kept: `[["age","met","43","dukcapil","2025-10-01"], …]`.
enum Evidence {
    static func text(_ verdicts: [RuleVerdict]) -> String {
        var json = JSONText()
        json.list(verdicts) { json, verdict in
            json.list([
                verdict.rule, verdict.mark.rawValue, verdict.datum, verdict.agency,
                verdict.day?.iso,
            ])
        }
        return json.text
    }

    static func verdicts(_ text: String) throws(Problem) -> [RuleVerdict] {
        try StoredList.rows(text).map { row throws(Problem) in
            guard row.count == 5, let rule = row[0],
                let mark = row[1].flatMap(RuleVerdict.Mark.init(rawValue:))
            else { throw Problem.storeDamaged("person.evidence") }
            return RuleVerdict(
                rule: rule, mark: mark, datum: row[2], agency: row[3],
                day: row[4].flatMap { Day(iso: $0) })
        }
    }
}
