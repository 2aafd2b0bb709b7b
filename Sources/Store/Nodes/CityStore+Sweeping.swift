package import Civic

/// What is needed no longer is cleared away. Nothing here tells about a person or a deed, so that
/// the journal does not tell of it.
extension CityStore {
    /// Clears sessions that have expired, those of links included; returns how many.
    package func sweepSessions(at instant: Instant) async throws(Problem) -> Int {
        try await sweep(
            [
                "DELETE FROM session WHERE expires_at <= $1",
                "DELETE FROM round_session WHERE expires_at <= $1",
            ], instant)
    }

    /// Clears attempts that count no longer.
    package func sweepAttempts(at instant: Instant) async throws(Problem) -> Int {
        try await sweep(["DELETE FROM attempt WHERE ends_at <= $1"], instant)
    }

    /// Clears the keys of requests from before `instant`. A request as old as that, sent again,
    /// would be carried out again.
    package func sweepRequests(before instant: Instant) async throws(Problem) -> Int {
        try await sweep(["DELETE FROM request_key WHERE at < $1"], instant)
    }

    /// Clears jobs that ended, and nodes that were last seen, before `instant`.
    package func sweepJobs(before instant: Instant) async throws(Problem) -> Int {
        try await sweep(
            ["DELETE FROM job WHERE finished_at < $1", "DELETE FROM node WHERE seen_at < $1"],
            instant)
    }

    private func sweep(
        _ statements: [String], _ instant: Instant
    ) async throws(Problem) -> Int {
        try await engine.write { writer throws(Problem) in
            var count = 0
            for statement in statements {
                count += try writer.execute(statement, [.integer(instant.milliseconds)])
            }
            return count
        }
    }
}
