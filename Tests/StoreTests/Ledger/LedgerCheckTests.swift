import Civic
import Ledger
import Store
import Testing

/// What the check finds once somebody has taken the guards of the database away.
@Suite struct LedgerCheckTests {
    static let tampering: [(statements: [String], fault: LedgerCheck.Fault)] = [
        (["UPDATE ledger_transfer SET note = 'SP2D 9' WHERE id = 6"], .altered(set: 3)),
        (["UPDATE ledger_transfer SET person = NULL WHERE id = 3"], .altered(set: 2)),
        (["UPDATE ledger_transfer SET key = 'x' WHERE id = 1"], .altered(set: 1)),
        (["UPDATE ledger_transfer SET id = 8 WHERE id = 7"], .altered(set: 3)),
        (["UPDATE ledger_transfer SET set_id = 2 WHERE id = 7"], .altered(set: 2)),
        (["UPDATE ledger_set SET at = at + 1 WHERE id = 2"], .altered(set: 2)),
        (["UPDATE ledger_set SET transfers = 3 WHERE id = 3"], .altered(set: 3)),
        (["DELETE FROM ledger_transfer WHERE id = 7"], .altered(set: 3)),
        (
            [
                "DELETE FROM ledger_transfer WHERE set_id = 3",
                "DELETE FROM ledger_set WHERE id = 3",
            ], .missing(set: 3)
        ),
        // Consistent in itself, balances included.
        (
            [
                "UPDATE ledger_transfer SET posted = 2000000 WHERE id = 1",
                "UPDATE ledger_account SET debits_posted = 2000000 WHERE kind = 'source'",
                "UPDATE ledger_account SET credits_posted = 2000000 WHERE kind = 'available'",
            ], .altered(set: 1)
        ),
        (
            ["UPDATE ledger_account SET credits_posted = 16801 WHERE kind = 'insurer'"],
            .differs(AccountName(fund: SampleFund.fund, kind: .insurer))
        ),
        (
            [
                "UPDATE ledger_account SET credits_posted = credits_posted + 1",
                "UPDATE ledger_account SET debits_pending = 0 WHERE kind = 'commitments'",
            ], .differs(AccountName(fund: SampleFund.fund, kind: .available))
        ),
        (
            ["DELETE FROM ledger_account WHERE kind = 'refunds'"],
            .differs(AccountName(fund: SampleFund.fund, kind: .refunds))
        ),
    ]

    @Test(arguments: TestEngine.all)
    func `the first set or account that was tampered with is named`(
        _ kind: TestEngine
    ) async throws {
        for (statements, fault) in LedgerCheckTests.tampering {
            let sample = try await SampleFund(kind)
            #expect(try await sample.city.checkLedger().fault == nil)
            try await sample.store.engine.write { writer throws(Problem) in
                for guarded in LedgerCheckTests.guards(kind) { try writer.execute(guarded) }
                for statement in statements { try writer.execute(statement) }
            }
            #expect(try await sample.city.checkLedger().fault == fault, "\(statements)")
        }
    }

    private static func guards(_ kind: TestEngine) -> [String] {
        ["ledger_account", "ledger_set", "ledger_transfer"].flatMap { table in
            ["update", "delete"].map { event in
                let name = "\(table)_refuses_\(event)"
                let isPostgres = kind.testDescription == TestEngine.postgres.testDescription
                return "DROP TRIGGER \(name)\(isPostgres ? " ON \(table)" : "")"
            }
        }
    }
}
