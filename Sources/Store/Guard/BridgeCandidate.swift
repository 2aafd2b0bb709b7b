import Civic
import Programme

/// Somebody of a wish, with what other funds are to pay for him.
struct BridgeCandidate {
    let number: String
    let name: String
    let state: MemberState
    let cohort: String
    let village: PlaceCode?
    let occupation: String?
    var months: [(month: Month, from: String, committed: Rupiah)] = []
    /// Months that the new fund pays for already.
    var others = 0

    static func all(
        of wish: BridgeWish, _ reader: any SQLReader
    ) throws(Problem) -> [BridgeCandidate] {
        guard !wish.numbers.isEmpty else { return [] }
        var found: [BridgeCandidate] = []
        var sql = SQLText()
        let numbers = sql.bind(Set(wish.numbers).sorted().map { .text($0) })
        let rows = try reader.all(
            """
            SELECT m.number, m.name, m.state, m.cohort, m.village, m.occupation, c.month, c.fund,
            c.state, c.committed FROM member m LEFT JOIN cover_month c ON c.number = m.number
            WHERE m.number IN (\(numbers)) ORDER BY m.number, c.month
            """, sql.values
        ) { fields throws(Problem) in
            let (number, name) = (fields.text(), fields.text())
            let state = try MemberTable.state(fields.text())
            let candidate = BridgeCandidate(
                number: number, name: name, state: state, cohort: fields.text(),
                village: fields.place(), occupation: fields.optionalText())
            return (
                candidate: candidate, month: fields.optionalMonth(), fund: fields.optionalText(),
                state: fields.optionalText().flatMap(CoverState.init),
                committed: fields.optionalRupiah() ?? .zero
            )
        }
        for row in rows {
            if found.last?.number != row.candidate.number { found.append(row.candidate) }
            guard let month = row.month, let fund = row.fund, let state = row.state else {
                continue
            }
            let last = found.count - 1
            if fund == wish.fund {
                let isLive = state == .promised || state == .billed || state == .paid
                if isLive { found[last].others += 1 }
            } else if state == .promised, wish.months.contains(month) {
                found[last].months.append((month, fund, row.committed))
            }
        }
        return found
    }
}
