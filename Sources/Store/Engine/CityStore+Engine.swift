package import Civic

/// What a store passes on from its engine.
extension CityStore {
    package var isReadOnly: Bool { engine.isReadOnly }

    /// Ends all connections once they are at rest. Nothing may be asked of the store after.
    package func close() async throws(Problem) { try await engine.close() }

    /// Everything that the database itself finds wrong with its files; nothing when they are sound.
    package func integrityFaults() async throws(Problem) -> [String] {
        try await engine.read { reader throws(Problem) in try reader.integrityFaults() }
    }
}
