package import Civic

/// Which key a store is sealed with, and whether it is being changed.
package struct KeyState: Sendable, Hashable {
    /// The key that everything is sealed with from now on.
    package let id: String
    /// Older boxes are still being sealed anew.
    package let isRotating: Bool
}

extension CityStore {
    package func keyState() async throws(Problem) -> KeyState {
        try await engine.read { reader throws(Problem) in
            guard let id = try Setting.value(.keyID, reader) else {
                throw Problem.storeDamaged("setting")
            }
            return KeyState(
                id: id, isRotating: try Setting.value(.keyRotation, reader) != nil)
        }
    }

    /// Seals everything with the first key of `file` and returns how many people were gone through.
    ///
    /// Works in short transactions beside all other work. When it breaks off, calling it again goes
    /// on where it stopped. A transaction takes in `batch` people; after each `progress` is told how
    /// many were gone through by this call. `key-wrong` when `file` lacks the key of the store.
    @discardableResult
    package func rotateKeys(
        to file: KeyFile, by act: Act, batch: Int = 1000,
        progress: (Int) throws(Problem) -> Void = { _ in }
    ) async throws(Problem) -> Int {
        precondition(batch >= 1, "a batch holds at least one person")
        let state = try await keyState()
        guard file.ids.contains(state.id) else { throw Problem.keyWrong() }
        try sealer.ring.take(file)
        let rotation = KeyRotation(sealer: sealer, journal: journal, act: act)
        try await engine.write { writer throws(Problem) in
            try rotation.begin(with: file.id, writer)
        }
        var total = 0
        while true {
            let people = try await engine.write { writer throws(Problem) in
                try rotation.step(batch, writer)
            }
            guard let people else { return total }
            total += people
            try progress(total)
        }
    }

    /// Destroys the keys at `path` that are older than the one the store is sealed with, once every
    /// box was opened with that one alone. What was sealed with the others, as in older backups, can
    /// then be read by nobody who has no copy of them. Returns the names of the destroyed keys.
    ///
    /// - Throws: `key-in-use` while a box bears another key.
    package func retireKeys(at path: String, by act: Act) async throws(Problem) -> [String] {
        let file = try KeyFile.load(from: path)
        let old = try await oldKeys(of: file)
        guard !old.isEmpty else { return [] }
        let journal = journal
        try await engine.write { writer throws(Problem) in
            try journal.append(
                "key.retire", "", ["keys": old.joined(separator: " ")], by: act, to: writer)
        }
        try sealer.ring.take(try KeyFile.removeKeys(old, at: path))
        return old
    }

    /// The keys of `file` behind that of the store, none of which has a box left. Keys in front are
    /// there for the next change.
    private func oldKeys(of file: KeyFile) async throws(Problem) -> [String] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let sealer = try sealer.named(by: reader)
            guard let place = file.ids.firstIndex(of: sealer.current.id) else {
                throw Problem.keyWrong()
            }
            let isRotating = try Setting.value(.keyRotation, reader) != nil
            guard !isRotating, try SealedBoxes(reader: reader).areAllCurrent(sealer) else {
                throw keyInUse()
            }
            return Array(file.ids[(place + 1)...])
        }
    }

    private func keyInUse() -> Problem {
        Problem(
            .conflict, "key-in-use",
            Phrase(
                "Masih ada data yang tersegel dengan kunci lama.",
                en: "Some data are still sealed with an old key."),
            do: Phrase("Jalankan sigap keys rotate dulu.", en: "Run sigap keys rotate first."))
    }
}
