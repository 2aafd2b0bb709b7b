package import Civic
package import Programme

/// One month of the people of a district.
package struct DistrictMonth: Sendable, Hashable {
    /// Nil for people of no known place.
    package let district: PlaceCode?
    /// By what became of the months.
    package let sums: [CoverState: CoverSum]

    package func sum(_ state: CoverState) -> CoverSum { sums[state] ?? CoverSum() }

    /// Everybody for whom somebody pays this month, or will.
    package var all: CoverSum { sum(.promised) + sum(.billed) + sum(.paid) }
}

/// Claims of one kind that were not taken back.
package struct ClaimCount: Sendable, Hashable {
    package let kind: ClaimKind
    /// Of what happened in the month.
    package let ofMonth: Int
    /// That wait, of any month.
    package let open: Int
    /// Of those, beyond the day by which they had to be brought in.
    package let overdue: Int
}

/// What a monthly report tells beside the bills.
extension CityStore {
    /// The month by district, in order of codes; who lives nowhere known comes last.
    package func districtMonths(_ month: Month) async throws(Problem) -> [DistrictMonth] {
        let rows = try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT m.district, m.village, c.state, COUNT(*),
                SUM(COALESCE(c.amount, c.committed))
                FROM cover_month c JOIN member m ON m.number = c.number
                WHERE c.month = $1 GROUP BY m.district, m.village, c.state
                """, [SQLValue(month)]
            ) { fields throws(Problem) in
                let (district, village) = (fields.place(), fields.place())
                guard let state = CoverState(rawValue: fields.text()) else {
                    throw Problem.storeDamaged("cover_month.state")
                }
                return PlaceSum(
                    district: village?.district ?? district, state: state,
                    sum: CoverSum(people: fields.int(), amount: Rupiah(fields.integer())))
            }
        }
        return Dictionary(grouping: rows, by: \.district).map { district, rows in
            DistrictMonth(
                district: district,
                sums: rows.reduce(into: [:]) { sums, row in
                    sums[row.state] = (sums[row.state] ?? CoverSum()) + row.sum
                })
        }.sorted { ($0.district?.number ?? .max) < ($1.district?.number ?? .max) }
    }

    /// Claims by kind; what is overdue is so on `today`.
    package func claimCounts(
        in month: Month, on today: Day
    ) async throws(Problem) -> [ClaimCount] {
        try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT kind, SUM(CASE WHEN day BETWEEN $1 AND $2 THEN 1 ELSE 0 END), COUNT(*),
                SUM(CASE WHEN due < $3 THEN 1 ELSE 0 END)
                FROM claim WHERE state = 'open' GROUP BY kind ORDER BY kind
                """, [SQLValue(month.firstDay), SQLValue(month.lastDay), SQLValue(today)]
            ) { fields throws(Problem) in
                guard let kind = ClaimKind(rawValue: fields.text()) else {
                    throw Problem.storeDamaged("claim.kind")
                }
                return ClaimCount(
                    kind: kind, ofMonth: fields.int(), open: fields.int(), overdue: fields.int())
            }
        }
    }
}

private struct PlaceSum: Sendable {
    let district: PlaceCode?
    let state: CoverState
    let sum: CoverSum
}
