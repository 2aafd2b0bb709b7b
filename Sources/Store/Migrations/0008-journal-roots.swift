extension Migration {
    /// The signed end of every day of the journal.
    static let journalRoots = Migration(
        number: 8, name: "journal-roots", appendOnly: ["journal_root"],
        text: """
            CREATE TABLE journal_root (
                day INTEGER PRIMARY KEY,
                last_id INTEGER NOT NULL UNIQUE CHECK (last_id >= 1),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                signed_at INTEGER NOT NULL,
                key_id TEXT NOT NULL CHECK (key_id <> ''),
                signature BLOB NOT NULL CHECK (length(signature) = 64)
            );
            """)
}
