package import Civic
import FoundationEssentials
package import Store

/// A backup a day into one folder, of which the newest are kept.
package struct BackupJob: JobHandler {
    package let kind = JobKind.backup
    private let folder: String
    private let keep: Int
    private let write: @Sendable (_ path: String) async throws(Problem) -> Void

    /// What a file is called until it is finished; see ``PartialFile``.
    private static let partialEnding = ".partial"

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

    /// The backup of a broken journal was made, and the next one would be broken as well.
    package func isFinal(_ problem: Problem) -> Bool { problem.code == "journal-broken" }

    @concurrent package func run(_ desk: JobDesk) async throws(Problem) {
        // The fence in the name: what a node that died has left is never written over.
        let name = BackupName(
            region: desk.store.region, day: .jakarta(at: desk.clock.now()),
            fence: desk.claim.fence)
        // First, as these may be what fills the disk.
        try removeUnfinished(before: name)
        try await write("\(folder)/\(name.text)")
        try removeOld(region: name.region)
    }

    /// What attempts left behind that were killed.
    private func removeUnfinished(before current: BackupName) throws(Problem) {
        try remove { names in
            names.filter { name in
                guard name.hasSuffix(BackupJob.partialEnding) else { return false }
                let target = String(name.dropLast(BackupJob.partialEnding.count))
                return BackupName(target, region: current.region).map { $0 < current } ?? false
            }
        }
    }

    /// The newest `keep` stay.
    private func removeOld(region: String) throws(Problem) {
        try remove { names in
            names.compactMap { BackupName($0, region: region) }.sorted().dropLast(keep)
                .map(\.text)
        }
    }

    private func remove(_ chosen: ([String]) -> [String]) throws(Problem) {
        do {
            let manager = FileManager.default
            for name in chosen(try manager.contentsOfDirectory(atPath: folder)) {
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
