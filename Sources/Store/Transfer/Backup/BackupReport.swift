/// What a verified backup holds.
package struct BackupReport: Sendable, Hashable {
    package let path: String
    /// Of the file, in bytes.
    package let size: Int
    /// SHA-256 of the file, hexadecimal.
    package let digest: String
    package let header: BackupHeader
    package let contents: CityContents
    /// The number of the last event of the journal.
    package let events: Int

    /// The same file under the name that it was given at the end.
    func renamed(_ path: String) -> BackupReport {
        BackupReport(
            path: path, size: size, digest: digest, header: header, contents: contents,
            events: events)
    }
}
