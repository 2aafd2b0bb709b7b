import Civic
package import Programme

/// Somebody's latest word about a candidate, with who, when and on what it rests.
package struct CaseWord: Sendable, Hashable {
    /// See ``Confirmation/source``.
    package let source: String
    package let answer: Confirmation.Answer
    package let actor: String
    package let at: Instant
    package let witness: String?
    package let basis: String?
}

enum CaseWords {
    /// The latest word of each source about these candidates.
    static func all(
        about numbers: [String], _ reader: any SQLReader
    ) throws(Problem) -> [String: [CaseWord]] {
        guard !numbers.isEmpty else { return [:] }
        var sql = SQLText()
        var found: [String: [CaseWord]] = [:]
        try reader.scan(
            """
            SELECT n.number, n.source, n.answer, n.actor, n.at, MAX(f.witness), MAX(f.basis)
            FROM confirmation_now n LEFT JOIN confirmation f
            ON f.number = n.number AND f.source = n.source AND f.at = n.at
            WHERE n.number IN (\(sql.bind(numbers.map { .text($0) })))
            GROUP BY n.number, n.source, n.answer, n.actor, n.at ORDER BY n.number, n.source
            """, sql.values
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let (number, source) = (fields.text(), fields.text())
            guard let answer = Confirmation.Answer(rawValue: fields.text()) else {
                throw Problem.storeDamaged("confirmation_now.answer")
            }
            found[number, default: []].append(
                CaseWord(
                    source: source, answer: answer, actor: fields.text(),
                    at: Instant(milliseconds: fields.integer()), witness: fields.optionalText(),
                    basis: fields.optionalText()))
        }
        return found
    }
}
