import Civic
import FoundationEssentials
import Office
import Store

/// Upgrades of a store, always after a backup.
enum StoreUpgrading {
    /// Does what is missing, if anything. The backup goes to `backupTo`, or to a name of its own.
    static func run(
        _ upgrade: CityUpgrade, _ place: String, backupTo: String? = nil
    ) async throws(Problem) {
        guard let first = try await upgrade.missing().first else { return }
        let free = try freePath(place, before: first.number)
        let path = backupTo ?? free
        let report = try await TransferBar.during { progress throws(Problem) in
            try await upgrade.run(
                backup: path, by: Act(actor: "sigap", at: .now()), progress)
        }
        guard report != nil else { return }
        Terminal.note(
            Phrase(
                "Basis data diperbarui. Keadaan sebelumnya ada di \(path).",
                en: "The store was upgraded. What it was before is in \(path)."
            ).text(Terminal.language))
    }

    /// `<store>.before-5.backup`, or with another number behind it where an attempt was broken off.
    private static func freePath(_ place: String, before step: Int) throws(Problem) -> String {
        let base = "\(try StoreOpening.fileName(place)).before-\(step)"
        var path = "\(base).backup"
        var attempt = 1
        while FileManager.default.fileExists(atPath: path) {
            attempt += 1
            path = "\(base)-\(attempt).backup"
        }
        return path
    }
}
