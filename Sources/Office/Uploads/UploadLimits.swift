package import Civic

/// How much may come in through the browser at once: data.
package struct UploadLimits: Sendable {
    /// What is sent. The raw values are those of the table.
    package enum Kind: String, Sendable, CaseIterable {
        /// Proposals of one kelurahan.
        case proposal
        /// Drivers of a partner.
        case drivers
        /// What an agency compares people with.
        case reference
        /// Proposals for the whole city.
        case background
        /// A decree as it was signed.
        case decree
    }

    private struct Limit: Sendable {
        let bytes: Int
        let rows: Int
    }

    private let limits: [Kind: Limit]

    /// - Throws: a problem that names file and line for an unknown kind, or for one that is missing.
    package init(_ table: Table) throws(Problem) {
        var found: [Kind: Limit] = [:]
        for row in table.rows {
            guard let kind = Kind(rawValue: try row.text("kind")) else {
                throw row.wrong("kind", try row.text("kind"))
            }
            found[kind] = Limit(
                bytes: Int(try row.integer("bytes")), rows: Int(try row.integer("rows_at_once")))
        }
        for kind in Kind.allCases where found[kind] == nil {
            throw RegionFault.unreadable(table.name, kind.rawValue)
        }
        limits = found
    }

    package func bytes(_ kind: Kind) -> Int { limits[kind]?.bytes ?? 0 }

    /// Longer lists are worked on in the background.
    package func rowsAtOnce(_ kind: Kind) -> Int { limits[kind]?.rows ?? 0 }

    /// Refuses what is larger, with the way out.
    package func require(_ bytes: Int, _ kind: Kind, file: String?) throws(Problem) {
        guard bytes > self.bytes(kind) else { return }
        throw tooLarge(kind, file: file)
    }

    package func tooLarge(_ kind: Kind, file: String?) -> Problem {
        let size = self.bytes(kind) >> 20
        return Problem(
            .input, "upload-too-large",
            Phrase("Berkas lebih dari \(size) MB.", en: "The file is over \(size) MB."),
            at: file.map { Spot(file: $0) },
            do: Phrase(
                "Hapus gambar atau lembar lain, lalu coba lagi. Berkas Anda belum berubah.",
                en: "Remove pictures or other sheets and try again. Your file is unchanged."))
    }
}
