import Crypto

/// The secrets that backups are sealed with, by the id that a backup names. The one place where
/// backups meet the key file.
struct BackupKeys: Sendable {
    /// The key of new backups.
    let current: String
    private let secrets: [String: SymmetricKey]

    init(_ file: KeyFile) {
        let secrets = file.keys.map { ($0.id, $0.secret) }
        self.init(current: file.id, Dictionary(uniqueKeysWithValues: secrets))
    }

    private init(current: String, _ secrets: [String: SymmetricKey]) {
        (self.current, self.secrets) = (current, secrets)
    }

    /// A key that nobody keeps, for a file that lasts as long as one copy is under way.
    static func once() -> BackupKeys {
        BackupKeys(current: "once", ["once": SymmetricKey(size: .bits256)])
    }

    func secret(_ id: String) -> SymmetricKey? { secrets[id] }
}
