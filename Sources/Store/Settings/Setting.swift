import Civic

/// The names of the values that a store keeps once.
enum Setting: String, CaseIterable, Sendable {
    case region
    /// Names the key that everything is sealed with from now on.
    case keyID = "key-id"
    /// Up to which person boxes bear the new key, while it is being changed.
    case keyRotation = "key-rotation"
    /// Up to which row of reference lists boxes bear the new key, once those of people do.
    case referenceRotation = "reference-rotation"
    /// Up to which table and row of members and the like boxes bear the new key, after those.
    case memberRotation = "member-rotation"
    /// Files still hold what was erased.
    case scrubPending = "scrub-pending"
    /// The serial of the next new person.
    case nextSerial = "next-serial"
    /// Files still hold drivers that were deleted.
    case driverScrub = "driver-scrub-pending"
    case asOf = "as-of"
    case ruleVersion = "rule-version"
    case seed
    case plan
    case summary
    case linkage
    case lastBackup = "last-backup"
    case secondFactor = "second-factor"
    /// The last decision about links that the latest run has taken into account.
    case decisionsTaken = "decisions-taken"

    static func all(_ reader: any SQLReader) throws(Problem) -> [Setting: String] {
        var found: [Setting: String] = [:]
        try reader.scan("SELECT name, value FROM setting", []) { row throws(Problem) in
            if let setting = Setting(rawValue: row.text(0)) { found[setting] = row.text(1) }
        }
        return found
    }

    static func value(_ setting: Setting, _ reader: any SQLReader) throws(Problem) -> String? {
        try reader.first(
            "SELECT value FROM setting WHERE name = $1", [.text(setting.rawValue)]
        ) { fields in fields.text() }
    }

    static func remove(_ setting: Setting, _ writer: any SQLWriter) throws(Problem) {
        try writer.execute("DELETE FROM setting WHERE name = $1", [.text(setting.rawValue)])
    }

    static func put(_ setting: Setting, _ value: String, _ writer: any SQLWriter) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO setting (name, value) VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            [.text(setting.rawValue), .text(value)])
    }
}
