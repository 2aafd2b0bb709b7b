import Civic
import Programme
import Testing

@testable import Store

/// A month is reconciled as it stands until it is closed, and never changes after.
@Suite struct ReconciliationTests {
    private static let month = InsurerCity.january

    /// Six people: two matched (one by another amount), one refused, one not listed, one without an
    /// answer, and one not sent; and a stranger.
    private func setup(_ kind: TestEngine) async throws -> InsurerCity {
        let setup = try await InsurerCity(kind, people: 6, other: 1)
        _ = try await setup.send()
        _ = try await setup.take(
            [
                setup.accept(1, 1, line: 2), setup.accept(2, 2, line: 3),
                setup.accept(3, 3, line: 4), setup.refuse(4, "A4", line: 5),
            ], "answers")
        var stranger = InsurerRow(line: 4, name: "Asing")
        stranger.nik = NIK("3275014507900003")
        stranger.amount = InsurerCity.price
        stranger.word = .listed(participant: nil)
        _ = try await setup.take(
            [
                setup.list(1, 1, line: 2), setup.list(2, 2, line: 3, amount: Rupiah(8_400)),
                stranger,
            ], "members", kind: .members)
        return setup
    }

    private func causes(_ setup: InsurerCity, _ pile: Pile) async throws -> [String] {
        try await setup.city.reconciliationRows(
            of: Self.month, .pile(pile), after: 0, limit: 100
        ).map { row in
            ([row.name ?? "?", row.cause?.rawValue ?? "-"] + row.differences.map(\.rawValue))
                .joined(separator: " ")
        }.sorted()
    }

