import Civic
import Programme

/// Months of members as changes see them.
enum ChangeMonths {
    static func all(
        of number: String, _ reader: any SQLReader
    ) throws(Problem) -> [PaidCover] {
        try reader.all(
            """
            SELECT month, state, COALESCE(amount, committed) FROM cover_month
            WHERE number = $1 ORDER BY month
            """, [.text(number)]
        ) { fields throws(Problem) in
            let month = fields.month()
            guard let state = CoverState(rawValue: fields.text()) else {
                throw Problem.storeDamaged("cover_month.state")
            }
            return PaidCover(month: month, state: state, money: Rupiah(fields.integer()))
        }
    }

    /// What a change let go of.
    static func released(
        by change: Int, _ reader: any SQLReader
    ) throws(Problem) -> [PaidCover] {
        try reader.all(
            "SELECT month, committed FROM change_month WHERE change_id = $1 ORDER BY month",
            [SQLValue(change)]
        ) { fields in
            PaidCover(month: fields.month(), state: .void, money: Rupiah(fields.integer()))
        }
    }

    /// Notes what the change lets go of, before it does.
    static func keep(
        _ change: Int, _ number: String, from ended: Month, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO change_month (change_id, month, fund, decree_id, line, committed)
            SELECT $1, month, fund, decree_id, line, committed FROM cover_month
            WHERE number = $2 AND month >= $3 AND state = 'promised'
            """, [SQLValue(change), .text(number), SQLValue(ended)])
    }

    /// What a change let go of, to be promised again; the months wait no more under the change.
    static func takeOut(
        _ change: Int, _ number: String, _ writer: any SQLWriter
    ) throws(Problem) -> [CoverBook.Promise] {
        let promises = try writer.all(
            """
            SELECT month, fund, decree_id, line, committed FROM change_month
            WHERE change_id = $1 ORDER BY month
            """, [SQLValue(change)]
        ) { fields in
            let (month, fund, decree) = (fields.month(), fields.text(), fields.decreeLine())
            return CoverBook.Promise(
                number: number, month: month, fund: fund, decree: decree,
                price: Rupiah(fields.integer()))
        }
        let gone = try writer.execute(
            """
            DELETE FROM cover_month WHERE number = $1 AND state = 'void' AND month IN
            (SELECT month FROM change_month WHERE change_id = $2)
            """, [.text(number), SQLValue(change)])
        guard gone == promises.count else { throw ChangeProblem.laterWork() }
        try writer.execute(
            "DELETE FROM change_month WHERE change_id = $1", [SQLValue(change)])
        return promises
    }
}
