extension Migration {
    /// Lists with which an RW is asked who of its candidates works, and the links that open them.
    ///
    /// What was said stands in the table of confirmations; a list only remembers the latest word
    /// about each of its people. Of a link there is a hash, and of its code a mark that nobody can
    /// try out without the link itself.
    static let rounds = Migration(
        number: 16, name: "rounds",
        text: """
            CREATE TABLE confirmation_round (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                key TEXT NOT NULL UNIQUE CHECK (key <> ''),
                district TEXT NOT NULL,
                village TEXT NOT NULL,
                rw INTEGER NOT NULL CHECK (rw >= 0),
                witness TEXT NOT NULL CHECK (witness <> ''),
                actor TEXT NOT NULL CHECK (actor <> ''),
                created_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL CHECK (expires_at > created_at),
                closed_at INTEGER
            );
            CREATE INDEX confirmation_round_by_village ON confirmation_round (village, rw, id);
            CREATE INDEX confirmation_round_by_district ON confirmation_round (district, id);
            CREATE TABLE round_person (
                round_id INTEGER NOT NULL REFERENCES confirmation_round (id),
                place INTEGER NOT NULL CHECK (place >= 1),
                number TEXT NOT NULL CHECK (number <> ''),
                answer TEXT CHECK (answer IN ('yes', 'no', 'unknown')),
                answered_at INTEGER,
                PRIMARY KEY (round_id, place),
                CHECK ((answer IS NULL) = (answered_at IS NULL))
            );
            CREATE UNIQUE INDEX round_person_by_number ON round_person (number, round_id);
            CREATE TABLE round_link (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                round_id INTEGER NOT NULL REFERENCES confirmation_round (id),
                token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                code_mark BLOB NOT NULL CHECK (length(code_mark) = 32),
                wrong INTEGER NOT NULL CHECK (wrong >= 0),
                created_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL CHECK (expires_at > created_at),
                revoked_at INTEGER
            );
            CREATE INDEX round_link_by_round ON round_link (round_id, id);
            CREATE TABLE round_session (
                token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
                link_id INTEGER NOT NULL REFERENCES round_link (id),
                csrf TEXT NOT NULL CHECK (csrf <> ''),
                expires_at INTEGER NOT NULL
            );
            CREATE INDEX round_session_by_link ON round_session (link_id);
            CREATE INDEX round_session_by_expiry ON round_session (expires_at);
            """)
}
