import Civic
import Crypto
import Programme

/// Months whose reconciliation is closed. Nothing of them ever changes.
enum ReconciliationTable {
    static func isClosed(_ month: Month, _ reader: any SQLReader) throws(Problem) -> Bool {
        try reader.integer(
            "SELECT COUNT(*) FROM reconciliation WHERE month = $1", [SQLValue(month)]) > 0
    }

    /// The month behind the last one that is closed; nil while none is.
    static func firstOpenMonth(_ reader: any SQLReader) throws(Problem) -> Month? {
        let last = try reader.first("SELECT MAX(month) FROM reconciliation", []) { fields in
            fields.optionalMonth()
        }
        return (last ?? nil).map { $0 + 1 }
    }

    static func find(
        _ month: Month, _ reader: any SQLReader
    ) throws(Problem) -> (id: Int, record: Reconciliation)? {
        try rows(where: "month = $1", [SQLValue(month)], reader).first.map { ($0.id, $0.record) }
    }

    /// All closed months, in order.
    static func all(_ reader: any SQLReader) throws(Problem) -> [Reconciliation] {
        try rows(where: "1 = 1", [], reader).map(\.record)
    }

    private struct Row: Sendable {
        let id: Int
        let record: Reconciliation
    }

    private static func rows(
        where condition: String, _ values: [SQLValue], _ reader: any SQLReader
    ) throws(Problem) -> [Row] {
        try reader.all(
            """
            SELECT id, month, our_digest, their_digest, our_people, their_people, our_amount,
            their_amount, matched, refused, theirs_only, ours_only, record_code, actor, at
            FROM reconciliation WHERE \(condition) ORDER BY month
            """, values
        ) { fields in
            let (id, month) = (fields.int(), fields.month())
            let (ourDigest, theirDigest) = (fields.text(), fields.text())
            let (ourPeople, theirPeople) = (fields.int(), fields.int())
            let (ourAmount, theirAmount) = (Rupiah(fields.integer()), Rupiah(fields.integer()))
            let piles = [
                Pile.matched: fields.int(), .refused: fields.int(), .theirsOnly: fields.int(),
                .oursOnly: fields.int(),
            ]
            let closing = Reconciliation.Closing(
                code: fields.text(), actor: fields.text(),
                at: Instant(milliseconds: fields.integer()))
            return Row(
                id: id,
                record: Reconciliation(
                    month: month, ourDigest: ourDigest, theirDigest: theirDigest,
                    ourPeople: ourPeople, theirPeople: theirPeople, ourAmount: ourAmount,
                    theirAmount: theirAmount, piles: piles, closing: closing))
        }
    }

    /// Closes a month as it is reconciled.
    ///
    /// - Returns: the code of the record.
    static func insert(
        _ month: OpenMonth, by act: Act, _ writer: any SQLWriter
    ) throws(Problem) -> String {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM reconciliation") + 1
        let totals = month.totals
        let code = code(of: totals)
        try writer.insert(
            into: "reconciliation",
            [
                "id", "month", "our_digest", "their_digest", "our_people", "their_people",
                "our_amount", "their_amount", "matched", "refused", "theirs_only", "ours_only",
                "record_code", "actor", "at",
            ],
            [
                SQLValue(id), SQLValue(totals.month), .text(totals.ourDigest),
                .text(totals.theirDigest), SQLValue(totals.ourPeople),
                SQLValue(totals.theirPeople), SQLValue(totals.ourAmount),
                SQLValue(totals.theirAmount), SQLValue(totals.count(.matched)),
                SQLValue(totals.count(.refused)), SQLValue(totals.count(.theirsOnly)),
                SQLValue(totals.count(.oursOnly)), .text(code), .text(act.actor),
                .integer(act.at.milliseconds),
            ])
        try insertLines(month.done.lines, of: id, writer)
        return code
    }

    private static let columns = [
        "reconciliation_id", "line", "pile", "number", "stranger", "our_amount", "their_amount",
        "difference", "explanation",
    ]

    private static func insertLines(
        _ lines: [ReconciledLine], of id: Int, _ writer: any SQLWriter
    ) throws(Problem) {
        var values: [SQLValue] = []
        values.reserveCapacity(lines.count * columns.count)
        for (index, line) in lines.enumerated() {
            let differences = line.differences.map(\.rawValue).joined(separator: " ")
            values += [
                SQLValue(id), SQLValue(index + 1), .text(line.pile.rawValue),
                SQLValue(line.number), SQLValue(line.stranger),
                line.ourAmount.map { SQLValue($0) } ?? .null,
                line.theirAmount.map { SQLValue($0) } ?? .null,
                SQLValue(differences.isEmpty ? nil : differences), SQLValue(line.cause?.rawValue),
            ]
        }
        guard !values.isEmpty else { return }
        try writer.insert(into: "reconciliation_line", columns, values)
    }

    /// A code by which the record is found, made of what both sides say.
    private static func code(of totals: Reconciliation) -> String {
        let digest = SHA256.hash(
            data: Array("\(totals.month) \(totals.ourDigest) \(totals.theirDigest)".utf8))
        let letters = Hexadecimal.text(Array(digest.prefix(4)))
        return "REK-\(totals.month.iso)-\(letters.uppercased())"
    }
}

/// A month that can still be closed, reconciled as it stands.
struct OpenMonth {
    let totals: Reconciliation
    let done: Reconciled

    init(_ month: Month, _ reader: any SQLReader) throws(Problem) {
        let reading = ReconcilingReading(month: month, reader: reader)
        let (ours, theirs) = (try reading.ours(), try reading.theirs())
        done = Reconciling.run(ours: ours.rows, theirs: theirs.rows)
        var piles: [Pile: Int] = [:]
        for line in done.lines { piles[line.pile, default: 0] += 1 }
        totals = Reconciliation(
            month: month, ourDigest: ours.digest, theirDigest: theirs.digest,
            ourPeople: done.ourPeople, theirPeople: done.theirPeople, ourAmount: done.ourAmount,
            theirAmount: done.theirAmount, piles: piles, closing: nil)
    }
}
