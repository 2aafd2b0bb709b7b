extension Migration {
    /// Files to and from the insurer, what it answered about each member, and how months were
    /// reconciled.
    ///
    /// A file is known by the digest of its contents, so that one that is sent or read twice counts
    /// once. Its lines stay as they were read, with what each of them did: a line that contradicts
    /// what is known stands as a conflict and changes nothing. They name members by number and
    /// others by row, as whoever is erased must not be told by them; rows about people whom no
    /// decree names are kept apart, sealed.
    static let insurer = Migration(
        number: 20, name: "insurer",
        appendOnly: ["insurer_line", "reconciliation", "reconciliation_line"],
        text: """
            CREATE TABLE insurer_file (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                way TEXT NOT NULL CHECK (way IN ('out', 'in')),
                kind TEXT NOT NULL CHECK (kind IN ('enrol', 'end', 'result', 'bill', 'members')),
                month INTEGER NOT NULL,
                fund TEXT REFERENCES fund (id),
                answers INTEGER REFERENCES insurer_file (id),
                name TEXT NOT NULL,
                digest TEXT NOT NULL,
                lines INTEGER NOT NULL CHECK (lines >= 0),
                channel TEXT NOT NULL CHECK (channel IN ('file', 'service')),
                delivered_at INTEGER,
                delivered_by TEXT,
                delivery TEXT,
                tries INTEGER NOT NULL CHECK (tries >= 0),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                CHECK ((delivered_at IS NULL) = (delivered_by IS NULL))
            );
            CREATE UNIQUE INDEX insurer_file_once ON insurer_file (way, digest);
            CREATE INDEX insurer_file_by_month ON insurer_file (month, way, id);
            CREATE TABLE insurer_line (
                file_id INTEGER NOT NULL REFERENCES insurer_file (id),
                line INTEGER NOT NULL CHECK (line >= 1),
                effect TEXT NOT NULL CHECK (effect IN
                    ('sent', 'accept', 'refuse', 'known', 'conflict', 'list', 'stranger',
                    'unread')),
                number TEXT,
                stranger INTEGER,
                answer TEXT CHECK (answer IN ('accepted', 'refused', 'listed')),
                participant TEXT,
                day INTEGER,
                amount INTEGER,
                code TEXT,
                cause TEXT,
                note TEXT,
                PRIMARY KEY (file_id, line),
                CHECK (number IS NULL OR stranger IS NULL),
                CHECK ((effect = 'stranger') = (stranger IS NOT NULL)),
                CHECK ((effect IN ('stranger', 'unread')) = (number IS NULL))
            );
            CREATE INDEX insurer_line_by_number ON insurer_line (number, file_id)
                WHERE number IS NOT NULL;
            CREATE INDEX insurer_line_in_conflict ON insurer_line (number)
                WHERE effect = 'conflict';
            CREATE INDEX insurer_line_by_effect ON insurer_line (file_id, effect, line);
            CREATE TABLE insurer_stranger (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                file_id INTEGER NOT NULL REFERENCES insurer_file (id),
                line INTEGER NOT NULL CHECK (line >= 1),
                name TEXT NOT NULL,
                nik_sealed BLOB,
                nik_index BLOB CHECK (length(nik_index) = 16),
                participant TEXT,
                CHECK ((nik_sealed IS NULL) = (nik_index IS NULL))
            );
            CREATE INDEX insurer_stranger_by_file ON insurer_stranger (file_id, line);
            CREATE INDEX insurer_stranger_by_nik ON insurer_stranger (nik_index)
                WHERE nik_index IS NOT NULL;
            CREATE TABLE reconciliation (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                month INTEGER NOT NULL UNIQUE,
                our_digest TEXT NOT NULL,
                their_digest TEXT NOT NULL,
                our_people INTEGER NOT NULL CHECK (our_people >= 0),
                their_people INTEGER NOT NULL CHECK (their_people >= 0),
                our_amount INTEGER NOT NULL CHECK (our_amount >= 0),
                their_amount INTEGER NOT NULL CHECK (their_amount >= 0),
                matched INTEGER NOT NULL CHECK (matched >= 0),
                refused INTEGER NOT NULL CHECK (refused >= 0),
                theirs_only INTEGER NOT NULL CHECK (theirs_only >= 0),
                ours_only INTEGER NOT NULL CHECK (ours_only >= 0),
                record_code TEXT NOT NULL UNIQUE,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL
            );
            CREATE TABLE reconciliation_line (
                reconciliation_id INTEGER NOT NULL REFERENCES reconciliation (id),
                line INTEGER NOT NULL CHECK (line >= 1),
                pile TEXT NOT NULL CHECK (pile IN
                    ('matched', 'refused', 'theirs-only', 'ours-only')),
                number TEXT,
                stranger INTEGER,
                our_amount INTEGER,
                their_amount INTEGER,
                difference TEXT,
                explanation TEXT,
                PRIMARY KEY (reconciliation_id, line)
            );
            CREATE INDEX reconciliation_line_by_pile ON reconciliation_line (
                reconciliation_id, pile, line);
            """)
}
