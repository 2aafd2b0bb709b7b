import Civic
import Programme

/// Where a member stands, as far as changes set it.
struct MemberPlace {
    let state: MemberState
    let ended: Month?
    let cause: String?

    static func read(_ number: String, _ reader: any SQLReader) throws(Problem) -> MemberPlace? {
        try reader.first(
            "SELECT state, ended_month, cause FROM member WHERE number = $1", [.text(number)]
        ) { fields throws(Problem) in
            MemberPlace(
                state: try MemberTable.state(fields.text()), ended: fields.optionalMonth(),
                cause: fields.optionalText())
        }
    }

    func write(_ number: String, _ writer: any SQLWriter) throws(Problem) {
        try writer.execute(
            """
            UPDATE member SET state = $2, ended_month = $3, cause = $4, version = version + 1
            WHERE number = $1
            """,
            [
                .text(number), .text(state.rawValue), SQLValue(ended.map { Int($0.number) }),
                SQLValue(cause),
            ])
    }
}
