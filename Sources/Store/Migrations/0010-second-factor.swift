extension Migration {
    /// What an account knows besides its password, and what a session still lacks.
    static let secondFactor = Migration(
        number: 10, name: "second-factor",
        text: """
            ALTER TABLE account ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE account ADD COLUMN app_sealed BLOB;
            ALTER TABLE account ADD COLUMN app_since INTEGER;
            ALTER TABLE account ADD COLUMN app_step INTEGER;
            ALTER TABLE account ADD COLUMN draft_sealed BLOB;
            ALTER TABLE account ADD COLUMN codes_salt BLOB;
            ALTER TABLE account ADD COLUMN codes_since INTEGER;
            CREATE TABLE account_code (
                account_id INTEGER NOT NULL REFERENCES account (id),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                used_at INTEGER,
                PRIMARY KEY (account_id, hash)
            );
            ALTER TABLE session ADD COLUMN is_half INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
            """)
}
