extension Migration {
    /// Whether transfer `t` is what may become of its original `o`.
    static let ledgerFits = """
        t.fund = o.fund AND CASE t.kind WHEN 'reverse'
        THEN o.kind IN ('post', 'settle') AND t.posted = o.posted
        AND t.debit = o.credit AND t.credit = o.debit
        ELSE o.kind = 'hold' AND t.pending + o.pending = 0
        AND t.debit = o.debit AND t.credit = o.credit END
        """

    /// What the database refuses, whoever asks.
    static let ledgerGuards = [
        SQLTrigger(
            "ledger_account_refuses_insert", on: "ledger_account", .insert,
            when: """
                NEW.debits_posted <> 0 OR NEW.debits_pending <> 0 OR NEW.credits_posted <> 0
                OR NEW.credits_pending <> 0 OR NEW.last_set <> 0
                OR EXISTS (
                SELECT 1 FROM ledger_account a WHERE a.fund = NEW.fund AND a.kind = NEW.kind)
                """, .refuse("an account is opened once, and empty")),
        SQLTrigger(
            "ledger_account_refuses_update", on: "ledger_account", .update,
            when: """
                NEW.fund <> OLD.fund OR NEW.kind <> OLD.kind OR NEW.opened_at <> OLD.opened_at
                OR NEW.last_set <= OLD.last_set
                OR NOT EXISTS (SELECT 1 FROM ledger_set s WHERE s.id = NEW.last_set)
                OR NOT EXISTS (SELECT 1 FROM (
                SELECT COALESCE(SUM(CASE debit WHEN NEW.kind THEN posted END), 0) AS dd,
                COALESCE(SUM(CASE debit WHEN NEW.kind THEN pending END), 0) AS dp,
                COALESCE(SUM(CASE credit WHEN NEW.kind THEN posted END), 0) AS cc,
                COALESCE(SUM(CASE credit WHEN NEW.kind THEN pending END), 0) AS cp
                FROM ledger_transfer WHERE set_id = NEW.last_set AND fund = NEW.fund
                ) AS moved
                WHERE NEW.debits_posted = OLD.debits_posted + dd
                AND NEW.debits_pending = OLD.debits_pending + dp
                AND NEW.credits_posted = OLD.credits_posted + cc
                AND NEW.credits_pending = OLD.credits_pending + cp)
                """, .refuse("a balance moves with a set of transfers only")),
        SQLTrigger(
            "ledger_account_refuses_delete", on: "ledger_account", .delete,
            .refuse("an account stays")),
        // The other rows are looked at because SQLite can be told to replace them without a word.
        SQLTrigger(
            "ledger_transfer_refuses_insert", on: "ledger_transfer", .insert,
            when: """
                EXISTS (SELECT 1 FROM ledger_set s WHERE s.id = NEW.set_id)
                OR EXISTS (SELECT 1 FROM ledger_transfer t WHERE t.id = NEW.id)
                OR EXISTS (SELECT 1 FROM ledger_transfer t WHERE t.key = NEW.key)
                OR EXISTS (SELECT 1 FROM ledger_transfer t WHERE t.of_id = NEW.of_id)
                """, .refuse("a transfer is written once, before its set")),
        SQLTrigger(
            "ledger_set_refuses_order", on: "ledger_set", .insert,
            when: """
                NEW.id <> (SELECT COALESCE(MAX(s.id), 0) + 1 FROM ledger_set s)
                OR NEW.transfers
                <> (SELECT COUNT(*) FROM ledger_transfer t WHERE t.set_id = NEW.id)
                """, .refuse("a set follows the last one and counts its transfers")),
        SQLTrigger(
            "ledger_set_refuses_misfits", on: "ledger_set", .insert,
            when: """
                EXISTS (SELECT 1 FROM ledger_transfer t JOIN ledger_transfer o ON o.id = t.of_id
                WHERE t.set_id = NEW.id AND NOT (\(ledgerFits)))
                """, .refuse("a transfer does not fit the one it refers to")),
    ]

    /// Counts a new set.
    static let ledgerBalances = SQLTrigger(
        "ledger_set_moves_balances", on: "ledger_set", .insert,
        .run([
            """
            UPDATE ledger_account SET debits_posted = debits_posted + moved.dd,
            debits_pending = debits_pending + moved.dp,
            credits_posted = credits_posted + moved.cc,
            credits_pending = credits_pending + moved.cp, last_set = NEW.id
            FROM (
            SELECT fund, kind, SUM(dd) AS dd, SUM(dp) AS dp, SUM(cc) AS cc, SUM(cp) AS cp FROM (
            SELECT fund, debit AS kind, posted AS dd, pending AS dp, 0 AS cc, 0 AS cp
            FROM ledger_transfer WHERE set_id = NEW.id
            UNION ALL
            SELECT fund, credit, 0, 0, posted, pending
            FROM ledger_transfer WHERE set_id = NEW.id
            ) AS sides GROUP BY fund, kind) AS moved
            WHERE ledger_account.fund = moved.fund AND ledger_account.kind = moved.kind
            """
        ]))
}
