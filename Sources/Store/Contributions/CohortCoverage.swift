package import Civic
import Programme

/// How many of one cohort are insured.
package struct CohortCoverage: Sendable, Hashable {
    /// `sigap` for the programme's own.
    package let cohort: String
    /// Who stands: determined, enrolled or active.
    package let standing: Int
    package let active: Int
    /// For how many a month is on a bill or paid.
    package let covered: Int
    package let paid: Int
}

extension CityStore {
    /// Everybody whom the city keeps insured, by cohort, with what became of `month`.
    package func coverage(in month: Month) async throws(Problem) -> [CohortCoverage] {
        try await engine.read { reader throws(Problem) in
            let months = try reader.all(
                """
                SELECT m.cohort, COUNT(*), SUM(CASE WHEN c.state = 'paid' THEN 1 ELSE 0 END)
                FROM cover_month c JOIN member m ON m.number = c.number
                WHERE c.month = $1 AND c.state IN ('billed', 'paid') GROUP BY m.cohort
                """, [SQLValue(month)]
            ) { fields in (cohort: fields.text(), covered: fields.int(), paid: fields.int()) }
            let byCohort = Dictionary(grouping: months, by: \.cohort)
            return try reader.all(
                """
                SELECT cohort, COUNT(*), SUM(CASE WHEN state = 'active' THEN 1 ELSE 0 END)
                FROM member WHERE state IN ('determined', 'enrolled', 'active')
                GROUP BY cohort ORDER BY cohort
                """, []
            ) { fields in
                let (cohort, standing, active) = (fields.text(), fields.int(), fields.int())
                let month = byCohort[cohort]?.first
                return CohortCoverage(
                    cohort: cohort, standing: standing, active: active,
                    covered: month?.covered ?? 0, paid: month?.paid ?? 0)
            }
        }
    }
}
