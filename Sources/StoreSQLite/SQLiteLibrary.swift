import Civic
import GRDBSQLite

/// The SQLite that the system provides.
enum SQLiteLibrary {
    /// Strict tables came with 3.37.
    private static let versionLeast: Int32 = 3_037_000

    static var isUsable: Bool { sqlite3_libversion_number() >= versionLeast }

    static func tooOld() -> Problem {
        let version = String(cString: sqlite3_libversion())
        return Problem(
            .service, "sqlite-old",
            Phrase(
                "SQLite \(version) di server ini terlalu lama.",
                en: "SQLite \(version) on this server is too old."),
            do: Phrase(
                "Pasang libsqlite3 versi 3.37 atau lebih baru.",
                en: "Install libsqlite3 3.37 or newer."))
    }
}
