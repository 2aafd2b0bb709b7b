import Civic
package import Programme

/// Something that was decided about a candidate, in the order in which it happened.
package struct CaseEvent: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case approve
        case refuse
        case field
        /// The answer to the question about work, by itself.
        case work
        /// Takes back an earlier event.
        case undo
    }

    /// Counted from 1 for each candidate.
    package let seq: Int
    package let kind: Kind
    /// Code of the reason of a refusal.
    package let reason: String?
    /// Who said that the candidate works.
    package let witness: String?
    /// The ``seq`` of the event that is taken back.
    package let undoes: Int?
    /// How the case stood afterwards.
    package let state: CaseState
    package let work: WorkAnswer?
    package let actor: String
    package let at: Instant
}

/// How a case stands after all that happened.
struct CaseHistory: Sendable {
    static let none = CaseHistory(state: .open, work: nil, version: 0, decider: nil, decidedAt: nil)

    var state: CaseState
    var work: WorkAnswer?
    /// How many events there are.
    var version: Int
    var decider: String?
    var decidedAt: Instant?
}

/// Rows of the table of events.
enum CaseEvents {
    private static let columns = "seq, kind, reason, witness, undoes, state, work, actor, at"

    /// All events of one case, oldest first.
    static func all(of number: String, _ reader: any SQLReader) throws(Problem) -> [CaseEvent] {
        try reader.all(
            "SELECT \(columns) FROM verification_event WHERE number = $1 ORDER BY seq",
            [.text(number)], event)
    }

    /// How every case that something happened to stands.
    static func latest(_ reader: any SQLReader) throws(Problem) -> [String: CaseHistory] {
        var found: [String: CaseHistory] = [:]
        try reader.scan(
            """
            SELECT e.number, e.seq, e.state, e.work, e.actor, e.at FROM verification_event e
            JOIN (SELECT number, MAX(seq) AS seq FROM verification_event GROUP BY number) AS last
            ON last.number = e.number AND last.seq = e.seq
            """, []
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let (number, seq) = (fields.text(), fields.int())
            let (state, work) = (try fields.caseState(), try fields.workAnswer())
            found[number] = CaseHistory(
                state: state, work: work, version: seq, decider: fields.text(),
                decidedAt: Instant(milliseconds: fields.integer()))
        }
        return found
    }

    static func append(
        _ events: [(number: String, event: CaseEvent)], _ writer: any SQLWriter
    ) throws(Problem) {
        var id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM verification_event")
        var values: [SQLValue] = []
        for (number, event) in events {
            id += 1
            values += [SQLValue(id), .text(number), SQLValue(event.seq)]
            values.append(.text(event.kind.rawValue))
            values += [SQLValue(event.reason), SQLValue(event.witness), SQLValue(event.undoes)]
            values += [.text(event.state.rawValue), SQLValue(event.work?.rawValue)]
            values += [.text(event.actor), .integer(event.at.milliseconds)]
        }
        try writer.insert(
            into: "verification_event",
            [
                "id", "number", "seq", "kind", "reason", "witness", "undoes", "state", "work",
                "actor", "at",
            ], values)
    }

    private static func event(_ fields: inout SQLFields) throws(Problem) -> CaseEvent {
        let seq = fields.int()
        guard let kind = CaseEvent.Kind(rawValue: fields.text()) else {
            throw Problem.storeDamaged("verification_event.kind")
        }
        let (reason, witness) = (fields.optionalText(), fields.optionalText())
        let undoes = fields.optionalInt()
        let (state, work) = (try fields.caseState(), try fields.workAnswer())
        return CaseEvent(
            seq: seq, kind: kind, reason: reason, witness: witness, undoes: undoes, state: state,
            work: work, actor: fields.text(), at: Instant(milliseconds: fields.integer()))
    }
}

extension SQLFields {
    mutating func caseState() throws(Problem) -> CaseState {
        guard let state = CaseState(rawValue: text()) else {
            throw Problem.storeDamaged("verification.state")
        }
        return state
    }

    mutating func workAnswer() throws(Problem) -> WorkAnswer? {
        try optionalText().map { (text) throws(Problem) in
            guard let answer = WorkAnswer(rawValue: text) else {
                throw Problem.storeDamaged("verification.work")
            }
            return answer
        }
    }
}
