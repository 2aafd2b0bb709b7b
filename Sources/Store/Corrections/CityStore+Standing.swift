package import Civic
package import Programme

extension CityStore {
    /// Where the verification of a candidate in `scope` stands; nil for somebody whom nobody checks.
    package func caseStanding(
        of number: PersonNumber, in scope: Scope
    ) async throws(Problem) -> CaseStanding? {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            var all = ["c.number = \(sql.bind(.text(number.text)))"]
            if let condition = scope.caseCondition(on: "c", &sql) { all.append(condition) }
            return try reader.first(
                """
                SELECT c.standing FROM verification_case c
                WHERE \(all.joined(separator: " AND "))
                """, sql.values
            ) { fields in CaseStanding(rawValue: fields.text()) } ?? nil
        }
    }

    /// The day on which the decisions that hold now were made: when the latest lists were taken in.
    package func decisionDay() async throws(Problem) -> Day? {
        try await engine.read { reader throws(Problem) in
            try reader.first("SELECT MAX(received_at) FROM delivery") { fields in
                fields.optionalInt().map { Day.jakarta(at: Instant(milliseconds: Int64($0))) }
            } ?? nil
        }
    }
}
