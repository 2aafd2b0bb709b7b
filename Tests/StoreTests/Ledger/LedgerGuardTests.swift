import Civic
import Ledger
import Store
import Testing

/// What the database refuses to somebody who writes SQL past the program.
@Suite struct LedgerGuardTests {
    /// A row for `ledger_transfer`, in the order of its columns.
    private static func row(
        _ id: Int, set: Int = 4, _ kind: String, _ debit: String, _ credit: String,
        _ posted: Int, _ pending: Int, of: Int? = nil, key: String? = nil,
        fund: String = SampleFund.fund
    ) -> String {
        let original = of.map { "\($0)" } ?? "NULL"
        return """
            INSERT INTO ledger_transfer (id, set_id, key, kind, fund, debit, credit, posted,
            pending, of_id) VALUES (\(id), \(set), '\(key ?? "raw-\(id)")', '\(kind)', '\(fund)',
            '\(debit)', '\(credit)', \(posted), \(pending), \(original))
            """
    }

    private static func set(_ id: Int = 4, _ transfers: Int = 1) -> String {
        "INSERT INTO ledger_set (id, at, transfers) VALUES (\(id), 0, \(transfers))"
    }

    private static let good = row(8, "post", "available", "commitments", 1, 0)

    /// Statements of one transaction, and words of the trigger that refuses them, where one does.
    static let refused: [(statements: [String], words: String?)] = [
        (["UPDATE ledger_transfer SET note = 'x' WHERE id = 1"], "append-only"),
        (["DELETE FROM ledger_transfer WHERE id = 7"], "append-only"),
        (["UPDATE ledger_set SET transfers = 2 WHERE id = 3"], "append-only"),
        (["DELETE FROM ledger_set WHERE id = 3"], "append-only"),

        (["UPDATE ledger_account SET credits_posted = credits_posted + 1"], "a balance moves"),
        (["UPDATE ledger_account SET last_set = 4 WHERE kind = 'source'"], "a balance moves"),
        (
            ["UPDATE ledger_account SET debits_posted = 0, last_set = 3 WHERE kind = 'source'"],
            "a balance moves"
        ),
        (["UPDATE ledger_account SET fund = 'x', last_set = 3 WHERE kind = 'source'"], nil),
        (["DELETE FROM ledger_account WHERE kind = 'refunds'"], "an account stays"),
        (
            ["INSERT INTO ledger_account VALUES ('x', 'available', 0, 0, 0, 5, 0, 0)"],
            "an account is opened once, and empty"
        ),
        (["INSERT INTO ledger_account VALUES ('x', 'savings', 0, 0, 0, 0, 0, 0)"], nil),

        // A set is counted once, and whole.
        ([good], nil),
        ([good, set(4, 2)], "a set follows"), ([good, set(5)], "a set follows"),
        ([set(4, 0)], nil), ([set(4, 1)], "a set follows"),
        ([row(8, set: 3, "post", "available", "commitments", 1, 0)], "a transfer is written"),
        ([good, set(), row(9, "post", "available", "commitments", 1, 0)], "a transfer is written"),
        (
            [
                good,
                """
                UPDATE ledger_account SET debits_posted = debits_posted + 1, last_set = 4
                WHERE kind = 'available'
                """,
                set(),
            ], "a balance moves"
        ),
        (
            [
                good, set(),
                """
                UPDATE ledger_account SET debits_posted = debits_posted + 1, last_set = 4
                WHERE kind = 'available'
                """,
            ], "a balance moves"
        ),

        // Never below zero.
        ([row(8, "post", "available", "source", 400_001, 0), set()], nil),
        ([row(8, "hold", "available", "source", 0, 400_001), set()], nil),
        ([row(8, "hold", "commitments", "insurer", 0, 566_401), set()], nil),
        ([row(8, "reverse", "available", "source", 1_000_000, 0, of: 1), set()], nil),

        // Amounts and places that make no sense.
        ([row(8, "post", "available", "commitments", 0, 0), set()], nil),
        ([row(8, "post", "available", "commitments", -5, 0), set()], nil),
        ([row(8, "post", "available", "commitments", 5, -5), set()], nil),
        ([row(8, "hold", "available", "commitments", 0, -5), set()], nil),
        ([row(8, "post", "source", "available", 1_000_000_000_000_001, 0), set()], nil),
        ([row(8, "post", "available", "commitments", 1, 0, fund: "x"), set()], nil),
        ([row(8, "gift", "available", "commitments", 1, 0), set()], nil),
        ([row(8, "post", "available", "commitments", 1, 0, key: ""), set()], nil),

        // Twice, or beside the original.
        (
            [row(8, "post", "available", "commitments", 1, 0, key: "given"), set()],
            "a transfer is written once"
        ),
        ([row(7, "post", "available", "commitments", 1, 0), set()], "a transfer is written once"),
        (
            [row(8, "settle", "commitments", "insurer", 16_800, -16_800, of: 3), set()],
            "a transfer is written once"
        ),
        (
            [row(8, "void", "commitments", "insurer", 0, -16_800, of: 4), set()],
            "a transfer is written once"
        ),
        (
            [row(8, "settle", "commitments", "insurer", 16_800, -16_801, of: 5), set()],
            "a transfer does not fit"
        ),
        ([row(8, "settle", "commitments", "insurer", 16_801, -16_800, of: 5), set()], nil),
        (
            [row(8, "settle", "commitments", "available", 16_800, -16_800, of: 5), set()],
            "a transfer does not fit"
        ),
        (
            [row(8, "void", "commitments", "insurer", 0, -16_800, of: 2), set()],
            "a transfer does not fit"
        ),
        (
            [row(8, "reverse", "commitments", "available", 599_999, 0, of: 2), set()],
            "a transfer does not fit"
        ),
        (
            [row(8, "reverse", "insurer", "commitments", 16_800, 0, of: 5), set()],
            "a transfer does not fit"
        ),
        ([row(8, "reverse", "available", "commitments", 600_000, 0, of: 2), set()], nil),
        ([row(8, "void", "commitments", "insurer", 0, -16_800), set()], nil),
        ([row(8, "post", "available", "commitments", 1, 0, of: 2), set()], nil),
        ([row(8, "settle", "commitments", "insurer", 16_800, -16_800, of: 99), set()], nil),
    ]

