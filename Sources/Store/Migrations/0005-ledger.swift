extension Migration {
    /// The ledger of the funds. Transfers are written first and their set last; with the set the
    /// database itself adds them up and moves the balances, so that a set counts once, and whole:
    ///
    /// - a transfer without its set does not outlast the transaction (the deferred key);
    /// - a set takes nothing in once it stands, and stands only when its transfers fit;
    /// - a balance moves by the sum of a set that was not counted yet, and in no other way;
    /// - no account holds less than nothing, pending money that leaves counted as gone.
    ///
    /// `posted` is what a transfer moves and `pending` what it holds, below zero when it lets go. A
    /// transfer is settled, voided or reversed by one other at most (`of_id` is unique).
    static let ledger = Migration(
        number: 5, name: "ledger", appendOnly: ["ledger_set", "ledger_transfer"],
        watched: ledgerGuards + [ledgerBalances],
        text: """
            CREATE TABLE ledger_account (
                fund TEXT NOT NULL CHECK (fund <> ''),
                kind TEXT NOT NULL CHECK (
                    kind IN ('source', 'available', 'commitments', 'insurer', 'refunds')),
                opened_at INTEGER NOT NULL,
                debits_posted INTEGER NOT NULL
                    CHECK (debits_posted BETWEEN 0 AND 1000000000000000000),
                debits_pending INTEGER NOT NULL
                    CHECK (debits_pending BETWEEN 0 AND 1000000000000000000),
                credits_posted INTEGER NOT NULL
                    CHECK (credits_posted BETWEEN 0 AND 1000000000000000000),
                credits_pending INTEGER NOT NULL
                    CHECK (credits_pending BETWEEN 0 AND 1000000000000000000),
                last_set INTEGER NOT NULL CHECK (last_set >= 0),
                PRIMARY KEY (fund, kind),
                CONSTRAINT ledger_account_not_below_zero CHECK (
                    CASE kind WHEN 'source'
                    THEN debits_posted - credits_posted - credits_pending
                    ELSE credits_posted - debits_posted - debits_pending END >= 0)
            );
            CREATE TABLE ledger_set (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                at INTEGER NOT NULL,
                transfers INTEGER NOT NULL CHECK (transfers >= 1)
            );
            CREATE TABLE ledger_transfer (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                set_id INTEGER NOT NULL
                    REFERENCES ledger_set (id) DEFERRABLE INITIALLY DEFERRED,
                key TEXT NOT NULL UNIQUE CHECK (key <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('post', 'hold', 'settle', 'void', 'reverse')),
                fund TEXT NOT NULL,
                debit TEXT NOT NULL,
                credit TEXT NOT NULL,
                posted INTEGER NOT NULL CHECK (posted BETWEEN 0 AND 1000000000000000),
                pending INTEGER NOT NULL
                    CHECK (pending BETWEEN -1000000000000000 AND 1000000000000000),
                of_id INTEGER UNIQUE REFERENCES ledger_transfer (id) CHECK (of_id < id),
                period INTEGER,
                decree TEXT,
                person TEXT,
                note TEXT,
                FOREIGN KEY (fund, debit) REFERENCES ledger_account (fund, kind),
                FOREIGN KEY (fund, credit) REFERENCES ledger_account (fund, kind),
                CHECK ((of_id IS NULL) = (kind IN ('post', 'hold'))),
                CONSTRAINT ledger_transfer_amounts CHECK (
                    CASE kind
                    WHEN 'hold' THEN posted = 0 AND pending > 0
                    WHEN 'settle' THEN posted > 0 AND posted + pending <= 0
                    WHEN 'void' THEN posted = 0 AND pending < 0
                    ELSE posted > 0 AND pending = 0 END),
                CONSTRAINT ledger_transfer_flow CHECK (
                    CASE kind WHEN 'reverse' THEN credit || '>' || debit
                    ELSE debit || '>' || credit END
                    IN ('source>available', 'available>commitments', 'commitments>available',
                        'commitments>insurer', 'insurer>refunds', 'refunds>available',
                        'available>source'))
            );
            CREATE INDEX ledger_transfer_by_set ON ledger_transfer (set_id);
            CREATE INDEX ledger_transfer_by_fund ON ledger_transfer (fund, id);
            CREATE INDEX ledger_transfer_by_person ON ledger_transfer (person, id)
                WHERE person IS NOT NULL;
            """)
}
