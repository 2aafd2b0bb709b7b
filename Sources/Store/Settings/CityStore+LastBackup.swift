package import Civic

extension CityStore {
    /// When the state was that the latest backup holds; nil when there never was one.
    package func lastBackup() async throws(Problem) -> Instant? {
        try await engine.read { reader throws(Problem) in try Setting.lastBackup(reader) }
    }
}

extension Setting {
    static func lastBackup(_ reader: any SQLReader) throws(Problem) -> Instant? {
        try value(.lastBackup, reader).flatMap { Int64($0) }.map { Instant(milliseconds: $0) }
    }
}
