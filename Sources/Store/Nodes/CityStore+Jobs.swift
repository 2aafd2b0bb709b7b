package import Civic

/// Work that one node does for all. Taking, holding and ending a job is housekeeping, which the
/// journal does not tell of: the deed itself is recorded by the verb that a job calls.
extension CityStore {
    /// Puts down the jobs that are not there yet, and returns how many those were.
    @discardableResult
    package func enqueue(_ jobs: [NewJob], at instant: Instant) async throws(Problem) -> Int {
        guard !jobs.isEmpty else { return 0 }
        let known = try await engine.read { reader throws(Problem) in
            try JobTable.known(jobs.map(\.key), reader)
        }
        let missing = jobs.filter { !known.contains($0.key) }
        guard !missing.isEmpty else { return 0 }
        return try await engine.write { writer throws(Problem) in
            var count = 0
            for job in missing where try JobTable.insert(job, at: instant, writer) { count += 1 }
            return count
        }
    }

    /// Takes the oldest job of these kinds that is due, or that was left by its node; nil when there
    /// is none. Of all nodes that ask, one gets it. `abandoned` are leases that were seen to stand
    /// still for too long.
    package func claimJob(
        of kinds: [String], for node: String, at instant: Instant, abandoned: [JobLease] = []
    ) async throws(Problem) -> JobClaim? {
        // Most of the time there is nothing to do, which a look tells without writing.
        let waiting = try await engine.read { reader throws(Problem) in
            try JobTable.next(of: kinds, at: instant, abandoned: abandoned, reader)
        }
        guard waiting != nil else { return nil }
        return try await engine.write { writer throws(Problem) in
            let key = try JobTable.next(of: kinds, at: instant, abandoned: abandoned, writer)
            return try key.map { key throws(Problem) in
                try JobTable.take(key, for: node, writer)
            } ?? nil
        }
    }

    /// The leases of all jobs that are being done.
    package func jobLeases() async throws(Problem) -> [JobLease] {
        try await engine.read { reader throws(Problem) in try JobTable.leases(reader) }
    }

    /// Jobs that were given up since `instant`, newest first.
    package func failedJobs(since instant: Instant) async throws(Problem) -> [JobRecord] {
        try await engine.read { reader throws(Problem) in
            try JobTable.records(
                "WHERE state = 'failed' AND finished_at >= $1 ORDER BY finished_at DESC, key",
                [.integer(instant.milliseconds)], reader)
        }
    }

    /// The jobs that were to begin last, at most `limit` of them.
    package func jobs(limit: Int) async throws(Problem) -> [JobRecord] {
        try await engine.read { reader throws(Problem) in
            try JobTable.records(
                "ORDER BY run_after DESC, key LIMIT $1", [SQLValue(limit)], reader)
        }
    }
}
