extension Migration {
    /// Candidates that somebody checks, and everything that was said about them.
    ///
    /// Cases refer to people by their SIGAP number, which stays when an import numbers rows anew.
    /// They are made anew by every import, out of the people it brings and of what was said, which
    /// is only ever added to. The indexes hold whatever the queue is filtered by.
    ///
    /// Erased people keep their numbers as well.
    static let verification = Migration(
        number: 9, name: "verification",
        appendOnly: ["verification_event", "confirmation"],
        text: """
            ALTER TABLE erased_mark ADD COLUMN number TEXT;
            CREATE TABLE verification_case (
                number TEXT PRIMARY KEY CHECK (number <> ''),
                name_key TEXT NOT NULL,
                district TEXT,
                village TEXT,
                rw INTEGER,
                occupation TEXT,
                lane TEXT NOT NULL CHECK (lane IN ('ready', 'look', 'no')),
                state TEXT NOT NULL CHECK (state IN
                    ('open', 'field', 'approved', 'refused', 'merged')),
                standing TEXT NOT NULL CHECK (standing IN
                    ('open', 'field', 'refused', 'confirming', 'conflict', 'verified', 'merged')),
                work TEXT CHECK (work IN ('known', 'witnessed', 'not')),
                version INTEGER NOT NULL CHECK (version >= 0),
                maker TEXT,
                decider TEXT,
                decided_at INTEGER,
                opened INTEGER NOT NULL,
                due INTEGER NOT NULL
            );
            CREATE INDEX case_by_village ON verification_case (
                village, state, name_key, number, lane, rw, occupation, work, standing);
            CREATE INDEX case_by_district ON verification_case (
                district, state, name_key, number, lane, rw, occupation, work, standing);
            CREATE INDEX case_by_state ON verification_case (
                state, name_key, number, lane, rw, occupation, work, standing);
            CREATE INDEX case_by_standing ON verification_case (
                standing, name_key, number, village, district);
            CREATE INDEX case_by_occupation ON verification_case (
                occupation, name_key, number, state, district, village);
            CREATE TABLE verification_event (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL,
                seq INTEGER NOT NULL CHECK (seq >= 1),
                kind TEXT NOT NULL CHECK (kind IN
                    ('approve', 'refuse', 'field', 'work', 'undo')),
                reason TEXT,
                witness TEXT,
                undoes INTEGER,
                state TEXT NOT NULL CHECK (state IN ('open', 'field', 'approved', 'refused')),
                work TEXT CHECK (work IN ('known', 'witnessed', 'not')),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                CHECK ((kind = 'refuse') = (reason IS NOT NULL)),
                CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
                CHECK (kind <> 'approve' OR work IN ('known', 'witnessed'))
            );
            CREATE UNIQUE INDEX verification_event_by_case ON verification_event (number, seq);
            CREATE INDEX verification_event_by_actor ON verification_event (actor, at);
            CREATE TABLE confirmation (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL,
                source TEXT NOT NULL CHECK (source <> ''),
                answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unknown', 'withdrawn')),
                channel TEXT NOT NULL CHECK (channel IN ('desk', 'paper', 'link', 'bulk')),
                witness TEXT,
                basis TEXT,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL
            );
            CREATE INDEX confirmation_by_case ON confirmation (number, id);
            CREATE TABLE confirmation_now (
                number TEXT NOT NULL,
                source TEXT NOT NULL,
                answer TEXT NOT NULL,
                actor TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (number, source)
            );
            CREATE INDEX confirmation_now_by_source ON confirmation_now (source, answer, number);
            """)
}
