extension Migration {
    /// What platforms agreed with the city, and the drivers they sent.
    ///
    /// A list keeps its counts after its rows are gone; a row holds nothing of a driver in clear. The
    /// last two tables are empty between transactions: sets of changes pass through them.
    static let drivers = Migration(
        number: 12, name: "drivers", appendOnly: ["driver_deletion"],
        watched: [
            SQLTrigger(
                "driver_list_stays_ended", on: "driver_list", .update,
                when: "OLD.state = 'ended' AND NEW.state <> 'ended'",
                .refuse("a list whose rows are deleted stays so"))
        ],
        text: """
            CREATE TABLE partner_agreement (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                agency TEXT NOT NULL CHECK (agency <> ''),
                number TEXT NOT NULL UNIQUE CHECK (number <> ''),
                valid_from INTEGER NOT NULL,
                valid_to INTEGER NOT NULL CHECK (valid_to >= valid_from),
                purpose TEXT NOT NULL CHECK (purpose <> ''),
                retention_days INTEGER NOT NULL CHECK (retention_days >= 1),
                call_until INTEGER,
                created_at INTEGER NOT NULL
            );
            CREATE INDEX partner_agreement_by_agency ON partner_agreement (agency, id);
            CREATE TABLE driver_list (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                agency TEXT NOT NULL CHECK (agency <> ''),
                agreement_id INTEGER NOT NULL REFERENCES partner_agreement (id),
                state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'ended')),
                digest BLOB CHECK (length(digest) = 32),
                salt BLOB CHECK (length(salt) = 32),
                rows_read INTEGER NOT NULL CHECK (rows_read >= 0),
                rows_kept INTEGER NOT NULL CHECK (rows_kept BETWEEN 0 AND rows_read),
                dropped TEXT NOT NULL,
                made_by TEXT NOT NULL CHECK (made_by <> ''),
                made_at INTEGER NOT NULL,
                sent_at INTEGER,
                delete_on INTEGER,
                run_mark INTEGER NOT NULL,
                accepted INTEGER NOT NULL CHECK (accepted >= 0),
                waiting INTEGER NOT NULL CHECK (waiting >= 0),
                refused INTEGER NOT NULL CHECK (refused >= 0),
                checking INTEGER NOT NULL CHECK (checking >= 0),
                CHECK ((sent_at IS NULL) = (delete_on IS NULL)),
                CHECK (state <> 'sent' OR sent_at IS NOT NULL),
                CHECK (state <> 'draft' OR sent_at IS NULL),
                CHECK (state <> 'ended' OR (digest IS NULL AND salt IS NULL))
            );
            CREATE UNIQUE INDEX driver_list_by_digest ON driver_list (agency, digest)
                WHERE digest IS NOT NULL;
            CREATE INDEX driver_list_by_agency ON driver_list (agency, id);
            CREATE INDEX driver_list_by_state ON driver_list (state, id);
            CREATE TABLE driver_fault (
                list_id INTEGER NOT NULL REFERENCES driver_list (id),
                record INTEGER NOT NULL CHECK (record >= 1),
                code TEXT NOT NULL,
                PRIMARY KEY (list_id, record)
            );
            CREATE TABLE driver_row (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                list_id INTEGER NOT NULL REFERENCES driver_list (id),
                agency TEXT NOT NULL CHECK (agency <> ''),
                record INTEGER NOT NULL CHECK (record >= 1),
                consent INTEGER NOT NULL,
                key_id TEXT NOT NULL,
                nik_index BLOB CHECK (length(nik_index) = 16),
                sealed BLOB,
                outcome TEXT CHECK (outcome IN ('accepted', 'waiting', 'refused', 'checking')),
                reason TEXT,
                person TEXT,
                CHECK ((sealed IS NULL) = (nik_index IS NULL)),
                CHECK ((reason IS NOT NULL) = (outcome IS NOT NULL AND outcome = 'refused'))
            );
            CREATE UNIQUE INDEX driver_row_by_record ON driver_row (list_id, record);
            CREATE INDEX driver_row_by_nik ON driver_row (nik_index, agency)
                WHERE nik_index IS NOT NULL;
            CREATE INDEX driver_row_by_key ON driver_row (key_id, id);
            CREATE INDEX driver_row_by_person ON driver_row (person) WHERE person IS NOT NULL;
            CREATE TABLE driver_deletion (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                list_id INTEGER NOT NULL,
                agency TEXT NOT NULL CHECK (agency <> ''),
                agreement TEXT NOT NULL,
                why TEXT NOT NULL CHECK (why IN ('promised', 'asked', 'unsent', 'withdrawn')),
                rows_deleted INTEGER NOT NULL CHECK (rows_deleted >= 0),
                digest BLOB CHECK (length(digest) = 32),
                deleted_at INTEGER NOT NULL,
                actor TEXT NOT NULL CHECK (actor <> '')
            );
            CREATE INDEX driver_deletion_by_list ON driver_deletion (list_id, id);
            CREATE TABLE driver_verdict (
                id INTEGER PRIMARY KEY,
                outcome TEXT NOT NULL,
                reason TEXT,
                person TEXT
            );
            CREATE TABLE resealed_driver (
                id INTEGER PRIMARY KEY,
                key_id TEXT NOT NULL,
                nik_index BLOB NOT NULL,
                sealed BLOB NOT NULL
            );
            """)
}
