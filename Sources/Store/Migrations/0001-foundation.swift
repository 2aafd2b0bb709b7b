extension Migration {
    /// What every other table rests on: settings, the journal and the keys of requests.
    static let foundation = Migration(
        number: 1, name: "foundation", appendOnly: ["journal"],
        text: """
            CREATE TABLE setting (
                name TEXT PRIMARY KEY,
                value TEXT NOT NULL
            );
            CREATE TABLE journal (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                at INTEGER NOT NULL,
                actor TEXT NOT NULL CHECK (actor <> ''),
                verb TEXT NOT NULL CHECK (verb <> ''),
                subject TEXT NOT NULL,
                detail TEXT NOT NULL,
                previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
                hash BLOB NOT NULL CHECK (length(hash) = 32)
            );
            CREATE INDEX journal_by_subject ON journal (subject, id);
            CREATE TABLE journal_head (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                last_id INTEGER NOT NULL CHECK (last_id >= 1),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                seal BLOB NOT NULL CHECK (length(seal) = 32)
            );
            CREATE TABLE request_key (
                key TEXT PRIMARY KEY CHECK (key <> ''),
                verb TEXT NOT NULL,
                at INTEGER NOT NULL
            );
            """)
}
