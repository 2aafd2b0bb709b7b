extension Migration {
    /// Months that were paid for somebody whose cover had ended, from the day on which the insurer
    /// is asked for their money; and what lists said of a member that somebody found to be wrong.
    ///
    /// A month is asked for once, and comes back once: as money, or taken off a later bill of the
    /// same fund. A word of the lists is set aside for what it rests on (a digest of that), so that
    /// it stays away for as long as nothing else is said.
    ///
    /// A claim goes its steps one after the other; the last one tells where it stands. Who the heirs
    /// are is the insurer's, and is not kept here.
    static let refunds = Migration(
        number: 22, name: "refunds", appendOnly: ["likely_dismissal", "claim_step"],
        text: """
            CREATE TABLE cover_refund (
                number TEXT NOT NULL,
                month INTEGER NOT NULL,
                bill_id INTEGER NOT NULL REFERENCES bill (id),
                change_id INTEGER NOT NULL REFERENCES member_change (id),
                fund TEXT NOT NULL REFERENCES fund (id),
                amount INTEGER NOT NULL CHECK (amount >= 1),
                state TEXT NOT NULL CHECK (state IN ('asked', 'received', 'credited')),
                asked_on INTEGER NOT NULL,
                asked_document TEXT NOT NULL CHECK (asked_document <> ''),
                asked_by TEXT NOT NULL CHECK (asked_by <> ''),
                done_on INTEGER,
                done_document TEXT CHECK (done_document <> ''),
                done_by TEXT CHECK (done_by <> ''),
                credit_bill INTEGER REFERENCES bill (id),
                PRIMARY KEY (number, month),
                FOREIGN KEY (number, month) REFERENCES cover_month (number, month),
                CHECK ((state = 'asked') = (done_on IS NULL)),
                CHECK ((done_on IS NULL) = (done_document IS NULL)),
                CHECK ((done_on IS NULL) = (done_by IS NULL)),
                CHECK ((state = 'credited') = (credit_bill IS NOT NULL))
            );
            CREATE INDEX cover_refund_by_state ON cover_refund (state, done_on);
            CREATE INDEX cover_refund_by_change ON cover_refund (change_id);
            CREATE INDEX cover_refund_by_credit ON cover_refund (credit_bill)
                WHERE credit_bill IS NOT NULL;
            CREATE TABLE likely_dismissal (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                number TEXT NOT NULL CHECK (number <> ''),
                kind TEXT NOT NULL CHECK (kind <> ''),
                evidence TEXT NOT NULL CHECK (evidence <> ''),
                reason TEXT NOT NULL CHECK (reason <> ''),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL
            );
            CREATE UNIQUE INDEX likely_dismissal_of ON likely_dismissal (number, kind, evidence);
            CREATE TABLE claim_step (
                claim_id INTEGER NOT NULL REFERENCES claim (id),
                seq INTEGER NOT NULL CHECK (seq >= 1),
                step TEXT NOT NULL CHECK (step IN
                    ('asked', 'sent', 'paid', 'refused', 'closed', 'reopened')),
                day INTEGER NOT NULL,
                note TEXT CHECK (note <> ''),
                amount INTEGER CHECK (amount >= 1),
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                PRIMARY KEY (claim_id, seq),
                CHECK ((step = 'paid') = (amount IS NOT NULL))
            );
            """)
}
