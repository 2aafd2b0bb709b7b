extension Migration {
    /// Lists that came in through the browser, kept row by row until they are sent and after: a new
    /// run over the agencies' files takes the sent ones as further lists.
    ///
    /// What a row says is sealed in one box; its number has a box and a keyed index of its own, as
    /// people's have. `number` is a SIGAP number, which stays the same over runs. People are found
    /// by birth date where somebody new may be one of them.
    static let proposals = Migration(
        number: 11, name: "proposals",
        text: """
            CREATE TABLE proposal_list (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                state TEXT NOT NULL CHECK (
                    state IN ('columns', 'checking', 'open', 'sending', 'sent', 'undone')),
                kind TEXT NOT NULL CHECK (kind IN ('file', 'paste', 'typed')),
                district TEXT,
                village TEXT,
                rw INTEGER,
                file TEXT NOT NULL,
                digest TEXT NOT NULL,
                headings TEXT NOT NULL,
                columns TEXT NOT NULL,
                warnings TEXT NOT NULL,
                row_count INTEGER NOT NULL CHECK (row_count >= 0),
                checked INTEGER NOT NULL CHECK (checked >= 0),
                created_at INTEGER NOT NULL,
                created_by TEXT NOT NULL,
                sent_at INTEGER,
                sent_by TEXT,
                receipt_prefix TEXT,
                receipt_year INTEGER,
                receipt_number INTEGER,
                CHECK (village IS NULL OR district IS NOT NULL),
                CHECK ((sent_at IS NOT NULL) = (state = 'sent')),
                CHECK ((receipt_number IS NOT NULL) = (state = 'sent'))
            );
            CREATE INDEX proposal_list_by_digest ON proposal_list (digest);
            CREATE UNIQUE INDEX proposal_list_by_receipt
                ON proposal_list (receipt_prefix, receipt_year, receipt_number)
                WHERE receipt_number IS NOT NULL;
            CREATE TABLE proposal_row (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                list_id INTEGER NOT NULL REFERENCES proposal_list (id),
                record INTEGER NOT NULL CHECK (record >= 1),
                state TEXT NOT NULL CHECK (
                    state IN ('raw', 'ready', 'look', 'unreadable', 'ignored', 'sent')),
                codes TEXT NOT NULL,
                settled TEXT NOT NULL,
                rw INTEGER,
                cut INTEGER NOT NULL CHECK (cut IN (0, 1)),
                name_key TEXT NOT NULL,
                birth INTEGER,
                nik_sealed BLOB,
                nik_index BLOB CHECK (length(nik_index) = 16),
                box BLOB,
                number TEXT,
                version INTEGER NOT NULL CHECK (version >= 1),
                CHECK ((nik_sealed IS NULL) = (nik_index IS NULL)),
                CHECK ((number IS NULL) OR (state = 'sent'))
            );
            CREATE UNIQUE INDEX proposal_row_by_record ON proposal_row (list_id, record);
            CREATE INDEX proposal_row_by_state ON proposal_row (list_id, state, record);
            CREATE INDEX proposal_row_by_nik ON proposal_row (nik_index)
                WHERE nik_index IS NOT NULL;
            CREATE INDEX proposal_row_by_name ON proposal_row (name_key, birth)
                WHERE state = 'sent';
            CREATE INDEX proposal_row_by_number ON proposal_row (number) WHERE number IS NOT NULL;
            CREATE INDEX person_by_birth ON person (birth);
            CREATE TABLE column_memory (
                owner TEXT NOT NULL,
                headings TEXT NOT NULL,
                columns TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (owner, headings)
            );
            """)
}
