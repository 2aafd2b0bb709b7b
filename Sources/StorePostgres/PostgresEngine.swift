package import Civic
package import Store

/// A city in PostgreSQL: one schema, several connections, any number of nodes.
///
/// What was acknowledged is on the disk of the server, and of its synchronous standby where there
/// is one. When the server goes, work that was not acknowledged is done again on the one that takes
/// over; where the answer to a commit was lost, the new server is asked whether it happened.
package final class PostgresEngine: StoreEngine {
    package let isReadOnly: Bool
    private let schema: String
    private let pool: PostgresPool

    /// - Throws: `store-unreachable`, `store-missing`, `store-exists`, `store-encoding`.
    package init(_ place: PostgresPlace, _ access: StoreAccess) throws(Problem) {
        let first = try PostgresSession(place.address(access))
        if access == .create { try PostgresSchema.create(place.schema, first) }
        guard try PostgresSchema.exists(place.schema, first) else {
            throw Problem.storeMissing(place.schema)
        }
        let encoding = first.setting("server_encoding")
        guard encoding == "UTF8" else { throw PostgresProblem.wrongEncoding(encoding) }
        isReadOnly = access == .read
        schema = place.schema
        pool = PostgresPool(lanes: place.connections, wait: place.wait) { () throws(Problem) in
            let session = try PostgresSession(place.address(access))
            try session.enter(place.schema)
            return session
        }
    }

    package func close() async throws(Problem) { pool.close() }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws(Problem) -> T
    ) async throws(Problem) -> T {
        try await insist(isWriter: false) { transaction in transaction.read(body) }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws(Problem) -> T
    ) async throws(Problem) -> T {
        if isReadOnly { throw Problem.storeReadOnly() }
        return try await insist(isWriter: true) { transaction in transaction.write(body) }
    }

    /// Each table gets new files, and its old ones are given back to the system. What the server's
    /// own log and its archive hold goes when they are recycled.
    package func scrub(_ tables: [String]) async throws(Problem) {
        if isReadOnly { throw Problem.storeReadOnly() }
        try await pool.run(isWriter: true) { lane throws(Problem) in
            try PostgresScrub(session: try lane.session()).run(tables)
        }
    }

    /// Tries until it is done, fails for a reason that stays, or has taken too long.
    private func insist<T: Sendable>(
        isWriter: Bool, _ attempt: @escaping @Sendable (PostgresTransaction) -> PostgresOutcome<T>
    ) async throws(Problem) -> T {
        let schema = schema
        return try await pool.run(isWriter: isWriter) { lane throws(Problem) in
            var patience = PostgresPatience()
            while true {
                let outcome: PostgresOutcome<T>
                do throws(Problem) {
                    let session = try lane.session()
                    outcome = attempt(PostgresTransaction(session: session, schema: schema))
                    if session.isUsedUp { lane.drop() }
                } catch {
                    outcome = .again(error)
                }
                switch outcome {
                case .done(let value): return value
                case .failed(let problem): throw problem
                case .again(let problem): try patience.wait(after: problem)
                case .unknown(let value, let commit, let problem):
                    lane.drop()
                    if try PostgresEngine.happened(commit, lane, problem) { return value }
                    try patience.wait(after: problem)
                }
            }
        }
    }

    /// Asks the server, or the one that took over, whether a commit happened. Writing under its slot
    /// waits for a server process that may still be committing.
    private static func happened(
        _ commit: PostgresCommit, _ lane: PostgresLane, _ problem: Problem
    ) throws(Problem) -> Bool {
        var patience = PostgresPatience()
        while true {
            do throws(Problem) {
                var serial: Int64 = -1
                try lane.session().ask(PostgresSchema.asking, [.integer(commit.slot)]) { row in
                    serial = row.integer(0)
                }
                return serial == commit.serial
            } catch {
                lane.drop()
                try patience.wait(after: problem)
            }
        }
    }
}
