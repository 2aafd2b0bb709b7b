package import Civic

extension CityStore {
    /// Shows that a node lives, and that it still does the job it holds. False when that job was
    /// taken over by another node.
    ///
    /// A real write, so that whoever asks whether a node can work hears the truth.
    package func beat(
        _ node: String, since start: Instant, holding claim: JobClaim?, at instant: Instant
    ) async throws(Problem) -> Bool {
        try await engine.write { writer throws(Problem) in
            try writer.execute(
                """
                INSERT INTO node (id, started_at, seen_at) VALUES ($1, $2, $3)
                ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
                """,
                [
                    .text(node), .integer(start.milliseconds), .integer(instant.milliseconds),
                ])
            guard let claim else { return true }
            return try JobTable.change(claim, { _ in "beat = beat + 1" }, writer)
        }
    }

    /// Takes a node that stops from the list of the living.
    package func leave(_ node: String) async throws(Problem) {
        try await engine.write { writer throws(Problem) in
            try writer.execute("DELETE FROM node WHERE id = $1", [.text(node)])
        }
    }
}
