extension Migration {
    /// Decrees and what stands on them.
    ///
    /// Lines are written when a draft is put to signature and never change; who they name stands
    /// apart, as it must be sealed anew and can be erased. The digest is that of the internal
    /// edition, from which both editions follow.
    static let decrees = Migration(
        number: 19, name: "decrees", appendOnly: ["decree_line", "decree_step"],
        text: """
            CREATE TABLE decree (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                code TEXT NOT NULL UNIQUE CHECK (code <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('determination', 'amendment')),
                wave_id INTEGER REFERENCES wave (id),
                amends INTEGER REFERENCES decree (id),
                title TEXT NOT NULL CHECK (title <> ''),
                body TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN
                    ('draft', 'signing', 'numbered', 'in-force', 'withdrawn')),
                number TEXT,
                signed_on INTEGER,
                first_month INTEGER NOT NULL,
                last_month INTEGER NOT NULL CHECK (last_month >= first_month),
                lines INTEGER NOT NULL CHECK (lines >= 0),
                digest TEXT,
                public_digest TEXT,
                in_force_at INTEGER,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                version INTEGER NOT NULL CHECK (version >= 1),
                CHECK ((kind = 'amendment') = (amends IS NOT NULL)),
                CHECK (state IN ('draft', 'withdrawn') OR digest IS NOT NULL),
                CHECK (state <> 'in-force'
                    OR (number IS NOT NULL AND signed_on IS NOT NULL
                        AND in_force_at IS NOT NULL))
            );
            CREATE UNIQUE INDEX decree_by_number ON decree (number) WHERE number IS NOT NULL;
            CREATE INDEX decree_by_wave ON decree (wave_id, id);
            CREATE TABLE decree_line (
                decree_id INTEGER NOT NULL REFERENCES decree (id),
                line INTEGER NOT NULL CHECK (line >= 1),
                change TEXT NOT NULL CHECK (change IN ('add', 'remove', 'alter')),
                number TEXT NOT NULL CHECK (number <> ''),
                district TEXT,
                village TEXT,
                occupation TEXT,
                fund TEXT REFERENCES fund (id),
                first_month INTEGER,
                last_month INTEGER,
                cause TEXT,
                PRIMARY KEY (decree_id, line)
            );
            CREATE UNIQUE INDEX decree_line_by_number ON decree_line (number, decree_id);
            CREATE INDEX decree_line_by_village ON decree_line (decree_id, village, line);
            CREATE TABLE decree_identity (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                decree_id INTEGER NOT NULL REFERENCES decree (id),
                line INTEGER NOT NULL CHECK (line >= 1),
                number TEXT NOT NULL,
                name TEXT NOT NULL,
                rt INTEGER,
                rw INTEGER,
                nik_sealed BLOB,
                nik_index BLOB CHECK (length(nik_index) = 16),
                CHECK ((nik_sealed IS NULL) = (nik_index IS NULL))
            );
            CREATE UNIQUE INDEX decree_identity_by_line ON decree_identity (decree_id, line);
            CREATE INDEX decree_identity_by_number ON decree_identity (number);
            CREATE TABLE decree_step (
                decree_id INTEGER NOT NULL REFERENCES decree (id),
                seq INTEGER NOT NULL CHECK (seq >= 1),
                step TEXT NOT NULL CHECK (step <> ''),
                note TEXT,
                digest TEXT,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                PRIMARY KEY (decree_id, seq)
            );
            CREATE TABLE decree_file (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                decree_id INTEGER NOT NULL REFERENCES decree (id),
                name TEXT NOT NULL,
                digest TEXT NOT NULL,
                pages INTEGER NOT NULL,
                differences TEXT NOT NULL,
                file_sealed BLOB,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL
            );
            CREATE INDEX decree_file_by_decree ON decree_file (decree_id, id);
            """)
}
