import Civic
import Programme

/// Compares the people of a month with those of the month before.
struct MonthChangeReading {
    let month: Month
    let reader: any SQLReader

    private static let shown = 300
    private static let live = "state IN ('promised', 'billed', 'paid', 'refunded')"

    /// `c` has no living counterpart `p` in the month `other`.
    private func single(_ month: Month, without other: Month) -> String {
        """
        FROM cover_month c JOIN member m ON m.number = c.number
        WHERE c.month = \(month.number) AND c.\(MonthChangeReading.live) AND NOT EXISTS (
            SELECT 1 FROM cover_month p WHERE p.number = c.number
            AND p.month = \(other.number) AND p.\(MonthChangeReading.live))
        """
    }

    private var moved: String {
        """
        FROM cover_month c JOIN cover_month p ON p.number = c.number
        AND p.month = \((month + -1).number) JOIN member m ON m.number = c.number
        WHERE c.month = \(month.number) AND p.fund <> c.fund
        AND c.\(MonthChangeReading.live) AND p.\(MonthChangeReading.live)
        """
    }

    func changes() throws(Problem) -> MonthChanges {
        let new = single(month, without: month + -1)
        let gone = single(month + -1, without: month)
        let people =
            try people("c.fund, NULL", new) + people("c.fund, p.fund", moved)
            + people("NULL, c.fund", gone)
        return MonthChanges(
            new: try reader.integer("SELECT COUNT(*) \(new)"),
            gone: try reader.integer("SELECT COUNT(*) \(gone)"),
            moved: try reader.integer("SELECT COUNT(*) \(moved)"), people: people)
    }

    private func people(_ funds: String, _ rows: String) throws(Problem) -> [MonthChange] {
        try reader.all(
            """
            SELECT c.number, m.name, m.village, \(funds), m.state, m.cause \(rows)
            ORDER BY m.name_key, c.number LIMIT \(MonthChangeReading.shown)
            """, []
        ) { fields throws(Problem) in
            MonthChange(
                number: fields.text(), name: fields.text(), village: fields.place(),
                fund: fields.optionalText(), before: fields.optionalText(),
                state: try MemberTable.state(fields.text()), cause: fields.optionalText())
        }
    }
}
