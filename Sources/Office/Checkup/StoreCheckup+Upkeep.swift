import Civic
import Store

/// Whether a store is looked after.
extension StoreCheckup {
    /// How far the clock may be behind the last event, in milliseconds: nodes' clocks differ a little.
    private static let clockSlack: Int64 = 5000
    /// Jobs that were given up so long ago are no longer told of, in milliseconds.
    private static let jobMemory: Int64 = 7 * 86_400_000

    func backup(_ check: String) async throws(Problem) -> Finding {
        guard let last = try await store.lastBackup() else {
            return .warning(
                check, Phrase("Belum pernah dicadangkan.", en: "There is no backup yet."),
                do: Phrase("Jalankan sigap backup.", en: "Run sigap backup."))
        }
        let age = now.milliseconds - last.milliseconds
        let hours = max(0, age) / 3_600_000
        guard age > backupAgeMax else {
            return .good(
                check,
                Phrase("Cadangan terakhir: \(hours) jam lalu.", en: "Last backup: \(hours) h ago."))
        }
        return .bad(
            check,
            Phrase(
                "Cadangan terakhir sudah \(hours) jam.", en: "The last backup is \(hours) h old."),
            do: Phrase(
                "Jalankan sigap backup, dan periksa jadwalnya.",
                en: "Run sigap backup, and look at its schedule."))
    }

    func erasure(_ check: String) async throws(Problem) -> Finding {
        guard try await store.isErasureUnfinished() else {
            return .good(
                check, Phrase("Tidak ada penghapusan tertunda.", en: "No erasure is unfinished."))
        }
        return .warning(
            check,
            Phrase(
                "Berkas basis data masih memuat data yang dihapus.",
                en: "The files still hold what was erased."),
            do: Phrase("Jalankan sigap erase --reapply.", en: "Run sigap erase --reapply."))
    }

    /// A promise to delete is kept within the day, or somebody hears of it.
    func drivers(_ check: String) async throws(Problem) -> Finding {
        let late = try await store.overdueDriverLists(before: .jakarta(at: now))
        guard late > 0 else {
            return .good(
                check,
                Phrase(
                    "Tidak ada data mitra yang terlambat dihapus.",
                    en: "No partner's data are overdue for deletion."))
        }
        return .bad(
            check,
            Phrase(
                "\(late) daftar mitra belum dihapus pada hari yang dijanjikan.",
                en: "\(late) lists of partners were not deleted on the promised day."),
            do: Phrase(
                "Jalankan sigap serve: servernya menghapus setiap jam. Lalu periksa lagi.",
                en: "Run sigap serve: it deletes every hour. Then check again."))
    }

    func jobs(_ check: String) async throws(Problem) -> Finding {
        let failed = try await store.failedJobs(since: now + -StoreCheckup.jobMemory)
        guard let last = failed.first else {
            return .good(check, Phrase("Tidak ada tugas gagal.", en: "No job has failed."))
        }
        let cause = last.fault ?? "?"
        return .warning(
            check,
            Phrase(
                "\(failed.count) tugas gagal, terakhir \(last.key) (\(cause)).",
                en: "\(failed.count) jobs failed, last \(last.key) (\(cause))."),
            do: Phrase("Periksa log server.", en: "Look at the log of the server."))
    }

    func clock(_ check: String) async throws(Problem) -> Finding {
        let last = try await store.status(at: now).lastEventAt ?? now
        let behind = last.milliseconds - now.milliseconds
        guard behind > StoreCheckup.clockSlack else {
            return .good(check, Phrase("Jam wajar.", en: "The clock is plausible."))
        }
        return .bad(
            check,
            Phrase(
                "Jam mesin \(behind / 1000) detik lebih awal dari peristiwa terakhir.",
                en: "The clock is \(behind / 1000) s before the last event."),
            do: Phrase(
                "Betulkan jam mesin (NTP), lalu periksa lagi.",
                en: "Set the clock right (NTP), then check again."))
    }
}
