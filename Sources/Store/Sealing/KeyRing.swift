import Civic
import Crypto
import Synchronization

/// The keys this process knows. When a store or a box names one that is not among them, the key file
/// is read again: the key was changed while the process ran.
final class KeyRing: Sendable {
    private struct Content {
        let file: KeyFile
        /// The current one first.
        let keys: [DerivedKeys]

        init(_ file: KeyFile) throws(Problem) {
            self.file = file
            var keys: [DerivedKeys] = []
            for key in file.keys { keys.append(try DerivedKeys(key)) }
            self.keys = keys
        }
    }

    private let content: Mutex<Content>

    init(_ file: KeyFile) throws(Problem) { content = Mutex(try Content(file)) }

    var all: [DerivedKeys] { content.withLock { $0.keys } }

    /// The key file as it was read last.
    var file: KeyFile { content.withLock { $0.file } }

    var erasures: SymmetricKey { content.withLock { $0.file.erasures } }

    /// Ed25519, by id, of retired keys as well.
    var publicKeys: [String: [UInt8]] {
        content.withLock { content in
            var keys = content.file.retired
            for key in content.keys { keys[key.id] = key.publicKey }
            return keys
        }
    }

    /// From now on the keys are those of `file`.
    func take(_ file: KeyFile) throws(Problem) {
        let fresh = try Content(file)
        content.withLock { $0 = fresh }
    }

    func key(id: String) -> DerivedKeys? { key { $0.id == id } }

    func key(named name: ArraySlice<UInt8>) -> DerivedKeys? {
        key { $0.name.elementsEqual(name) }
    }

    private func key(_ isWanted: (DerivedKeys) -> Bool) -> DerivedKeys? {
        if let known = all.first(where: isWanted) { return known }
        let path = content.withLock { $0.file.path }
        guard let file = try? KeyFile.load(from: path),
            file.keys.contains(where: { key in !all.contains { $0.id == key.id } })
        else { return nil }
        try? take(file)
        return all.first(where: isWanted)
    }
}
