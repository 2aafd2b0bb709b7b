import Civic
import Crypto

extension KeyFile {
    /// Nil unless `text` is a key file, of this or of an older program.
    init?(_ text: String, path: String) {
        var keys: [SecretKey] = []
        var retired: [String: [UInt8]] = [:]
        var erasures: SymmetricKey?
        var id: String?
        for (name, value) in KeyFile.entries(text) {
            switch name {
            case "id": id = value
            case "key":
                guard let key = KeyFile.secret(value).map({ SecretKey($0) }), key.id == id,
                    !keys.contains(where: { $0.id == key.id })
                else { return nil }
                keys.append(key)
                id = nil
            case "retired":
                let parts = value.split(separator: " ").map(String.init)
                guard parts.count == 2, let bytes = Base64.bytes(parts[1]),
                    bytes.count == SecretKey.size, retired[parts[0]] == nil
                else { return nil }
                retired[parts[0]] = bytes
            case "erasures":
                guard let secret = KeyFile.secret(value) else { return nil }
                erasures = secret
            default: return nil
            }
        }
        guard id == nil, let first = keys.first, keys.count == 1 || erasures != nil else {
            return nil
        }
        // Older programs knew one key and nothing else.
        self.init(
            path: path, keys: keys, retired: retired, erasures: erasures ?? first.erasures)
    }

    var text: String {
        var lines = [
            "# Kunci basis data SIGAP. Tanpa berkas ini data pribadi tidak dapat dibaca lagi.",
            "# Simpan salinannya di tempat lain, jangan bersama cadangan basis data.",
            "# Keys of a SIGAP store, the current one first: keep a copy elsewhere, never beside",
            "# backups of the store.",
        ]
        for key in keys {
            lines += ["id: \(key.id)", "key: \(Base64.text(key.secret.bytes))"]
        }
        lines += retired.sorted { $0.key < $1.key }.map { id, bytes in
            "retired: \(id) \(Base64.text(bytes))"
        }
        lines.append("erasures: \(Base64.text(erasures.bytes))")
        return lines.map { $0 + "\n" }.joined()
    }

    private static func entries(_ text: String) -> [(name: String, value: String)] {
        text.split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#") else { return nil }
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (String(parts[0]), Text.trimmed(String(parts[1])))
        }
    }

    private static func secret(_ text: String) -> SymmetricKey? {
        guard let bytes = Base64.bytes(text), bytes.count == SecretKey.size else { return nil }
        return SymmetricKey(data: bytes)
    }
}

extension SecretKey {
    /// By what erased people are recognised in a city that began with this key.
    var erasures: SymmetricKey { derived("erasures") }
}
