package import Civic

/// What the holder of a job may do with it. Each of these is refused, by a false, to a node whose
/// job was taken over meanwhile.
extension CityStore {
    /// Notes how far a job has come, for whoever must go on with it. A beat as well.
    package func note(
        _ progress: String, of claim: JobClaim
    ) async throws(Problem) -> Bool {
        try await hold(claim) { sql in
            "progress = \(sql.bind(.text(progress))), beat = beat + 1"
        }
    }

    package func finish(_ claim: JobClaim, at instant: Instant) async throws(Problem) -> Bool {
        try await hold(claim) { sql in
            let now = sql.bind(.integer(instant.milliseconds))
            return "state = 'done', node = NULL, fault = NULL, finished_at = \(now)"
        }
    }

    /// Ends an attempt that failed with the problem of code `fault`. The job waits until `retry`, or
    /// is given up without it.
    package func fail(
        _ claim: JobClaim, fault: String, retry: Instant?, at instant: Instant
    ) async throws(Problem) -> Bool {
        try await hold(claim) { sql in
            let code = sql.bind(.text(fault))
            guard let retry else {
                let now = sql.bind(.integer(instant.milliseconds))
                return "state = 'failed', node = NULL, fault = \(code), finished_at = \(now)"
            }
            let after = sql.bind(.integer(retry.milliseconds))
            return "state = 'waiting', node = NULL, fault = \(code), run_after = \(after)"
        }
    }

    /// Leaves a job to another node, with its progress and without counting the attempt.
    package func giveBack(_ claim: JobClaim) async throws(Problem) -> Bool {
        try await hold(claim) { _ in
            "state = 'waiting', node = NULL, attempts = attempts - 1"
        }
    }

    private func hold(
        _ claim: JobClaim, _ assignments: @escaping @Sendable (inout SQLText) -> String
    ) async throws(Problem) -> Bool {
        try await engine.write { writer throws(Problem) in
            try JobTable.change(claim, assignments, writer)
        }
    }
}
