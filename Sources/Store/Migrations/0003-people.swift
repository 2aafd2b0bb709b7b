extension Migration {
    /// The people of the latest run: what was decided about them and what it rests on.
    ///
    /// Lists are walks along an index in the order of the list, of the city or of one place. These
    /// indexes hold whatever lists are filtered by, so that a walk over many who do not fit is
    /// quick as well, and no filter needs an index of its own.
    ///
    /// `person_agency` and `name_word` are derived from the tables before them, so that the list of
    /// one agency and a search by name read an index; they need no foreign key.
    static let people = Migration(
        number: 3, name: "people",
        text: """
            CREATE TABLE person (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                birth INTEGER,
                sex INTEGER CHECK (sex IN (1, 2)),
                nik_sealed BLOB,
                nik_index BLOB CHECK (length(nik_index) = 16),
                private_sealed BLOB,
                district TEXT,
                village TEXT,
                rt INTEGER,
                rw INTEGER,
                occupation TEXT,
                decile INTEGER CHECK (decile BETWEEN 1 AND 10),
                standing TEXT NOT NULL CHECK (
                    standing IN ('selected', 'waiting', 'refused', 'review', 'insured')),
                reasons TEXT NOT NULL,
                first_reason TEXT,
                rank INTEGER CHECK (rank >= 1),
                waiting_place INTEGER CHECK (waiting_place >= 1),
                fund TEXT,
                proposed INTEGER,
                sources INTEGER NOT NULL CHECK (sources >= 0),
                evidence TEXT NOT NULL,
                CHECK ((nik_sealed IS NULL) = (nik_index IS NULL)),
                CHECK (village IS NULL OR district IS NOT NULL),
                CHECK ((first_reason IS NULL) = (reasons = '')),
                CHECK ((rank IS NOT NULL) = (standing IN ('selected', 'waiting'))),
                CHECK (waiting_place IS NULL OR standing = 'waiting'),
                CHECK (fund IS NULL OR standing = 'selected')
            );
            CREATE UNIQUE INDEX person_by_number ON person (number);
            CREATE UNIQUE INDEX person_by_place_in_ranking ON person (rank)
                WHERE rank IS NOT NULL;
            CREATE INDEX person_by_nik ON person (nik_index) WHERE nik_index IS NOT NULL;
            CREATE INDEX person_by_name ON person (
                name_key, id, district, village, standing, first_reason, occupation, decile, fund);
            CREATE INDEX person_by_district ON person (
                district, name_key, id, standing, first_reason, occupation, decile, fund);
            CREATE INDEX person_by_village ON person (
                village, name_key, id, standing, first_reason, occupation, decile, fund);
            CREATE INDEX person_by_rank ON person (
                rank, id, district, village, standing, first_reason, occupation, decile, fund)
                WHERE rank IS NOT NULL;
            CREATE INDEX person_by_district_rank ON person (
                district, rank, id, standing, first_reason, occupation, decile, fund)
                WHERE rank IS NOT NULL;
            CREATE INDEX person_by_village_rank ON person (
                village, rank, id, standing, first_reason, occupation, decile, fund)
                WHERE rank IS NOT NULL;
            CREATE TABLE source_row (
                person_id INTEGER NOT NULL REFERENCES person (id),
                delivery_id INTEGER NOT NULL REFERENCES delivery (id),
                record INTEGER NOT NULL CHECK (record >= 1),
                name TEXT NOT NULL,
                birth INTEGER,
                nik TEXT NOT NULL CHECK (nik IN ('none', 'same', 'other')),
                nik_sealed BLOB,
                link TEXT NOT NULL CHECK (link IN ('certain', 'probable', 'decided')),
                weight INTEGER NOT NULL,
                CHECK ((nik_sealed IS NOT NULL) = (nik = 'other'))
            );
            CREATE INDEX source_row_by_person ON source_row (person_id, delivery_id, record);
            CREATE UNIQUE INDEX source_row_by_record ON source_row (delivery_id, record);
            CREATE TABLE review_pair (
                id INTEGER PRIMARY KEY,
                person_a INTEGER NOT NULL REFERENCES person (id),
                person_b INTEGER NOT NULL REFERENCES person (id),
                weight INTEGER NOT NULL,
                probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 1000),
                evidence TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('open', 'same', 'different', 'unsure')),
                CHECK (person_a < person_b)
            );
            CREATE UNIQUE INDEX review_pair_by_people ON review_pair (person_a, person_b);
            CREATE INDEX review_pair_by_second ON review_pair (person_b);
            CREATE TABLE person_agency (
                agency TEXT NOT NULL,
                name_key TEXT NOT NULL,
                person_id INTEGER NOT NULL
            );
            CREATE UNIQUE INDEX person_agency_by_name
                ON person_agency (agency, name_key, person_id);
            CREATE TABLE name_word (
                word INTEGER NOT NULL,
                person_id INTEGER NOT NULL
            );
            CREATE UNIQUE INDEX name_word_by_word ON name_word (word, person_id);
            CREATE TABLE tally (
                scope TEXT NOT NULL,
                key TEXT NOT NULL,
                value INTEGER NOT NULL CHECK (value >= 1),
                PRIMARY KEY (scope, key)
            );
            CREATE INDEX tally_by_key ON tally (key, scope);
            """)
}
