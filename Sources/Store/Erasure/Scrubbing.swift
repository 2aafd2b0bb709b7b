import Civic

/// The second half of an erasure: what was deleted leaves the files of the database. It cannot be
/// part of a transaction, so that the store remembers until it is done.
struct Scrubbing {
    let engine: any StoreEngine

    /// Does nothing when nothing was erased since the last time.
    func finish() async throws(Problem) {
        let isPending = try await engine.read { reader throws(Problem) in
            try Setting.value(.scrubPending, reader) != nil
        }
        guard isPending else { return }
        try await engine.scrub(Erasing.tables)
        try await engine.write { writer throws(Problem) in
            try Setting.remove(.scrubPending, writer)
        }
    }
}
