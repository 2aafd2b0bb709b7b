extension Migration {
    /// What happens to members: death, moving away, formal work; and what follows from it.
    ///
    /// A death opens a claim, which nothing closes silently. What a change let go of stands with it,
    /// and so does where the member stood before, so that it can be taken back to the rupiah.
    /// Whether an amendment names a change and is in force is told by the decree itself; people of
    /// the waiting list that were passed over stand with the reason.
    ///
    /// Months that another fund bridges are told of here; whose they are stands with the months.
    static let changes = Migration(
        number: 21, name: "changes", appendOnly: ["fund_bridge"],
        text: """
            CREATE TABLE member_change (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL CHECK (number <> ''),
                kind TEXT NOT NULL CHECK (kind <> ''),
                day INTEGER NOT NULL,
                evidence TEXT NOT NULL CHECK (evidence <> ''),
                source TEXT NOT NULL CHECK (source <> ''),
                state TEXT NOT NULL CHECK (state IN ('noted', 'taken-back')),
                before_state TEXT NOT NULL CHECK (before_state IN
                    ('determined', 'enrolled', 'active', 'refused', 'ended')),
                before_month INTEGER,
                ended_month INTEGER,
                replaced_by TEXT,
                amendment INTEGER REFERENCES decree (id),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                version INTEGER NOT NULL CHECK (version >= 1)
            );
            CREATE INDEX member_change_by_number ON member_change (number, id);
            CREATE INDEX member_change_by_state ON member_change (state, id);
            CREATE INDEX member_change_by_amendment ON member_change (amendment, id);
            CREATE UNIQUE INDEX member_change_by_replacement ON member_change (replaced_by)
                WHERE replaced_by IS NOT NULL AND state = 'noted';
            CREATE TABLE change_month (
                change_id INTEGER NOT NULL REFERENCES member_change (id),
                month INTEGER NOT NULL,
                fund TEXT NOT NULL REFERENCES fund (id),
                decree_id INTEGER,
                line INTEGER,
                committed INTEGER NOT NULL CHECK (committed >= 0),
                PRIMARY KEY (change_id, month)
            );
            CREATE TABLE change_skip (
                change_id INTEGER NOT NULL REFERENCES member_change (id),
                place INTEGER NOT NULL CHECK (place >= 1),
                number TEXT NOT NULL,
                reason TEXT NOT NULL CHECK (reason <> ''),
                PRIMARY KEY (change_id, place)
            );
            CREATE TABLE claim (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL CHECK (number <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('death', 'accident')),
                day INTEGER NOT NULL,
                change_id INTEGER UNIQUE REFERENCES member_change (id),
                state TEXT NOT NULL CHECK (state IN ('open', 'withdrawn')),
                owner TEXT,
                due INTEGER NOT NULL,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                version INTEGER NOT NULL CHECK (version >= 1)
            );
            CREATE UNIQUE INDEX claim_of_a_death ON claim (number) WHERE kind = 'death';
            CREATE INDEX claim_by_state ON claim (state, due);
            CREATE TABLE fund_bridge (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL,
                month INTEGER NOT NULL,
                from_fund TEXT NOT NULL,
                to_fund TEXT NOT NULL,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL
            );
            CREATE INDEX fund_bridge_by_number ON fund_bridge (number, month);
            """)
}
