extension Migration {
    /// What happens to members: death, moving away, formal work; and what follows from it.
    ///
    /// A death opens a claim, which nothing closes silently. Months that another fund bridges are
    /// told of here; whose they are stands with the months.
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
                state TEXT NOT NULL CHECK (state IN ('noted', 'amended', 'taken-back')),
                ended_month INTEGER,
                replaced_by TEXT,
                amendment INTEGER REFERENCES decree (id),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                version INTEGER NOT NULL CHECK (version >= 1)
            );
            CREATE INDEX member_change_by_number ON member_change (number, id);
            CREATE INDEX member_change_by_state ON member_change (state, id);
            CREATE TABLE claim (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL CHECK (number <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('death', 'accident')),
                day INTEGER NOT NULL,
                change_id INTEGER UNIQUE REFERENCES member_change (id),
                state TEXT NOT NULL CHECK (state <> ''),
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