    @Test(arguments: TestEngine.all)
    func `the database refuses what would falsify the ledger`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        let before = try await sample.city.ledgerAccounts()
        for (statements, words) in LedgerGuardTests.refused {
            do {
                try await run(statements, sample)
                Issue.record("\(statements) was not refused")
            } catch let problem as Problem {
                #expect(problem.code == "store-conflict", "\(statements): \(problem)")
                #expect(problem.what.english.contains(words ?? ""), "\(statements): \(problem)")
            }
        }
        #expect(try await sample.city.ledgerAccounts() == before)
        #expect(try await sample.city.checkLedger().fault == nil)
    }

    /// SQLite can be told to replace rows, which deletes them without a word.
    @Test(arguments: [
        "ledger_account VALUES ('apbd-2026', 'available', 0, 0, 0, 0, 0, 0)",
        "ledger_set VALUES (3, 0, 2)",
        """
        ledger_transfer VALUES (7, 4, 'n', 'post', 'apbd-2026', 'available', 'commitments',
        1, 0, NULL, NULL, NULL, NULL, NULL)
        """,
        """
        ledger_transfer VALUES (8, 4, 'given', 'post', 'apbd-2026', 'available', 'commitments',
        1, 0, NULL, NULL, NULL, NULL, NULL)
        """,
    ])
    func `no row is replaced`(_ row: String) async throws {
        let sample = try await SampleFund(.sqlite)
        await expectProblem("store-conflict") {
            try await run(["INSERT OR REPLACE INTO \(row)"], sample)
        }
        #expect(try await sample.city.checkLedger().fault == nil)
    }

    /// The examples above fail for their faults, not because nothing can be written at all.
    @Test(arguments: TestEngine.all)
    func `a sound set is counted by the database, and known as foreign by the check`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await SampleFund(kind)
        let rows = [
            LedgerGuardTests.row(8, "post", "available", "commitments", 400_000, 0),
            LedgerGuardTests.row(9, "settle", "commitments", "insurer", 800, -16_800, of: 5),
            LedgerGuardTests.row(10, "reverse", "insurer", "commitments", 16_800, 0, of: 6),
            LedgerGuardTests.row(11, "hold", "commitments", "insurer", 0, 999_200),
        ]
        try await run(rows + [LedgerGuardTests.set(4, 4)], sample)
        #expect(try await sample.free(.available) == 0)
        #expect(try await sample.free(.commitments) == 0)
        #expect(try await sample.free(.insurer) == 800)
        #expect(try await sample.city.checkLedger().fault == .foreign(set: 4))
    }

    @Test(arguments: TestEngine.all)
    func `money goes only the ways that flows name`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        for debit in AccountKind.allCases {
            for credit in AccountKind.allCases {
                let isFlow = Flow.allCases.contains { $0.debit == debit && $0.credit == credit }
                let row = LedgerGuardTests.row(8, "post", debit.rawValue, credit.rawValue, 1, 0)
                // A row that is taken in lacks its set, which is refused at the end.
                await expectProblem(isFlow ? "store-cancelled" : "store-conflict") {
                    try await sample.store.engine.write { writer throws(Problem) in
                        try writer.execute(row)
                        throw Problem.storeCancelled()
                    }
                }
            }
        }
    }

    private func run(_ statements: [String], _ sample: SampleFund) async throws {
        try await sample.store.engine.write { writer throws(Problem) in
            for statement in statements { try writer.execute(statement) }
        }
    }
}
