extension Migration {
    /// Requests to correct a datum of a person, and every step that was taken on them.
    ///
    /// What is personal is sealed: the value asked for, the value accepted, and by what the person
    /// was known before. These boxes are sealed anew with a new key and emptied by an erasure; the
    /// steps, which hold nothing of a person, are only ever added to. Places follow the person.
    static let corrections = Migration(
        number: 15, name: "corrections",
        appendOnly: ["correction_step"],
        text: """
            CREATE TABLE correction (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                receipt TEXT NOT NULL UNIQUE,
                number TEXT NOT NULL CHECK (number <> ''),
                field TEXT NOT NULL CHECK (field <> ''),
                occupation TEXT,
                district TEXT,
                village TEXT,
                requester TEXT NOT NULL CHECK (requester <> ''),
                proof TEXT NOT NULL CHECK (proof IN
                    ('id-card', 'family-card', 'letter', 'none')),
                state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'refused')),
                office TEXT NOT NULL CHECK (office <> ''),
                version INTEGER NOT NULL CHECK (version >= 1),
                opened INTEGER NOT NULL,
                due INTEGER NOT NULL,
                closed INTEGER,
                asked_sealed BLOB,
                decided_sealed BLOB,
                before_sealed BLOB,
                CHECK ((state = 'open') = (closed IS NULL)),
                CHECK (decided_sealed IS NULL OR state = 'accepted')
            );
            CREATE INDEX correction_by_person ON correction (number, id);
            CREATE INDEX correction_by_state ON correction (state, id, village, district, office);
            CREATE INDEX correction_by_office ON correction (office, state, id);
            CREATE INDEX correction_by_village ON correction (village, state, id);
            CREATE TABLE correction_step (
                correction INTEGER NOT NULL,
                seq INTEGER NOT NULL CHECK (seq >= 1),
                step TEXT NOT NULL CHECK (step IN
                    ('request', 'forward', 'pass', 'accept', 'refuse')),
                office TEXT NOT NULL,
                proof TEXT,
                reason TEXT,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                PRIMARY KEY (correction, seq),
                CHECK ((step = 'refuse') = (reason IS NOT NULL))
            );
            CREATE INDEX correction_step_by_office ON correction_step (office, correction);
            """)
}
