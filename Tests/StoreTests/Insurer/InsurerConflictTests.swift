import Civic
import Programme
import Testing

@testable import Store

/// Two answers that contradict each other are settled once, and neither is overwritten.
@Suite struct InsurerConflictTests {
    private static let month = InsurerCity.january

    /// Everybody is sent, the first rows are taken in, then those that contradict them.
    private func setup(
        _ kind: TestEngine, people: Int = 4, _ first: (InsurerCity) -> [InsurerRow],
        _ second: (InsurerCity) -> [InsurerRow]
    ) async throws -> (city: InsurerCity, file: Int) {
        let setup = try await InsurerCity(kind, people: people)
        _ = try await setup.send()
        _ = try await setup.take(first(setup), "one")
        return (setup, try await setup.take(second(setup), "two").file)
    }

    private func open(_ setup: InsurerCity) async throws -> [InsurerConflict] {
        try await setup.city.insurerConflicts(
            after: ConflictName(file: 0, line: 0), limit: 100)
    }

    private func settle(
        _ setup: InsurerCity, _ conflict: InsurerConflict, _ choice: AnswerChoice,
        key: String? = nil, version: Int? = nil, in month: Month = month
    ) async throws {
        try await setup.city.settleInsurerConflict(
            conflict.id, choice, because: "Kata cabang", version: version ?? conflict.version,
            in: month, by: .test(key))
    }

    private func pile(_ setup: InsurerCity, _ index: Int) async throws -> String {
        for pile in Pile.allCases {
            let rows = try await setup.city.reconciliationRows(
                of: Self.month, .pile(pile), after: 0, limit: 100)
            let row = rows.first { $0.number == setup.people[index].number }
            guard let row else { continue }
            return ([pile.rawValue, row.cause?.rawValue ?? "-"] + row.differences.map(\.rawValue))
                .joined(separator: " ")
        }
        return "-"
    }

