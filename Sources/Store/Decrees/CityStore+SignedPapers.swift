package import Civic
package import Programme

/// Signed papers of decrees, sealed.
extension CityStore {
    /// Keeps the signed paper, its SHA-256 in hexadecimal digits, and what it was found to differ in;
    /// the latest one counts.
    package func keepSignedPaper(
        _ bytes: [UInt8], of id: Int, name: String, digest: String, pages: Int,
        differences: [PaperDifference], by act: Act
    ) async throws(Problem) {
        let (sealer, journal) = (sealer, journal)
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "decree.file", writer) else { return }
            _ = try DecreeTable.require(id, in: .numbered, .inForce, at: writer)
            let file = try writer.integer("SELECT COALESCE(MAX(id), 0) + 1 FROM decree_file")
            let box = try sealer.named(by: writer).seal(bytes, .decreeFile, row: file)
            try writer.execute(
                """
                INSERT INTO decree_file (id, decree_id, name, digest, pages, differences,
                file_sealed, actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    SQLValue(file), SQLValue(id), .text(name), .text(digest), SQLValue(pages),
                    .text(DecreeSteps.text(differences)), .bytes(box), .text(act.actor),
                    .integer(act.at.milliseconds),
                ])
            try DecreeSteps.append(
                DecreeStep.Deed.file.rawValue, to: id, note: name, digest: digest, by: act, writer)
            try journal.append(
                "decree.file", DecreeTable.subject(id),
                [
                    "digest": digest, "pages": String(pages),
                    "differences": String(differences.count),
                ], by: act, to: writer)
        }
    }

    /// The latest signed paper of a decree, which holds full NIKs: reading it is recorded. Nil when
    /// there is none.
    package func signedPaper(
        of id: Int, by act: Act
    ) async throws(Problem) -> (name: String, bytes: [UInt8])? {
        let (sealer, journal) = (sealer, journal)
        let paper = try await engine.write { writer throws(Problem) -> StoredPaper? in
            let sealer = try sealer.named(by: writer)
            let found = try writer.first(
                """
                SELECT id, name, file_sealed FROM decree_file
                WHERE decree_id = $1 AND file_sealed IS NOT NULL ORDER BY id DESC LIMIT 1
                """, [SQLValue(id)]
            ) { fields throws(Problem) in
                let (row, name) = (fields.int(), fields.text())
                return StoredPaper(
                    name: name, bytes: try sealer.open(fields.bytes(), .decreeFile, row: row))
            }
            guard let found else { return nil }
            try journal.append("decree.paper", DecreeTable.subject(id), by: act, to: writer)
            return found
        }
        return paper.map { (name: $0.name, bytes: $0.bytes) }
    }
}

private struct StoredPaper: Sendable {
    let name: String
    let bytes: [UInt8]
}