    @Test(arguments: TestEngine.all)
    func `everybody stands on one pile with a reason`(_ kind: TestEngine) async throws {
        let setup = try await setup(kind)
        let open = try await setup.city.reconciliation(of: Self.month)
        #expect(open.closing == nil)
        #expect((open.ourPeople, open.theirPeople) == (6, 3))
        #expect(open.ourAmount == InsurerCity.price * 5)
        #expect(open.theirAmount == InsurerCity.price * 2 + Rupiah(8_400))
        #expect(Pile.allCases.map { open.count($0) } == [2, 1, 1, 3])
        #expect(
            try await causes(setup, .matched) == ["Orang Dua 1 -", "Orang Tiga 2 - amount"])
        #expect(try await causes(setup, .refused) == ["Orang Dua 4 refused"])
        #expect(try await causes(setup, .theirsOnly) == ["Asing stranger"])
        #expect(
            try await causes(setup, .oursOnly) == [
                "Orang Satu 0 not-sent", "Orang Satu 3 not-listed", "Orang Tiga 5 unanswered",
            ])
        let different = try await setup.city.reconciliationRows(
            of: Self.month, .different, after: 0, limit: 9)
        #expect(different.map(\.differences) == [[.amount]])
    }

    @Test(arguments: TestEngine.all)
    func `a closed month never changes`(_ kind: TestEngine) async throws {
        let setup = try await setup(kind)
        let open = try await setup.city.reconciliation(of: Self.month)
        let code = try await setup.city.closeReconciliation(
            of: Self.month, ours: open.ourDigest, theirs: open.theirDigest, by: .test())
        #expect(code.hasPrefix("REK-2026-01-"))
        let before = try await Pile.allCases.asyncMap { try await causes(setup, $0) }
        // A late answer changes the member, not the month.
        _ = try await setup.take([setup.accept(5, 5, line: 2)], "late")
        #expect(try await setup.standing(5).hasPrefix("active"))
        let closed = try await setup.city.reconciliation(of: Self.month)
        #expect(closed.closing?.code == code)
        #expect(closed.piles == open.piles && closed.ourDigest == open.ourDigest)
        #expect(try await Pile.allCases.asyncMap { try await causes(setup, $0) } == before)
        await expectProblem("month-closed") {
            try await setup.take([setup.list(5, 5, line: 2)], "again", kind: .members)
        }
        // Pressed twice, it is closed once.
        let again = try await setup.city.closeReconciliation(
            of: Self.month, ours: open.ourDigest, theirs: open.theirDigest, by: .test())
        #expect(again == code)
        for statement in [
            "UPDATE reconciliation SET matched = 0", "DELETE FROM reconciliation",
            "UPDATE reconciliation_line SET pile = 'matched'", "DELETE FROM reconciliation_line",
            "DELETE FROM insurer_line", "UPDATE insurer_line SET effect = 'accept'",
        ] {
            await #expect(throws: Problem.self) { try await setup.store.tamper(statement) }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a month is closed only as it was seen`(_ kind: TestEngine) async throws {
        let setup = try await setup(kind)
        let open = try await setup.city.reconciliation(of: Self.month)
        _ = try await setup.take([setup.accept(5, 5, line: 2)], "late")
        await expectProblem("reconciliation-moved") {
            try await setup.city.closeReconciliation(
                of: Self.month, ours: open.ourDigest, theirs: open.theirDigest, by: .test())
        }
        let february = try await setup.city.reconciliation(of: Self.month + 1)
        #expect(february.theirPeople == 4, "without a list, whom the insurer accepted")
        await expectProblem("reconciliation-empty") {
            let empty = try await setup.city.reconciliation(of: Self.month + 9)
            return try await setup.city.closeReconciliation(
                of: Self.month + 9, ours: empty.ourDigest, theirs: empty.theirDigest, by: .test())
        }
    }

    @Test(arguments: TestEngine.all)
    func `the latest list of each fund counts`(_ kind: TestEngine) async throws {
        let setup = try await setup(kind)
        _ = try await setup.take(
            [setup.list(1, 1, line: 2), setup.list(2, 2, line: 3), setup.list(3, 3, line: 4)],
            "members again", kind: .members)
        let open = try await setup.city.reconciliation(of: Self.month)
        #expect((open.count(.matched), open.count(.theirsOnly)) == (3, 0))
        _ = try await setup.take(
            [setup.list(5, nil, line: 2), setup.list(1, 1, line: 3)], "members of a fund",
            kind: .members, fund: "csr-2026")
        #expect(try await setup.city.reconciliation(of: Self.month).count(.matched) == 4)
        let different = try await setup.city.reconciliationRows(
            of: Self.month, .different, after: 0, limit: 9)
        #expect(different.isEmpty, "on two lists is not twice on one")
        _ = try await setup.take(
            [setup.list(1, 1, line: 2), setup.list(1, 1, line: 3)], "twice", kind: .members,
            fund: "csr-2026")
        let twice = try await setup.city.reconciliationRows(
            of: Self.month, .different, after: 0, limit: 9)
        #expect(twice.map(\.differences) == [[.twice]])
    }

    @Test func `54,666 people are reconciled and closed`() async throws {
        let count = 54_666
        let setup = try await InsurerCity(.sqlite, people: count, months: 1)
        _ = try await setup.send()
        _ = try await setup.take(
            (0..<count).map { setup.accept($0, $0, line: $0 + 2) }, "answers")
        _ = try await setup.take(
            (26..<count).map { setup.list($0, $0, line: $0 + 2) }, "members", kind: .members)
        let clock = ContinuousClock()
        var start = clock.now
        let open = try await setup.city.reconciliation(of: Self.month)
        print("measured reconciliation of \(count) people: \(clock.now - start)")
        #expect((open.count(.matched), open.count(.oursOnly)) == (count - 26, 26))
        start = clock.now
        _ = try await setup.city.closeReconciliation(
            of: Self.month, ours: open.ourDigest, theirs: open.theirDigest, by: .test())
        print("measured closing of \(count) people: \(clock.now - start)")
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async throws -> [T] {
        var found: [T] = []
        for element in self { found.append(try await body(element)) }
        return found
    }
}
