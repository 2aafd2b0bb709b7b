import Civic
import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system tells about the files of a store.
package enum PlaceCheckup {
    private static let gibibyte: UInt64 = 1 << 30
    /// Room for the write-ahead log and a backup.
    private static let freeMin = gibibyte
    private static let freePercentMin: UInt64 = 10

    /// Free space where the file at `path` lies.
    package static func disk(_ path: String) -> Finding {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0, facts.f_blocks > 0 else {
            return .failed("disk", .storeUnreadablePlace(path))
        }
        let free = UInt64(facts.f_bavail) * UInt64(facts.f_frsize)
        let whole = UInt64(facts.f_blocks) * UInt64(facts.f_frsize)
        return disk(free: free, whole: whole)
    }

    /// - Parameters:
    ///   - free: bytes that may be used.
    ///   - whole: all bytes of the file system.
    /// - Returns: a warning while there is still room to act.
    static func disk(free: UInt64, whole: UInt64) -> Finding {
        let percent = whole == 0 ? 0 : free / (whole / 100 + 1)
        let megabytes = free >> 20
        let room = Phrase(
            "Ruang bebas \(NumberText.grouped(Int64(megabytes))) MiB (\(percent)%).",
            en: "Free space \(megabytes) MiB (\(percent) %).")
        if free >= freeMin, percent >= freePercentMin { return .good("disk", room) }
        return .warning(
            "disk", room,
            do: Phrase(
                "Kosongkan ruang: basis data berhenti menulis bila penuh.",
                en: "Free some space: a full disk stops all writing."))
    }

    /// Whether anybody but the owner may read or write the file at `path`.
    package static func rights(_ check: String, _ path: String) -> Finding {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return .failed(check, .storeUnreadablePlace(path)) }
        guard facts.st_mode & 0o077 != 0 else {
            return .good(
                check,
                Phrase("Hanya pemilik yang dapat membaca.", en: "Only its owner may read it."))
        }
        return .bad(
            check,
            Phrase("Pengguna lain dapat membaca \(path).", en: "Others may read \(path)."),
            do: Phrase("Jalankan chmod 600 \(path)", en: "Run chmod 600 \(path)"))
    }
}

extension Problem {
    fileprivate static func storeUnreadablePlace(_ path: String) -> Problem {
        .storeUnreadable(path, String(cString: strerror(errno)))
    }
}
