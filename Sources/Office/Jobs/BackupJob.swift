package import Civic
import FoundationEssentials
package import Store

/// A backup a day into one folder, of which the newest are kept.
package struct BackupJob: JobHandler {
    package let kind = JobKind.backup
    private let folder: String
    private let keep: Int
    private let write: @Sendable (_ path: String) async throws(Problem) -> Void

    /// How the names of such backups end. What has another name is never removed.
    private static let ending = ".sigap-backup"
    private static let partialEnding = "\(ending).partial"

    /// - Parameters:
    ///   - folder: where backups go; the same for all nodes, so that old ones are found.
    ///   - keep: how many are kept, at least 1.
    ///   - write: makes a verified backup at a path where there is no file yet.
    package init(
        folder: String, keep: Int,
        write: @escaping @Sendable (_ path: String) async throws(Problem) -> Void
    ) {
        precondition(keep >= 1, "the backup just written is kept")
        self.folder = folder
        self.keep = keep
        self.write = write
    }

    package func occurrence(at instant: Instant) -> NewJob? {
        JobCalendar.daily(kind, minute: 120, at: instant)
    }

    @concurrent package func run(_ desk: JobDesk) async throws(Problem) {
        // The fence in the name: what a node that died has left is never written over.
        let day = Day.jakarta(at: desk.clock.now()).iso
        let fence = NumberText.padded(desk.claim.fence, to: 3)
        let name = "\(desk.store.region)-\(day)-\(fence)\(BackupJob.ending)"
        try await write("\(folder)/\(name)")
        try removeOld(region: desk.store.region, upTo: name)
    }

    /// The newest `keep` by name, which tells the day, stay; of what nodes that died have begun,
    /// nothing from before `newest` does.
    private func removeOld(region: String, upTo newest: String) throws(Problem) {
        do {
            let manager = FileManager.default
            let names = try manager.contentsOfDirectory(atPath: folder).filter {
                $0.hasPrefix("\(region)-")
            }
            let backups = names.filter { $0.hasSuffix(BackupJob.ending) }
            let begun = names.filter { $0.hasSuffix(BackupJob.partialEnding) && $0 < newest }
            for name in backups.sorted().dropLast(keep) + begun {
                try manager.removeItem(atPath: "\(folder)/\(name)")
            }
        } catch {
            throw Problem(
                .service, "backups-not-removed",
                Phrase(
                    "Cadangan lama tidak dapat dihapus.", en: "Old backups cannot be removed."),
                at: Spot(file: folder),
                do: Phrase(
                    "Periksa hak akses folder cadangan.", en: "Check the rights of the folder."))
        }
    }
}
