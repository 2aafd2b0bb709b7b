import Civic
import Programme

/// Rows of the table of decrees.
enum DecreeTable {
    private static let columns = """
        d.id, d.code, d.kind, d.wave_id, d.amends, d.redrafts, d.title, d.state, d.number,
        d.signed_on, d.first_month, d.last_month, d.lines, d.digest, d.public_digest,
        d.in_force_at, d.actor, d.at
        """

    /// What the journal calls a decree.
    static func subject(_ id: Int) -> String { "decree-\(id)" }

    /// What the ledger and the history of members call it.
    static func document(_ id: Int) -> String { "decree \(id)" }

    static func all(
        where condition: String, _ values: [SQLValue], order: String = "d.id DESC",
        _ reader: any SQLReader
    ) throws(Problem) -> [Decree] {
        try reader.all(
            "SELECT \(columns) FROM decree d WHERE \(condition) ORDER BY \(order)", values, decree)
    }

    /// Newest first.
    static func all(in reader: any SQLReader) throws(Problem) -> [Decree] {
        try all(where: "1 = 1", [], reader)
    }

    static func find(_ id: Int, _ reader: any SQLReader) throws(Problem) -> Decree? {
        try all(where: "d.id = $1", [SQLValue(id)], reader).first
    }

    /// - Throws: `decree-unknown`, or `decree-state` when it does not stand in `states`.
    static func require(
        _ id: Int, in states: DecreeState..., at reader: any SQLReader
    ) throws(Problem) -> Decree {
        guard let decree = try find(id, reader) else { throw Problem.decreeUnknown() }
        guard states.contains(decree.state) else { throw Problem.decreeState() }
        return decree
    }

    static func insert(
        _ draft: NewDecree, _ text: DecreeText, by act: Act, _ writer: any SQLWriter
    ) throws(Problem) -> Int {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) + 1 FROM decree")
        try writer.execute(
            """
            INSERT INTO decree (id, code, kind, wave_id, amends, redrafts, key, title, body,
            state, first_month, last_month, lines, actor, at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, $14, 1)
            """,
            [
                SQLValue(id), .text(draft.code.text), .text(draft.kind.rawValue),
                SQLValue(draft.wave), SQLValue(draft.amends), SQLValue(draft.redrafts),
                SQLValue(act.key), .text(text.about), .text(DecreeBody.text(text)),
                .text(DecreeState.draft.rawValue), SQLValue(draft.months.lowerBound),
                SQLValue(draft.months.upperBound), .text(act.actor),
                .integer(act.at.milliseconds),
            ])
        return id
    }

    /// The decree that was drafted under the key of `act`.
    static func id(drafted act: Act, _ reader: any SQLReader) throws(Problem) -> Int {
        let found = try reader.first("SELECT id FROM decree WHERE key = $1", [SQLValue(act.key)]) {
            fields in fields.int()
        }
        guard let found else { throw Problem.decreeUnknown() }
        return found
    }

    /// Moves a decree on.
    static func move(
        _ decree: Decree, to state: DecreeState, _ writer: any SQLWriter
    ) throws(Problem) {
        guard decree.state.next.contains(state) else { throw Problem.decreeState() }
        try writer.execute(
            "UPDATE decree SET state = $2, version = version + 1 WHERE id = $1",
            [SQLValue(decree.id), .text(state.rawValue)])
    }

    private static func decree(_ fields: inout SQLFields) throws(Problem) -> Decree {
        let (id, code) = (fields.int(), PaperCode(known: fields.text()))
        guard let kind = DecreeKind(rawValue: fields.text()) else {
            throw Problem.storeDamaged("decree.kind")
        }
        let (wave, amends, redrafts) = (
            fields.optionalInt(), fields.optionalInt(), fields.optionalInt()
        )
        let title = fields.text()
        guard let state = DecreeState(rawValue: fields.text()) else {
            throw Problem.storeDamaged("decree.state")
        }
        return Decree(
            id: id, code: code, kind: kind, wave: wave, amends: amends, redrafts: redrafts,
            title: title, state: state, number: fields.optionalText(), signedOn: fields.day(),
            months: fields.month()...fields.month(), lines: fields.int(),
            digest: fields.optionalText(), publicDigest: fields.optionalText(),
            inForceAt: fields.optionalInt().map { Instant(milliseconds: Int64($0)) },
            actor: fields.text(), at: Instant(milliseconds: fields.integer()))
    }
}

/// What a decree is drafted with.
struct NewDecree {
    let code = PaperCode()
    let kind: DecreeKind
    var wave: Int?
    var amends: Int?
    var redrafts: Int?
    let months: ClosedRange<Month>
}

/// The text of a decree as it is kept: lists of paragraphs.
enum DecreeBody {
    static func text(_ text: DecreeText) -> String {
        var json = JSONText()
        json.list([
            [text.about, text.annexTitle], text.considering, text.recalling, text.deciding,
        ]) { json, part in json.list(part) }
        return json.text
    }

    static func read(_ id: Int, _ reader: any SQLReader) throws(Problem) -> DecreeText {
        let body = try reader.first("SELECT body FROM decree WHERE id = $1", [SQLValue(id)]) {
            fields in fields.text()
        }
        let parts = try StoredList.rows(body ?? "[]").map { $0.compactMap(\.self) }
        guard parts.count == 4, parts[0].count == 2 else {
            throw Problem.storeDamaged("decree.body")
        }
        return DecreeText(
            about: parts[0][0], annexTitle: parts[0][1], considering: parts[1],
            recalling: parts[2], deciding: parts[3])
    }
}
