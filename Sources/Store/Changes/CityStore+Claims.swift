package import Civic
import Programme

/// Claims that wait for somebody.
extension CityStore {
    /// Claims in `scope`, those that wait first, in order of their days.
    package func claims(in scope: Scope, limit: Int) async throws(Problem) -> [ClaimSummary] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = scope.memberCondition(on: "m", &sql)
            return try ClaimTable.summaries(where: condition, sql.values, limit: limit, reader)
        }
    }

    /// Claims in `scope` that wait.
    package func waitingClaims(in scope: Scope) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = scope.memberCondition(on: "m", &sql)
            let found = try reader.first(
                """
                SELECT COUNT(*), MIN(k.at), MIN(k.due) FROM \(ClaimTable.source)
                WHERE k.state = 'open' AND \(condition)
                """, sql.values
            ) { fields in
                let (count, at) = (fields.int(), fields.optionalInt())
                return Waiting(
                    count: count,
                    oldest: at.map { .jakarta(at: Instant(milliseconds: Int64($0))) },
                    due: fields.day())
            }
            return found ?? .nothing
        }
    }
}
