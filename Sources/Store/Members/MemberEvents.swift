import Civic
import Programme

/// The history of members, which is only ever added to.
enum MemberEvents {
    /// The insurer was told of an end.
    static let tellEnd = "tell-end"
    /// It has ended the cover, or did not find the number.
    static let endConfirmed = "end-confirmed"
    static let endUnknown = "end-unknown"

    private static let columns = [
        "id", "number", "event", "state", "cause", "day", "first_month", "last_month", "fund",
        "document", "actor", "at",
    ]

    /// What is told of one member.
    struct Line {
        let number: String
        var state: MemberState
        var cause: String?
        var day: Day?
        var months: ClosedRange<Month>?
        var fund: String?
        var document: String?
    }

    /// Adds `event` for each of `lines`.
    static func append(
        _ event: String, _ lines: [Line], by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        guard !lines.isEmpty else { return }
        var id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM member_event")
        var values: [SQLValue] = []
        values.reserveCapacity(lines.count * columns.count)
        for line in lines {
            id += 1
            values += [SQLValue(id), .text(line.number), .text(event), .text(line.state.rawValue)]
            values += [SQLValue(line.cause), SQLValue(line.day.map { Int($0.number) })]
            values.append(SQLValue(line.months.map { Int($0.lowerBound.number) }))
            values.append(SQLValue(line.months.map { Int($0.upperBound.number) }))
            values += [SQLValue(line.fund), SQLValue(line.document), .text(act.actor)]
            values.append(.integer(act.at.milliseconds))
        }
        try writer.insert(into: "member_event", columns, values)
    }

    /// Everything that happened to a member, in order.
    static func all(of number: String, _ reader: any SQLReader) throws(Problem) -> [MemberEvent] {
        try reader.all(
            """
            SELECT event, state, cause, day, first_month, last_month, fund, document, actor, at
            FROM member_event WHERE number = $1 ORDER BY id
            """, [.text(number)]
        ) { fields throws(Problem) in
            let event = fields.text()
            let state = try MemberTable.state(fields.text())
            let (cause, day) = (fields.optionalText(), fields.day())
            let (first, last) = (fields.optionalMonth(), fields.optionalMonth())
            var months: ClosedRange<Month>?
            if let first, let last { months = first...last }
            return MemberEvent(
                event: event, state: state, cause: cause, day: day, months: months,
                fund: fields.optionalText(), document: fields.optionalText(),
                actor: fields.text(), at: Instant(milliseconds: fields.integer()))
        }
    }
}
