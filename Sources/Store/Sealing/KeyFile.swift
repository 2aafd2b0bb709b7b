package import Civic
import Crypto

/// The secrets without which nothing personal in a store can be read: a small text file that only
/// its owner may read, kept apart from the database.
///
/// It is a ring: the first key is the one to seal with, older ones open what was sealed before. Of
/// keys that were retired the public half stays, by which their signatures are checked.
package struct KeyFile: Sendable {
    /// Where it was read or made.
    package let path: String
    /// Never empty, the current one first.
    let keys: [SecretKey]
    /// Ed25519, by id.
    let retired: [String: [UInt8]]
    /// By what erased people are recognised. Never changes: what it was applied to is gone.
    let erasures: SymmetricKey

    /// Names the current key without telling it.
    package var id: String { keys[0].id }

    /// The names of all keys, the current one first.
    package var ids: [String] { keys.map(\.id) }

    /// The names of keys whose secret is gone, in order.
    package var retiredIDs: [String] { retired.keys.sorted() }

    init(
        path: String, keys: [SecretKey], retired: [String: [UInt8]], erasures: SymmetricKey
    ) {
        self.path = path
        self.keys = keys
        self.retired = retired
        self.erasures = erasures
    }

    /// Where the key of a store lies unless the user says otherwise.
    package static func path(beside store: String) -> String { "\(store).key" }

    /// Whether there is a file at `path`, whoever may read it.
    package static func exists(at path: String) -> Bool { SecretFile.exists(at: path) }

    /// Makes a new key and keeps it at `path`; never overwrites a file.
    package static func create(at path: String) throws(Problem) -> KeyFile {
        let key = SecretKey.random()
        let file = KeyFile(path: path, keys: [key], retired: [:], erasures: key.erasures)
        try SecretFile.create(at: path, file.text)
        return file
    }

    /// Reads the keys at `path`. Refuses a file that others may read.
    package static func load(from path: String) throws(Problem) -> KeyFile {
        guard let file = KeyFile(try SecretFile.text(at: path), path: path) else {
            throw unusable(path)
        }
        return file
    }

    /// Puts a new key in front of those at `path`. The file is replaced as a whole, so that it holds
    /// the old keys or all of them, whatever happens.
    package static func addKey(at path: String) throws(Problem) -> KeyFile {
        try SecretFile.alone(at: path) { () throws(Problem) in
            let file = try load(from: path)
            return try file.replaced(keys: [SecretKey.random()] + file.keys, retired: file.retired)
        }
    }

    /// Takes the keys called `ids` out of the file at `path`, for ever.
    static func removeKeys(_ ids: [String], at path: String) throws(Problem) -> KeyFile {
        try SecretFile.alone(at: path) { () throws(Problem) in
            let file = try load(from: path)
            var retired = file.retired
            for key in file.keys where ids.contains(key.id) {
                retired[key.id] = try DerivedKeys(key).publicKey
            }
            let kept = file.keys.filter { !ids.contains($0.id) }
            return try file.replaced(keys: kept, retired: retired)
        }
    }

    private func replaced(
        keys: [SecretKey], retired: [String: [UInt8]]
    ) throws(Problem) -> KeyFile {
        let file = KeyFile(path: path, keys: keys, retired: retired, erasures: erasures)
        try SecretFile.replace(at: path, file.text)
        return file
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

extension Problem {
    static func keyWrong() -> Problem {
        Problem(
            .service, "key-wrong",
            Phrase(
                "Kunci ini bukan kunci basis data ini.", en: "This key belongs to another store."),
            do: Phrase(
                "Sebutkan berkas kunci yang benar.", en: "Name the right key file."))
    }
}