    @Test(arguments: TestEngine.all)
    func `both answers are shown with file and line, and the later one can hold`(
        _ kind: TestEngine
    ) async throws {
        let (setup, file) = try await setup(
            kind, { [$0.accept(1, 1, line: 5)] },
            { [$0.accept(1, 7, line: 9, from: InsurerCity.start + 1)] })
        let conflict = try #require(try await open(setup).first)
        #expect(conflict.kind == .otherParticipant && conflict.mayHold)
        #expect((conflict.held?.line, conflict.held?.fileName) == (5, "one.xlsx"))
        #expect((conflict.later.file, conflict.later.line) == (file, 9))
        #expect(conflict.nik == setup.people[1].nik)
        try await settle(setup, conflict, .later)
        #expect(try await setup.standing(1) == "active 26000000007 - pp")
        #expect(try await open(setup).isEmpty)
        #expect(try await setup.city.insurerConflictCount() == 0)
        #expect(try await setup.effects(file) == ["conflict other-participant"])
        let line = try await setup.city.insurerLines(
            of: file, [.conflict], after: 0, limit: 1
        ).first
        #expect(line?.choice == .later)
        #expect(try await pile(setup, 1) == "matched -", "by what was settled")
        let record = try #require(
            try await setup.city.member(setup.people[1].number, in: .city))
        #expect(record.events.map(\.event) == ["enrol", "accept", "settle"])
        #expect(record.member.activeFrom == InsurerCity.start + 1)
        #expect(try await setup.city.membersAtOdds().isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `what is known can hold, once`(_ kind: TestEngine) async throws {
        let (setup, file) = try await setup(
            kind, { [$0.accept(1, 1, line: 2)] }, { [$0.refuse(1, "A4", line: 2)] })
        let conflict = try #require(try await open(setup).first)
        try await settle(setup, conflict, .held, key: "k")
        let events = try await setup.store.count("member_event")
        // Sent again it does nothing; by another form it is too late.
        try await settle(setup, conflict, .held, key: "k")
        #expect(try await setup.store.count("member_event") == events)
        await expectProblem("insurer-conflict-gone") {
            try await settle(setup, conflict, .later, key: "l")
        }
        #expect(try await setup.standing(1) == "active 26000000001 - pp")
        let figures = try #require(try await setup.city.insurerFile(file)).figures
        #expect((figures.count(.conflict), figures.conflicts) == (1, 0))
        await #expect(throws: Problem.self) {
            try await setup.store.tamper("DELETE FROM member_event WHERE event = 'keep-answer'")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a refusal that holds lets the money go, and an acceptance takes it back`(
        _ kind: TestEngine
    ) async throws {
        let (setup, _) = try await setup(
            kind, { [$0.accept(0, 1, line: 2), $0.refuse(1, "A4", line: 3)] },
            { [$0.refuse(0, "A7", line: 2), $0.accept(1, 2, line: 3)] })
        #expect(try await pile(setup, 1) == "refused refused")
        let before = try #require(try await setup.city.funds().first).committed
        let conflicts = try await open(setup)
        #expect(conflicts.map(\.kind) == [.refusedAfterAcceptance, .acceptedAfterRefusal])
        try await settle(setup, conflicts[0], .later)
        #expect(try await setup.standing(0) == "refused - A7 vv")
        #expect(
            try await setup.city.funds().first?.committed == before - InsurerCity.price * 2)
        try await settle(setup, conflicts[1], .later)
        #expect(try await setup.standing(1) == "active 26000000002 - pp")
        #expect(try await setup.city.funds().first?.committed == before)
        #expect(try await setup.city.checkLedger().fault == nil)
        #expect(try await pile(setup, 0) == "refused refused")
        #expect(try await pile(setup, 1) == "matched -")
        #expect(try await setup.city.membersAtOdds().isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `a number goes to whose it is, and whoever had it waits again`(
        _ kind: TestEngine
    ) async throws {
        let (setup, _) = try await setup(
            kind, { [$0.accept(0, 1, line: 2)] }, { [$0.accept(1, 1, line: 2)] })
        #expect(try await pile(setup, 1) == "ours-only disputed")
        let conflict = try #require(try await open(setup).first)
        #expect(conflict.holder?.number == setup.people[0].number)
        #expect(conflict.held?.fileName == "one.xlsx", "the holder's answer")
        try await settle(setup, conflict, .later)
        #expect(try await setup.standing(1) == "active 26000000001 - pp")
        #expect(try await setup.standing(0) == "enrolled - - pp")
        #expect(try await pile(setup, 0) == "ours-only unanswered")
        #expect(try await pile(setup, 1) == "matched -")
        #expect(try await setup.city.membersAtOdds().isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `a person leaves the disputed when what is known holds`(_ kind: TestEngine) async throws {
        let (setup, _) = try await setup(
            kind, { [$0.accept(0, 1, line: 2)] }, { [$0.accept(1, 1, line: 2)] })
        let conflict = try #require(try await open(setup).first)
        try await settle(setup, conflict, .held)
        #expect(try await pile(setup, 1) == "ours-only unanswered")
        #expect(try await setup.standing(0) == "active 26000000001 - pp")
    }

    @Test(arguments: TestEngine.all)
    func `nothing is settled in a closed month, and closed months keep their money`(
        _ kind: TestEngine
    ) async throws {
        let (setup, _) = try await setup(
            kind, { [$0.accept(0, 1, line: 2), $0.accept(1, 2, line: 3)] },
            { [$0.refuse(0, "A4", line: 2)] })
        let open = try await setup.city.reconciliation(of: Self.month)
        _ = try await setup.city.closeReconciliation(
            of: Self.month, ours: open.ourDigest, theirs: open.theirDigest, by: .test())
        let conflict = try #require(try await self.open(setup).first)
        await expectProblem("month-closed") { try await settle(setup, conflict, .later) }
        #expect(try await setup.standing(0) == "active 26000000001 - pp")
        try await settle(setup, conflict, .later, in: Self.month + 1)
        #expect(try await setup.standing(0) == "refused - A4 pv")
        let closed = try await setup.city.reconciliation(of: Self.month)
        #expect(Pile.allCases.map { closed.count($0) } == Pile.allCases.map { open.count($0) })
        #expect(closed.ourDigest == open.ourDigest)
    }

    @Test(arguments: TestEngine.all)
    func `what has moved since it was shown is not settled`(_ kind: TestEngine) async throws {
        let (setup, _) = try await setup(
            kind, { [$0.accept(0, 1, line: 2)] },
            { [$0.accept(0, 7, line: 2), $0.accept(0, 8, line: 3)] })
        let conflicts = try await open(setup)
        try await settle(setup, conflicts[0], .later)
        await expectProblem("insurer-conflict-moved") {
            try await settle(setup, conflicts[1], .later)
        }
        #expect(try await setup.standing(0) == "active 26000000007 - pp")
        try await settle(setup, try #require(try await open(setup).first), .later)
        #expect(try await setup.standing(0) == "active 26000000008 - pp")
    }
}
