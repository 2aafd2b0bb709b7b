import Civic
import Crypto

/// One step of the schema. Steps are applied in order of number and never edited once shipped: what
/// was wrong is put right by the next one.
struct Migration: Sendable {
    let number: Int
    let name: String
    /// Portable statements, each ended by a semicolon.
    let text: String
    /// Tables whose rows the database must keep as they are.
    let appendOnly: [String]
    /// What else the database itself looks after.
    let watched: [SQLTrigger]

    init(
        number: Int, name: String, appendOnly: [String] = [], watched: [SQLTrigger] = [],
        text: String
    ) {
        self.number = number
        self.name = name
        self.appendOnly = appendOnly
        self.watched = watched
        self.text = text
    }

    /// Every step of this program, in order.
    static let all: [Migration] = [
        foundation, deliveries, people, accounts, ledger, keys, nodes, journalRoots, verification,
        secondFactor, proposals, drivers, linkDecisions, references, corrections, rounds, waves,
        members, decrees, insurer, changes, refunds,
    ]

    var statements: [String] {
        text.split(separator: ";").map { Text.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    var triggers: [SQLTrigger] { appendOnly.flatMap(SQLTrigger.appendOnly) + watched }

    /// Tells whether a step was edited after it was applied.
    var checksum: String {
        var digest = SHA256()
        digest.update(data: Array("\(number) \(name) \(appendOnly.joined(separator: " "))\n".utf8))
        digest.update(data: Array(text.utf8))
        for trigger in watched { digest.update(data: Array(trigger.text.utf8)) }
        return Hexadecimal.text(Array(digest.finalize()))
    }
}
