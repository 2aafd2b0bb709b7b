extension Migration {
    /// Who may work with the store, and who is signed in.
    static let accounts = Migration(
        number: 4, name: "accounts",
        text: """
            CREATE TABLE account (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                login TEXT NOT NULL UNIQUE CHECK (login <> ''),
                name TEXT NOT NULL CHECK (name <> ''),
                role TEXT NOT NULL CHECK (role <> ''),
                agency TEXT,
                areas TEXT NOT NULL,
                password_hash TEXT NOT NULL,
                language TEXT NOT NULL CHECK (language IN ('id', 'en')),
                created_at INTEGER NOT NULL,
                disabled_at INTEGER
            );
            CREATE TABLE session (
                token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
                account_id INTEGER NOT NULL REFERENCES account (id),
                csrf TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                seen_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL CHECK (expires_at > created_at)
            );
            CREATE INDEX session_by_account ON session (account_id);
            CREATE INDEX session_by_expiry ON session (expires_at);
            """)
}
