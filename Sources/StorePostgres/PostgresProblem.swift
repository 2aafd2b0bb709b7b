import CLibPQ
import Civic
import Store

/// What went wrong in PostgreSQL. Messages name tables and constraints, never values.
struct PostgresFailure {
    /// Five signs of the SQL standard; empty when the connection broke.
    let state: String
    let detail: String

    init(_ result: OpaquePointer?) {
        state = PostgresFailure.field(PostgresFailure.stateField, result) ?? ""
        let place = [
            PostgresFailure.field(PostgresFailure.tableField, result),
            PostgresFailure.field(PostgresFailure.constraintField, result),
        ].compactMap(\.self).joined(separator: ".")
        // A refusal of a trigger is worded by us; other messages may quote what was entered.
        let isOurs = state == PostgresFailure.refused
        let message = isOurs ? PostgresFailure.field(PostgresFailure.messageField, result) : nil
        detail = message ?? (place.isEmpty ? "PostgreSQL \(state)" : place)
    }

    private static let refused = "23000"
    private static let stateField = Int32(UInt8(ascii: "C"))
    private static let messageField = Int32(UInt8(ascii: "M"))
    private static let tableField = Int32(UInt8(ascii: "t"))
    private static let constraintField = Int32(UInt8(ascii: "n"))

    private static func field(_ code: Int32, _ result: OpaquePointer?) -> String? {
        guard let result, let text = PQresultErrorField(result, code) else { return nil }
        return String(cString: text)
    }

    /// The same work may succeed when it is done again.
    var isConflictInTime: Bool { state == "40001" || state == "40P01" }

    /// Something was held by others for longer than it was to be waited for.
    var isLockTimeout: Bool { state == "55P03" }

    /// The server is going, gone, or no longer the one that can be written.
    var isLostServer: Bool {
        state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P") || state == "25006"
    }

    var problem: Problem {
        switch state {
        case "40001", "40P01", "55P03", "53300", "57P03": .storeBusy()
        case "53100": .diskFull()
        case "53200": .storeFailed(detail)
        case "25006", "42501": .storeReadOnly()
        case "57014": .storeCancelled()
        case "XX001", "XX002": .storeDamaged(detail)
        case let state where state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P"):
            PostgresProblem.unreachable()
        case let state where state.hasPrefix("23") || state.hasPrefix("22"): .storeConflict(detail)
        default: .storeFailed(detail)
        }
    }
}

enum PostgresProblem {
    static func unreachable() -> Problem {
        Problem(
            .service, "store-unreachable",
            Phrase(
                "Basis data PostgreSQL tidak dapat dihubungi.",
                en: "The PostgreSQL database cannot be reached."),
            do: Phrase(
                "Periksa apakah server basis data berjalan, lalu alamat, pengguna, dan kata sandinya.",
                en: "Check that the database server runs, then its address, user and password."))
    }

    static func wrongEncoding(_ found: String) -> Problem {
        Problem(
            .service, "store-encoding",
            Phrase(
                "Basis data PostgreSQL ini memakai \(found), bukan UTF8.",
                en: "This PostgreSQL database uses \(found), not UTF8."),
            do: Phrase(
                "Buat basis data dengan ENCODING 'UTF8'.",
                en: "Create the database with ENCODING 'UTF8'."))
    }
}
