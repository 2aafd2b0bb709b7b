extension Migration {
    /// Decrees and what stands on them.
    ///
    /// A draft holds SIGAP numbers only, and what was decided about some of them. Lines are written
    /// when it is put to signature and never change; who they name stands apart, as it must be
    /// sealed anew and can be erased. Months of a person that several funds pay for stand in
    /// `decree_line_fund`; the line itself names the first. The digest is that of the restricted
    /// edition of the annex, from which both editions follow. A wave has one decree that is not
    /// withdrawn; what is drafted again after it was sent back names the one before (`redrafts`).
    static let decrees = Migration(
        number: 19, name: "decrees",
        appendOnly: ["decree_line", "decree_line_fund", "decree_step"],
        text: """
            CREATE TABLE decree (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                code TEXT NOT NULL UNIQUE CHECK (code <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('determination', 'amendment')),
                wave_id INTEGER REFERENCES wave (id),
                amends INTEGER REFERENCES decree (id),
                redrafts INTEGER REFERENCES decree (id),
                key TEXT UNIQUE,
                title TEXT NOT NULL CHECK (title <> ''),
                body TEXT NOT NULL,
                site TEXT,
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
            CREATE UNIQUE INDEX decree_of_wave ON decree (wave_id)
                WHERE wave_id IS NOT NULL AND state <> 'withdrawn';
            CREATE INDEX decree_by_amended ON decree (amends, id) WHERE amends IS NOT NULL;
            CREATE TABLE decree_draft (
                decree_id INTEGER NOT NULL REFERENCES decree (id),
                number TEXT NOT NULL CHECK (number <> ''),
                place INTEGER NOT NULL CHECK (place >= 1),
                change TEXT NOT NULL CHECK (change IN ('add', 'remove', 'alter')),
                ended_month INTEGER,
                cause TEXT,
                word TEXT CHECK (word IN ('omit', 'keep')),
                reason TEXT,
                word_by TEXT,
                PRIMARY KEY (decree_id, number),
                CHECK ((change = 'remove') = (ended_month IS NOT NULL)),
                CHECK (change <> 'remove' OR cause IS NOT NULL),
                CHECK ((word IS NULL) = (reason IS NULL)),
                CHECK ((word IS NULL) = (word_by IS NULL))
            );
            CREATE TABLE decree_draft_fund (
                decree_id INTEGER NOT NULL REFERENCES decree (id),
                number TEXT NOT NULL,
                first_month INTEGER NOT NULL,
                last_month INTEGER NOT NULL CHECK (last_month >= first_month),
                fund TEXT NOT NULL REFERENCES fund (id),
                PRIMARY KEY (decree_id, number, first_month)
            );
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
                ended_month INTEGER,
                cause TEXT,
                PRIMARY KEY (decree_id, line),
                CHECK ((change = 'remove') = (ended_month IS NOT NULL)),
                CHECK ((change = 'remove') = (first_month IS NULL)),
                CHECK (change <> 'remove' OR cause IS NOT NULL),
                CHECK ((first_month IS NULL) = (last_month IS NULL)),
                CHECK ((first_month IS NULL) = (fund IS NULL))
            );
            CREATE TABLE decree_line_fund (
                decree_id INTEGER NOT NULL,
                line INTEGER NOT NULL,
                first_month INTEGER NOT NULL,
                last_month INTEGER NOT NULL CHECK (last_month >= first_month),
                fund TEXT NOT NULL REFERENCES fund (id),
                PRIMARY KEY (decree_id, line, first_month)
            );
            CREATE UNIQUE INDEX decree_line_by_number ON decree_line (number, decree_id);
            CREATE INDEX decree_line_by_village ON decree_line (decree_id, village, line);
            CREATE TABLE decree_identity (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                decree_id INTEGER NOT NULL REFERENCES decree (id),
                line INTEGER NOT NULL CHECK (line >= 1),
                number TEXT NOT NULL,
                name TEXT NOT NULL,
                birth INTEGER,
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
