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

    /// ``basis`` of an agency's answer by a list that was old.
    package static let oldReference = "old-reference"
    /// ``basis`` of an answer about somebody who was found for certain.
    package static let exact = "exact"

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
    /// A word as it is kept.
    struct Row {
        let number: String
        let source: String
        let answer: Confirmation.Answer
        let channel: NewConfirmation.Channel
        let witness: String?
        let basis: String?
    }

    static func append(
        _ words: [NewConfirmation], by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        try append(
            words.map { word in
                Row(
                    number: word.number.text, source: word.source, answer: word.answer,
                    channel: word.channel, witness: word.witness, basis: word.basis)
            }, by: act, writer)
    }

    static func append(_ words: [Row], by act: Act, _ writer: any SQLWriter) throws(Problem) {
        var id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM confirmation")
        var values: [SQLValue] = []
        for word in words {
            id += 1
            values += [SQLValue(id), .text(word.number), .text(word.source)]
            values += [.text(word.answer.rawValue), .text(word.channel.rawValue)]
            values += [SQLValue(word.witness), SQLValue(word.basis)]
            values += [.text(act.actor), .integer(act.at.milliseconds)]
        }
        try writer.insert(
            into: "confirmation",
            ["id", "number", "source", "answer", "channel", "witness", "basis", "actor", "at"],
            values)
        try replaceLatest(words, by: act, writer)
    }

    /// Set by set: an agency answers about thousands at once.
    private static func replaceLatest(
        _ words: [Row], by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        for (source, words) in Dictionary(grouping: words, by: \.source) {
            // Of two words of one source about one candidate the later one stays.
            let latest = Dictionary(words.map { ($0.number, $0.answer) }) { _, later in later }
            var sql = SQLText()
            let isThis = "source = \(sql.bind(.text(source)))"
            let list = sql.bind(latest.keys.map { .text($0) })
            try writer.execute(
                "DELETE FROM confirmation_now WHERE \(isThis) AND number IN (\(list))", sql.values)
            var values: [SQLValue] = []
            for (number, answer) in latest {
                values += [.text(number), .text(source), .text(answer.rawValue)]
                values += [.text(act.actor), .integer(act.at.milliseconds)]
            }
            try writer.insert(
                into: "confirmation_now", ["number", "source", "answer", "actor", "at"], values)
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
