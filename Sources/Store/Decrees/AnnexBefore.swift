package import Civic
package import Programme

/// What stood on a decree before an amendment of it, as the decrees in force said when the amendment
/// was put to signature; of a draft, as they say now.
package struct AnnexBefore: Sendable, Hashable {
    /// Who paid which months of a person, by SIGAP number.
    package let funding: [String: [FundedMonths]]
    /// Whose place somebody takes who is added, both by SIGAP number.
    package let places: [String: String]

    package static let nothing = AnnexBefore(funding: [:], places: [:])
}

extension CityStore {
    /// What stood where the amendment with this id changes something; nothing for another decree.
    package func annexBefore(of id: Int) async throws(Problem) -> AnnexBefore {
        try await engine.read { reader throws(Problem) in
            guard let decree = try DecreeTable.find(id, reader),
                let earlier = try EarlierDecrees(decree, reader)
            else { return .nothing }
            let reading = AnnexBeforeReading(decree: decree, earlier: earlier, reader: reader)
            return AnnexBefore(funding: try reading.funding(), places: try reading.places())
        }
    }
}

/// The decrees that an amendment found in force: the one it amends, and earlier amendments of that.
/// What comes into force after it was put to signature changes nothing about its paper.
struct EarlierDecrees {
    private let values: [SQLValue]

    /// Nil for a decree that amends none.
    init?(_ decree: Decree, _ reader: any SQLReader) throws(Problem) {
        guard let amended = decree.amends else { return nil }
        let begun = try reader.first(
            "SELECT MAX(at) FROM decree_step WHERE decree_id = $1 AND step = $2",
            [SQLValue(decree.id), .text(DecreeStep.Deed.begin.rawValue)]
        ) { fields in fields.optionalInt() }
        let frozen = (begun ?? nil) ?? Int.max
        values = [SQLValue(amended), SQLValue(decree.id), SQLValue(frozen)]
    }

    /// The condition that `d` is one of them; binds what it needs.
    func condition(_ sql: inout SQLText) -> String {
        let (amended, id, frozen) = (sql.bind(values[0]), sql.bind(values[1]), sql.bind(values[2]))
        return """
            (d.id = \(amended) OR d.amends = \(amended)) AND d.state = 'in-force'
            AND (d.in_force_at < \(frozen) OR (d.in_force_at = \(frozen) AND d.id < \(id)))
            """
    }
}

struct AnnexBeforeReading {
    let decree: Decree
    let earlier: EarlierDecrees
    let reader: any SQLReader

    /// What each of the earlier decrees said of the people, one after the other.
    func funding() throws(Problem) -> [String: [FundedMonths]] {
        var sql = SQLText()
        let isEarlier = earlier.condition(&sql)
        let table = decree.digest == nil ? "decree_draft" : "decree_line"
        let id = sql.bind(SQLValue(decree.id))
        var found: [String: [FundedMonths]] = [:]
        // A line of an alteration lets go of what was said of its months before.
        var said: (decree: Int, number: String)?
        try reader.scan(
            """
            SELECT d.id, l.number, l.change, f.first_month, f.last_month, f.fund
            FROM decree_line l JOIN decree d ON d.id = l.decree_id
            LEFT JOIN decree_line_fund f ON f.decree_id = l.decree_id AND f.line = l.line
            WHERE \(isEarlier)
            AND l.number IN (SELECT a.number FROM \(table) a WHERE a.decree_id = \(id))
            ORDER BY d.in_force_at, d.id, l.line, f.first_month
            """, sql.values
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let (decree, number, change) = (fields.int(), fields.text(), fields.text())
            let (first, last) = (fields.optionalMonth(), fields.optionalMonth())
            let fund = fields.optionalText()
            if said?.decree != decree || said?.number != number {
                let kept = change == LineChange.alter.rawValue ? found[number] ?? [] : []
                found[number] = first.map { AnnexBeforeReading.clipped(kept, before: $0) } ?? []
                said = (decree, number)
            }
            guard let first, let last, let fund else { return }
            found[number, default: []].append(FundedMonths(first...last, fund: fund))
        }
        return found
    }

    /// What is left of `spans` before `month`.
    static func clipped(_ spans: [FundedMonths], before month: Month) -> [FundedMonths] {
        spans.compactMap { span in
            guard span.months.lowerBound < month else { return nil }
            let last = min(span.months.upperBound, month + -1)
            return FundedMonths(span.months.lowerBound...last, fund: span.fund)
        }
    }

    /// Whoever was merged into somebody else since is found under both numbers.
    func places() throws(Problem) -> [String: String] {
        let rows = try reader.all(
            """
            SELECT c.replaced_by, l.survivor, c.number FROM member_change c
            LEFT JOIN person_alias l ON l.number = c.replaced_by
            WHERE c.amendment = $1 AND c.state = 'noted' AND c.replaced_by IS NOT NULL
            ORDER BY c.id
            """, [SQLValue(decree.id)]
        ) { fields in
            (number: fields.text(), survivor: fields.optionalText(), left: fields.text())
        }
        return rows.reduce(into: [:]) { places, row in
            for number in [row.number, row.survivor].compactMap(\.self) {
                places[number] = row.left
            }
        }
    }
}
