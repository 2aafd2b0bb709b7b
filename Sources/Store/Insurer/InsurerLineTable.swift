import Civic
import Programme

/// What a line of a file did. Raw values are those of the store.
package enum LineEffect: String, CaseIterable, Sendable {
    /// It asked for the member.
    case sent
    case accept, refuse
    /// It said what was known.
    case known
    /// It contradicts what is known, and changed nothing.
    case conflict
    /// It lists the member in a month.
    case list
    /// It is about nobody whom a decree names.
    case stranger
    /// It could not be used.
    case unread
}

/// Lines of files on their way into the table, which keeps them as they are.
struct InsurerLineTable {
    private static let columns = [
        "file_id", "line", "effect", "number", "stranger", "answer", "participant", "day",
        "amount", "code", "cause", "note",
    ]

    /// A line of a file.
    struct Line {
        let line: Int
        let effect: LineEffect
        var number: String?
        var stranger: Int?
        var answer: String?
        var participant: String?
        var day: Day?
        var amount: Rupiah?
        /// The insurer's own code of a refusal.
        var code: String?
        /// Ours for it.
        var cause: String?
        /// The kind of a conflict, or why the line could not be used, then what it says otherwise
        /// than we do.
        var note: String?
    }

    let file: Int
    private var values: [SQLValue] = []

    init(file: Int, expected: Int) {
        self.file = file
        values.reserveCapacity(expected * InsurerLineTable.columns.count)
    }

    mutating func add(_ line: Line) {
        values += [
            SQLValue(file), SQLValue(line.line), .text(line.effect.rawValue),
            SQLValue(line.number), SQLValue(line.stranger), SQLValue(line.answer),
            SQLValue(line.participant), SQLValue(line.day.map { Int($0.number) }),
            line.amount.map { SQLValue($0) } ?? .null, SQLValue(line.code), SQLValue(line.cause),
            SQLValue(line.note),
        ]
    }

    func insert(_ writer: any SQLWriter) throws(Problem) {
        guard !values.isEmpty else { return }
        try writer.insert(into: "insurer_line", InsurerLineTable.columns, values)
    }
}
