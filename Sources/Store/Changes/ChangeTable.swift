import Civic
import Programme

/// Rows of the table of changes.
enum ChangeTable {
    /// In the order in which ``summary(_:)`` reads them, of ``source``.
    private static let columns = """
        c.id, c.number, m.name, m.village, c.kind, c.day, c.evidence, c.source, c.state, d.state,
        c.ended_month, c.replaced_by, c.amendment, c.actor, c.at
        """
    static let source = """
        member_change c JOIN member m ON m.number = c.number
        LEFT JOIN decree d ON d.id = c.amendment
        """
    /// No decree that still counts names the change.
    static let isFree = "c.state = 'noted' AND (d.state IS NULL OR d.state = 'withdrawn')"

    /// What a change that is to be undone needs.
    struct Row {
        let id: Int
        let number: String
        let kind: String
        let day: Day
        let state: String
        let before: MemberState
        let beforeMonth: Month?
        let amendment: String?
        let replacedBy: String?
        let version: Int

        /// What events and the journal call it.
        var document: String { "change \(id)" }
        /// What the ledger calls what is done now: a key serves once.
        var posting: String { version == 1 ? document : "\(document)-\(version)" }
    }

    static func row(
        _ id: Int, in scope: Scope, _ reader: any SQLReader
    ) throws(Problem) -> Row? {
        var sql = SQLText()
        let isThis = "c.id = \(sql.bind(SQLValue(id)))"
        let isInScope = scope.memberCondition(on: "m", &sql)
        return try reader.first(
            """
            SELECT c.id, c.number, c.kind, c.day, c.state, c.before_state, c.before_month, d.state,
            c.replaced_by, c.version FROM \(source) WHERE \(isThis) AND \(isInScope)
            """, sql.values
        ) { fields throws(Problem) in
            let (id, number, kind) = (fields.int(), fields.text(), fields.text())
            guard let day = fields.day() else { throw Problem.storeDamaged("member_change.day") }
            return Row(
                id: id, number: number, kind: kind, day: day, state: fields.text(),
                before: try MemberTable.state(fields.text()), beforeMonth: fields.optionalMonth(),
                amendment: fields.optionalText(), replacedBy: fields.optionalText(),
                version: fields.int())
        }
    }

    static func insert(
        _ new: NewChange, before member: Member, ended: Month?, by act: Act,
        _ writer: any SQLWriter
    ) throws(Problem) -> Int {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM member_change") + 1
        try writer.execute(
            """
            INSERT INTO member_change (id, number, kind, day, evidence, source, state,
            before_state, before_month, ended_month, actor, at, version)
            VALUES ($1, $2, $3, $4, $5, $6, 'noted', $7, $8, $9, $10, $11, 1)
            """,
            [
                SQLValue(id), .text(new.number), .text(new.kind.id), SQLValue(new.day),
                .text(new.evidence), .text(new.source), .text(member.state.rawValue),
                SQLValue(member.endedMonth.map { Int($0.number) }),
                SQLValue(ended.map { Int($0.number) }), .text(act.actor),
                .integer(act.at.milliseconds),
            ])
        return id
    }

    /// Changes that `condition` on ``source`` describes.
    static func summaries(
        where condition: String, _ values: [SQLValue], order: String = "c.id DESC", limit: Int,
        _ reader: any SQLReader
    ) throws(Problem) -> [ChangeSummary] {
        try reader.all(
            """
            SELECT \(columns) FROM \(source) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """, values, summary)
    }

    /// The latest change of a member that was not taken back.
    static func latest(
        of number: String, _ reader: any SQLReader
    ) throws(Problem) -> ChangeSummary? {
        try summaries(
            where: "c.number = $1 AND c.state = 'noted'", [.text(number)], limit: 1, reader
        ).first
    }

    private static func summary(_ fields: inout SQLFields) throws(Problem) -> ChangeSummary {
        let (id, number, name) = (fields.int(), fields.text(), fields.text())
        let (village, kind) = (fields.place(), fields.text())
        guard let day = fields.day() else { throw Problem.storeDamaged("member_change.day") }
        let (evidence, source) = (fields.text(), fields.text())
        let standing = standing(fields.text(), decree: fields.optionalText())
        return ChangeSummary(
            id: id, number: number, name: name, village: village, kind: kind, day: day,
            evidence: evidence, source: source, standing: standing,
            ended: fields.optionalMonth(), replacedBy: fields.optionalText(),
            amendment: fields.optionalInt(), actor: fields.text(),
            at: Instant(milliseconds: fields.integer()))
    }

    private static func standing(_ state: String, decree: String?) -> ChangeStanding {
        guard state == "noted" else { return .takenBack }
        switch decree {
        case nil, "withdrawn": return .noted
        case "in-force": return .amended
        default: return .drafted
        }
    }
}

extension ChangeFilter {
    /// Conditions on ``ChangeTable/source``.
    func conditions(_ scope: Scope, _ sql: inout SQLText) -> [String] {
        var all = [(place.map { scope.narrowed(to: $0) } ?? scope).memberCondition(on: "m", &sql)]
        switch standing {
        case nil: break
        case .noted: all.append(ChangeTable.isFree)
        case .drafted:
            all.append("c.state = 'noted' AND d.state IN ('draft', 'signing', 'numbered')")
        case .amended: all.append("c.state = 'noted' AND d.state = 'in-force'")
        case .takenBack: all.append("c.state = 'taken-back'")
        }
        if let kind { all.append("c.kind = \(sql.bind(.text(kind)))") }
        if let amendment { all.append("c.amendment = \(sql.bind(SQLValue(amendment)))") }
        return all
    }
}
