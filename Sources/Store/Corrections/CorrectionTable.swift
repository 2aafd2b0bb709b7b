import Civic
import Programme

/// Rows of the table of requests and of their steps.
enum CorrectionTable {
    /// In the order in which ``summary(_:)`` reads them, of a table called `c` beside a `p`.
    static let columns = """
        c.id, c.receipt, c.number, p.name, c.village, c.field, c.state, c.office, c.requester,
        c.proof, c.version, c.opened, c.due, c.closed
        """
    static let source = "correction c LEFT JOIN person p ON p.number = c.number"

    static func summary(_ fields: inout SQLFields) throws(Problem) -> CorrectionSummary {
        let (id, receipt, number) = (fields.int(), fields.text(), fields.text())
        let (name, village) = (fields.optionalText(), fields.place())
        let (field, state) = (try fields.correctionField(), try fields.correctionState())
        let (office, requester) = (fields.text(), fields.text())
        guard let proof = CorrectionProof(rawValue: fields.text()) else {
            throw Problem.storeDamaged("correction.proof")
        }
        let version = fields.int()
        guard let opened = fields.day(), let due = fields.day() else {
            throw Problem.storeDamaged("correction.due")
        }
        return CorrectionSummary(
            id: id, receipt: receipt, number: number, name: name, village: village,
            field: field, state: state, office: office, requester: requester, proof: proof,
            version: version, opened: opened, due: due, closed: fields.day())
    }

    /// The request with this receipt, as far as `reach` goes.
    static func find(
        _ receipt: String, _ reach: CorrectionReach, _ reader: any SQLReader
    ) throws(Problem) -> CorrectionSummary? {
        var sql = SQLText()
        let isThis = "c.receipt = \(sql.bind(.text(receipt)))"
        let isVisible = reach.condition(on: "c", &sql) ?? "1 = 1"
        return try reader.first(
            "SELECT \(columns) FROM \(source) WHERE \(isThis) AND \(isVisible)", sql.values,
            summary)
    }

    /// The occupation that decides where the request goes.
    static func occupation(of id: Int, _ reader: any SQLReader) throws(Problem) -> String? {
        try reader.first("SELECT occupation FROM correction WHERE id = $1", [SQLValue(id)]) {
            fields in fields.optionalText()
        } ?? nil
    }

    static func append(
        _ event: CorrectionEvent, to id: Int, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.insert(
            into: "correction_step",
            ["correction", "seq", "step", "office", "proof", "reason", "actor", "at"],
            [
                SQLValue(id), SQLValue(event.seq), .text(event.step.rawValue),
                .text(event.office), SQLValue(event.proof?.rawValue),
                SQLValue(event.reason?.rawValue), .text(event.actor),
                .integer(event.at.milliseconds),
            ])
    }

    static func steps(of id: Int, _ reader: any SQLReader) throws(Problem) -> [CorrectionEvent] {
        try reader.all(
            """
            SELECT seq, step, office, proof, reason, actor, at FROM correction_step
            WHERE correction = $1 ORDER BY seq
            """, [SQLValue(id)]
        ) { fields throws(Problem) in
            let seq = fields.int()
            guard let step = CorrectionStep(rawValue: fields.text()) else {
                throw Problem.storeDamaged("correction_step.step")
            }
            return CorrectionEvent(
                seq: seq, step: step, office: fields.text(),
                proof: fields.optionalText().flatMap { CorrectionProof(rawValue: $0) },
                reason: fields.optionalText().flatMap { CorrectionRefusal(rawValue: $0) },
                actor: fields.text(), at: Instant(milliseconds: fields.integer()))
        }
    }
}

extension SQLFields {
    mutating func correctionField() throws(Problem) -> CorrectionField {
        guard let field = CorrectionField(rawValue: text()) else {
            throw Problem.storeDamaged("correction.field")
        }
        return field
    }

    mutating func correctionState() throws(Problem) -> CorrectionState {
        guard let state = CorrectionState(rawValue: text()) else {
            throw Problem.storeDamaged("correction.state")
        }
        return state
    }
}
