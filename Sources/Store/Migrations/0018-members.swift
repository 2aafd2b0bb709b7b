extension Migration {
    /// Whoever is determined, and every month of cover that somebody pays for.
    ///
    /// A NIK has one row among members, and a member one row for each month, so that no month of
    /// anybody has two payers: the database itself refuses the second. What is personal of a member
    /// stands here and not with the people, because whoever left all lists stays insured.
    ///
    /// A month is promised by a decree, put on a bill, paid, or let go of. `committed` is what the
    /// ledger sets aside for it while it is promised, and `amount` what the bill asks for. What
    /// happened is told by `member_event`, which is only ever added to.
    ///
    /// Whoever orders a payment does not pay it: the database itself refuses that. What the guard
    /// found last, of whom cover may lapse, is reckoned anew every morning.
    static let members = Migration(
        number: 18, name: "members", appendOnly: ["member_event"],
        text: """
            CREATE TABLE member (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL UNIQUE CHECK (number <> ''),
                cohort TEXT NOT NULL CHECK (cohort <> ''),
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                birth INTEGER,
                nik_sealed BLOB,
                nik_index BLOB UNIQUE CHECK (length(nik_index) = 16),
                district TEXT,
                village TEXT,
                rt INTEGER,
                rw INTEGER,
                occupation TEXT,
                state TEXT NOT NULL CHECK (state IN
                    ('determined', 'enrolled', 'active', 'refused', 'ended')),
                decree_id INTEGER,
                line INTEGER,
                first_month INTEGER NOT NULL,
                last_month INTEGER NOT NULL CHECK (last_month >= first_month),
                participant TEXT,
                active_from INTEGER,
                ended_month INTEGER,
                cause TEXT,
                version INTEGER NOT NULL CHECK (version >= 1),
                CHECK ((nik_sealed IS NULL) = (nik_index IS NULL)),
                CHECK ((decree_id IS NULL) = (line IS NULL)),
                CHECK (cohort <> 'sigap' OR decree_id IS NOT NULL),
                CHECK ((state = 'ended') = (ended_month IS NOT NULL)),
                CHECK ((state IN ('refused', 'ended')) = (cause IS NOT NULL)),
                CHECK (state <> 'active' OR active_from IS NOT NULL)
            );
            CREATE UNIQUE INDEX member_by_participant ON member (participant)
                WHERE participant IS NOT NULL;
            CREATE INDEX member_by_state ON member (cohort, state, name_key, number);
            CREATE INDEX member_by_village ON member (village, state, name_key, number);
            CREATE INDEX member_by_district ON member (district, state, name_key, number);
            CREATE INDEX member_by_decree ON member (decree_id, line);
            CREATE INDEX member_for_bill ON member (
                number, state, cohort, occupation, active_from, ended_month);
            CREATE TABLE member_event (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL,
                event TEXT NOT NULL CHECK (event <> ''),
                state TEXT NOT NULL CHECK (state IN
                    ('determined', 'enrolled', 'active', 'refused', 'ended')),
                cause TEXT,
                day INTEGER,
                first_month INTEGER,
                last_month INTEGER,
                fund TEXT,
                document TEXT,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL
            );
            CREATE INDEX member_event_by_number ON member_event (number, id);
            CREATE TABLE bill (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                month INTEGER NOT NULL,
                fund TEXT NOT NULL REFERENCES fund (id),
                turn INTEGER NOT NULL CHECK (turn >= 1),
                people INTEGER NOT NULL CHECK (people >= 0),
                amount INTEGER NOT NULL CHECK (amount >= 0),
                state TEXT NOT NULL CHECK (state IN ('draft', 'ordered', 'paid', 'void')),
                billing_code TEXT,
                billed_people INTEGER,
                billed_amount INTEGER,
                order_number TEXT,
                disbursement TEXT,
                paid_on INTEGER,
                proof_name TEXT,
                proof_digest TEXT,
                ledger_key TEXT,
                digest TEXT NOT NULL,
                insurer_file INTEGER,
                ordered_by TEXT,
                paid_by TEXT,
                void_reason TEXT,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                version INTEGER NOT NULL CHECK (version >= 1),
                CHECK ((state = 'paid') = (paid_on IS NOT NULL)),
                CHECK ((state = 'paid') = (paid_by IS NOT NULL)),
                CHECK (state NOT IN ('ordered', 'paid')
                    OR (order_number IS NOT NULL AND ordered_by IS NOT NULL
                        AND ledger_key IS NOT NULL)),
                CHECK (paid_by IS NULL OR paid_by <> ordered_by),
                CHECK ((state = 'void') = (void_reason IS NOT NULL))
            );
            CREATE UNIQUE INDEX bill_by_month ON bill (month, fund, turn);
            CREATE TABLE cover_month (
                number TEXT NOT NULL REFERENCES member (number),
                month INTEGER NOT NULL,
                fund TEXT NOT NULL REFERENCES fund (id),
                decree_id INTEGER,
                line INTEGER,
                state TEXT NOT NULL CHECK (state IN
                    ('promised', 'billed', 'paid', 'void', 'refunded')),
                committed INTEGER NOT NULL CHECK (committed >= 0),
                amount INTEGER CHECK (amount >= 0),
                bill_id INTEGER REFERENCES bill (id),
                PRIMARY KEY (number, month),
                CHECK ((amount IS NULL) = (bill_id IS NULL)),
                CHECK ((state IN ('billed', 'paid', 'refunded')) = (bill_id IS NOT NULL))
            );
            CREATE INDEX cover_month_by_month ON cover_month (month, fund, state, number);
            CREATE INDEX cover_month_by_bill ON cover_month (bill_id, number)
                WHERE bill_id IS NOT NULL;
            CREATE TABLE bill_difference (
                bill_id INTEGER NOT NULL REFERENCES bill (id),
                place INTEGER NOT NULL CHECK (place >= 1),
                kind TEXT NOT NULL CHECK (kind IN
                    ('ours-only', 'theirs-only', 'amount', 'total')),
                number TEXT,
                stranger INTEGER,
                line INTEGER,
                ours INTEGER NOT NULL,
                theirs INTEGER NOT NULL,
                explanation TEXT CHECK (explanation <> ''),
                explained_by TEXT,
                PRIMARY KEY (bill_id, place),
                CHECK ((explanation IS NULL) = (explained_by IS NULL))
            );
            CREATE TABLE guard_day (
                day INTEGER PRIMARY KEY,
                people INTEGER NOT NULL,
                unpaid TEXT NOT NULL,
                not_started INTEGER NOT NULL,
                at INTEGER NOT NULL
            );
            CREATE TABLE guard_fund (
                fund TEXT PRIMARY KEY,
                standing INTEGER NOT NULL,
                gap INTEGER,
                money_lasts INTEGER
            );
            CREATE TABLE guard_month (
                fund TEXT NOT NULL REFERENCES guard_fund (fund),
                month INTEGER NOT NULL,
                people INTEGER NOT NULL,
                lacking INTEGER NOT NULL,
                PRIMARY KEY (fund, month)
            );
            CREATE TABLE guard_risk (
                number TEXT PRIMARY KEY,
                unpaid INTEGER NOT NULL CHECK (unpaid >= 1),
                lapses_on INTEGER NOT NULL,
                safe_day INTEGER NOT NULL,
                fund TEXT,
                first_warned INTEGER NOT NULL,
                warned INTEGER NOT NULL CHECK (warned >= 1)
            );
            CREATE INDEX guard_risk_by_unpaid ON guard_risk (unpaid, fund, safe_day, number);
            CREATE TABLE guard_owner (
                fund TEXT PRIMARY KEY REFERENCES fund (id),
                owner TEXT NOT NULL CHECK (owner <> ''),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL
            );
            """)
}
