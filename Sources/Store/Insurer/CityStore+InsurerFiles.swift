package import Civic

/// Looking at files to and from the insurer.
extension CityStore {
    /// The latest files that went this way, newest first.
    package func insurerFiles(
        _ way: InsurerFile.Way, limit: Int
    ) async throws(Problem) -> [InsurerFileRecord] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try InsurerReading(sealer: sealer, reader: reader).files(way, limit: limit)
        }
    }

    package func insurerFile(_ id: Int) async throws(Problem) -> InsurerFileRecord? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try InsurerReading(sealer: sealer, reader: reader).file(id)
        }
    }

    /// Lines of a file with one of `effects` after the line `position`, in order.
    package func insurerLines(
        of file: Int, _ effects: [LineEffect], after position: Int, limit: Int
    ) async throws(Problem) -> [InsurerLine] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try InsurerReading(sealer: try sealer.named(by: reader), reader: reader).lines(
                of: file, effects, after: position, limit: limit)
        }
    }

    /// Files that went out and still lack an answer about somebody, oldest first.
    package func unansweredInsurerFiles() async throws(Problem) -> [InsurerFile] {
        try await engine.read { reader throws(Problem) in
            try InsurerFileTable.unanswered(reader)
        }
    }

    /// Files that went out over the service and may have answers waiting, oldest first.
    package func insurerFilesWithService() async throws(Problem) -> [InsurerFile] {
        try await engine.read { reader throws(Problem) in
            try InsurerFileTable.files(
                where: "f.way = 'out' AND f.channel = 'service' AND f.delivered_at IS NOT NULL",
                [], limit: 1000, reader
            ).reversed()
        }
    }

    /// Files that were sent to the insurer's service and have not arrived, first one first.
    package func insurerFilesUnderWay() async throws(Problem) -> [InsurerFile] {
        try await engine.read { reader throws(Problem) in
            try InsurerFileTable.files(
                where: "f.way = 'out' AND f.tries > 0 AND f.delivered_at IS NULL", [],
                limit: 1000, reader
            ).reversed()
        }
    }
}
