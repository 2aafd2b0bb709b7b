package import Civic
import Crypto

/// The secret without which nothing personal in a store can be read: 32 random bytes in a small
/// text file that only its owner may read, kept apart from the database.
package struct KeyFile: Sendable {
    /// Names the key without telling it; follows from the secret, so it cannot be mixed up.
    package let id: String
    let secret: SymmetricKey

    private static let size = 32

    private init(secret: SymmetricKey) {
        self.secret = secret
        let name = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("sigap key id".utf8), outputByteCount: 4)
        id = Hexadecimal.text(name.bytes)
    }

    /// Where the key of a store lies unless the user says otherwise.
    package static func path(beside store: String) -> String { "\(store).key" }

    package static func exists(at path: String) -> Bool { SecretFile.isThere(at: path) }

    /// Makes a new key and keeps it at `path`; never overwrites a file.
    package static func create(at path: String) throws(Problem) -> KeyFile {
        let key = KeyFile(secret: SymmetricKey(size: .bits256))
        let text = """
            # Kunci basis data SIGAP. Tanpa berkas ini data pribadi tidak dapat dibaca lagi.
            # Simpan salinannya di tempat lain, jangan bersama cadangan basis data.
            # Key of a SIGAP store: keep a copy elsewhere, never beside backups of the store.
            id: \(key.id)
            key: \(Base64.text(key.secret.bytes))

            """
        try SecretFile.create(at: path, text)
        return key
    }

    /// Reads the key at `path`. Refuses a file that others may read.
    package static func load(from path: String) throws(Problem) -> KeyFile {
        var entries: [Substring: String] = [:]
        for line in try SecretFile.text(at: path).split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard !line.hasPrefix("#"), parts.count == 2 else { continue }
            entries[parts[0]] = Text.trimmed(String(parts[1]))
        }
        guard let written = entries["key"], let bytes = Base64.bytes(written), bytes.count == size
        else { throw unusable(path) }
        let key = KeyFile(secret: SymmetricKey(data: bytes))
        guard entries["id"] == key.id else { throw unusable(path) }
        return key
    }

    private static func unusable(_ path: String) -> Problem {
        Problem(
            .service, "key-unusable",
            Phrase("Berkas kunci rusak.", en: "The key file is damaged."), at: Spot(file: path),
            do: Phrase(
                "Pulihkan berkas kunci dari salinannya.", en: "Restore the key file from its copy.")
        )
    }
}

extension SymmetricKey {
    var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}
