package import Civic

/// What is being done with a whole store.
package enum TransferStep: Sendable {
    /// Rows are read and handed on.
    case send
    /// A backup is read back from the disk.
    case verify
    /// Rows are written into another store.
    case load
    /// The new store is read again and compared.
    case compare
    /// Missing steps of the schema are applied.
    case migrate
    /// The journal is followed from its first event.
    case journal

    package var title: Phrase {
        switch self {
        case .send: Phrase("Menyalin data", en: "Copying rows")
        case .verify: Phrase("Memeriksa cadangan", en: "Verifying the backup")
        case .load: Phrase("Memuat data", en: "Loading rows")
        case .compare: Phrase("Membandingkan isi", en: "Comparing the contents")
        case .migrate: Phrase("Memperbarui basis data", en: "Upgrading the store")
        case .journal: Phrase("Memeriksa catatan peristiwa", en: "Verifying the journal")
        }
    }
}

/// Told about each step and how many rows it has done so far.
package typealias TransferProgress = @Sendable (_ step: TransferStep, _ rows: Int) -> Void
