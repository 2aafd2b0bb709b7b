extension Migration {
    /// What agencies compare candidates with, and what was found.
    ///
    /// Of an agency's lists only the rows of the latest one are kept. Matches can be made anew at
    /// any time out of the list and the cases; `reference_state` tells for which of both they
    /// stand. An import of people, and a new key, empty it.
    static let references = Migration(
        number: 14, name: "references", appendOnly: ["reference_list"],
        text: """
            CREATE TABLE reference_list (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                agency TEXT NOT NULL CHECK (agency <> ''),
                data_day INTEGER NOT NULL,
                file TEXT,
                digest TEXT NOT NULL,
                rows_read INTEGER NOT NULL,
                rows_kept INTEGER NOT NULL CHECK (rows_kept >= 1),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                CHECK (rows_kept <= rows_read)
            );
            CREATE INDEX reference_list_by_agency ON reference_list (agency, id);
            CREATE TABLE reference_row (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                list_id INTEGER NOT NULL REFERENCES reference_list (id),
                agency TEXT NOT NULL,
                record INTEGER NOT NULL,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                birth INTEGER,
                nik_sealed BLOB,
                nik_index BLOB CHECK (length(nik_index) = 16),
                occupation TEXT,
                place TEXT,
                CHECK ((nik_sealed IS NULL) = (nik_index IS NULL))
            );
            CREATE INDEX reference_row_by_agency ON reference_row (agency, id);
            CREATE INDEX reference_row_by_nik ON reference_row (nik_index)
                WHERE nik_index IS NOT NULL;
            CREATE INDEX reference_row_by_name ON reference_row (name_key, birth);
            CREATE TABLE reference_match (
                agency TEXT NOT NULL,
                number TEXT NOT NULL,
                place INTEGER NOT NULL CHECK (place >= 1),
                row_id INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('exact', 'near', 'twins')),
                score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
                PRIMARY KEY (agency, number, place)
            );
            CREATE TABLE reference_state (
                agency TEXT PRIMARY KEY,
                list_id INTEGER NOT NULL,
                basis TEXT NOT NULL
            );
            CREATE TABLE reference_columns (
                agency TEXT NOT NULL,
                headings TEXT NOT NULL,
                columns TEXT NOT NULL,
                PRIMARY KEY (agency, headings)
            );
            CREATE INDEX confirmation_by_actor ON confirmation (actor, at);
            CREATE INDEX confirmation_now_by_time ON confirmation_now (source, at, number);
            CREATE INDEX case_by_deadline ON verification_case (standing, due);
            """)
}
