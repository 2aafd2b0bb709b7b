package import Civic
package import Programme

/// Somebody's word about a candidate, to be kept.
package struct NewConfirmation: Sendable, Hashable {
    /// How it reached the program.
    package enum Channel: String, Sendable {
        case desk
        case paper
        case link
        /// With many others in one action.
        case bulk
    }

    package let number: PersonNumber
    /// See ``Confirmation/source``.
    package let source: String
    package let answer: Confirmation.Answer
    package let channel: Channel
    /// Who said it, where that is not the one who signed in: `RW 011`.
    package let witness: String?
    /// What it rests on, as a code: `old-reference`, `exact`.
    package let basis: String?

    package init(
        number: PersonNumber, source: String, answer: Confirmation.Answer, channel: Channel,
        witness: String? = nil, basis: String? = nil
    ) {
        self.number = number
        self.source = source
        self.answer = answer
        self.channel = channel
        self.witness = witness
        self.basis = basis
    }
}

/// Rows of the tables of confirmations: all that was ever said, and the latest word of each source.
enum ConfirmationTable {
    static func append(
        _ words: [NewConfirmation], by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        var id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM confirmation")
        var values: [SQLValue] = []
        for word in words {
            id += 1
            values += [SQLValue(id), .text(word.number.text), .text(word.source)]
            values += [.text(word.answer.rawValue), .text(word.channel.rawValue)]
            values += [SQLValue(word.witness), SQLValue(word.basis)]
            values += [.text(act.actor), .integer(act.at.milliseconds)]
        }
        try writer.insert(
            into: "confirmation",
            ["id", "number", "source", "answer", "channel", "witness", "basis", "actor", "at"],
            values)
        for word in words {
            try writer.execute(
                """
                INSERT INTO confirmation_now (number, source, answer, actor, at)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (number, source) DO UPDATE SET answer = excluded.answer,
                actor = excluded.actor, at = excluded.at
                """,
                [
                    .text(word.number.text), .text(word.source), .text(word.answer.rawValue),
                    .text(act.actor), .integer(act.at.milliseconds),
                ])
        }
    }

    /// The latest words about these candidates, or about everybody.
    static func all(
        about numbers: [String]? = nil, _ reader: any SQLReader
    ) throws(Problem) -> [(number: String, word: Confirmation)] {
        if numbers?.isEmpty == true { return [] }
        var sql = SQLText()
        let list = numbers.map { numbers in sql.bind(numbers.map { .text($0) }) }
        let condition = list.map { " WHERE number IN (\($0))" } ?? ""
        return try reader.all(
            """
            SELECT number, source, answer, actor FROM confirmation_now\(condition)
            ORDER BY number, source
            """, sql.values
        ) { fields throws(Problem) in
            let (number, source) = (fields.text(), fields.text())
            guard let answer = Confirmation.Answer(rawValue: fields.text()) else {
                throw Problem.storeDamaged("confirmation_now.answer")
            }
            return (number, Confirmation(source: source, answer: answer, actor: fields.text()))
        }
    }
}
