package import Civic

extension CityStore {
    /// Signs every finished day of the journal that has events and no root yet; returns how many
    /// were signed. Safe to call often and from several nodes: a day is signed once.
    /// `today` is the first day that is not over.
    @discardableResult
    package func signJournalRoots(before today: Day, by act: Act) async throws(Problem) -> Int {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            let signer = JournalSigner(sealer: try sealer.named(by: writer))
            let roots = try signer.roots(before: today, at: act.at, writer)
            guard let first = roots.first, let last = roots.last else { return 0 }
            try JournalRootTable.insert(roots, writer)
            try journal.append(
                "journal.sign", "",
                [
                    "from": first.day.iso, "to": last.day.iso, "event": String(last.lastEvent),
                    "hash": Hexadecimal.text(last.hash),
                ], by: act, to: writer)
            return roots.count
        }
    }

    /// The signed roots with the public keys they are checked with, for an auditor to keep.
    package func journalRoots() async throws(Problem) -> JournalRootFile {
        let (region, ring) = (region, sealer.ring)
        return try await engine.read { reader throws(Problem) in
            let roots = try JournalRootTable.all(reader)
            let used = Set(roots.map(\.keyID))
            return JournalRootFile(
                region: region, publicKeys: ring.publicKeys.filter { used.contains($0.key) },
                roots: roots)
        }
    }
}
