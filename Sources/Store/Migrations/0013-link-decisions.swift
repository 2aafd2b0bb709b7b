extension Migration {
    /// What people decided about who is one person, and what the run had said before.
    ///
    /// Decisions are only ever added; what undoes, refuses or confirms one names it (`of_id`), each
    /// once. Their sides are kept as SIGAP numbers and as keyed marks of the rows they stood for, so
    /// that the next lists can be linked in the same way.
    ///
    /// People and pairs that decisions of the latest run's people changed lie on a shelf as the run
    /// left them: an undo takes them from there. The shelf holds no foreign keys, as what is on it is
    /// not among the living.
    static let linkDecisions = Migration(
        number: 13, name: "link-decisions", appendOnly: ["link_decision", "link_anchor"],
        text: """
            CREATE TABLE link_decision (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                kind TEXT NOT NULL CHECK (kind IN
                    ('propose', 'same', 'different', 'unsure', 'split', 'undo', 'refuse')),
                first_number TEXT NOT NULL CHECK (first_number <> ''),
                second_number TEXT NOT NULL CHECK (second_number <> ''),
                of_id INTEGER REFERENCES link_decision (id) CHECK (of_id < id),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                CHECK (first_number <> second_number),
                CHECK (kind NOT IN ('undo', 'refuse') OR of_id IS NOT NULL),
                CHECK (kind IN ('undo', 'refuse', 'same') OR of_id IS NULL)
            );
            CREATE UNIQUE INDEX link_decision_by_original ON link_decision (of_id)
                WHERE of_id IS NOT NULL;
            CREATE INDEX link_decision_by_first ON link_decision (first_number, id);
            CREATE INDEX link_decision_by_second ON link_decision (second_number, id);
            CREATE TABLE link_anchor (
                decision_id INTEGER NOT NULL REFERENCES link_decision (id),
                side INTEGER NOT NULL CHECK (side IN (1, 2)),
                mark BLOB NOT NULL CHECK (length(mark) = 16),
                PRIMARY KEY (decision_id, side, mark)
            );
            CREATE TABLE link_note (
                decision_id INTEGER PRIMARY KEY,
                note_sealed BLOB NOT NULL
            );
            CREATE TABLE person_alias (
                number TEXT PRIMARY KEY,
                survivor TEXT NOT NULL CHECK (survivor <> number)
            );
            CREATE INDEX person_alias_by_survivor ON person_alias (survivor);
            CREATE TABLE shelved_person (
                id INTEGER PRIMARY KEY,
                number TEXT NOT NULL,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                birth INTEGER,
                sex INTEGER,
                nik_sealed BLOB,
                nik_index BLOB,
                private_sealed BLOB,
                district TEXT,
                village TEXT,
                rt INTEGER,
                rw INTEGER,
                occupation TEXT,
                decile INTEGER,
                standing TEXT NOT NULL,
                reasons TEXT NOT NULL,
                first_reason TEXT,
                rank INTEGER,
                waiting_place INTEGER,
                fund TEXT,
                proposed INTEGER,
                sources INTEGER NOT NULL,
                evidence TEXT NOT NULL
            );
            CREATE UNIQUE INDEX shelved_person_by_number ON shelved_person (number);
            CREATE INDEX shelved_person_by_nik ON shelved_person (nik_index)
                WHERE nik_index IS NOT NULL;
            CREATE TABLE shelved_row (
                person_id INTEGER NOT NULL,
                delivery_id INTEGER NOT NULL,
                record INTEGER NOT NULL,
                name TEXT NOT NULL,
                birth INTEGER,
                nik TEXT NOT NULL,
                nik_sealed BLOB,
                link TEXT NOT NULL,
                weight INTEGER NOT NULL,
                PRIMARY KEY (delivery_id, record)
            );
            CREATE INDEX shelved_row_by_person ON shelved_row (person_id);
            CREATE TABLE shelved_pair (
                id INTEGER PRIMARY KEY,
                person_a INTEGER NOT NULL,
                person_b INTEGER NOT NULL,
                weight INTEGER NOT NULL,
                probability INTEGER NOT NULL,
                evidence TEXT NOT NULL,
                state TEXT NOT NULL
            );
            CREATE INDEX shelved_pair_by_first ON shelved_pair (person_a);
            CREATE INDEX shelved_pair_by_second ON shelved_pair (person_b);
            CREATE INDEX review_pair_by_doubt
                ON review_pair (state, abs(probability - 500), id);
            """)
}
