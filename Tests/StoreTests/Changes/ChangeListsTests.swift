import Civic
import Programme
import Testing

@testable import Store

/// Places are filled from the waiting list, and the latest lists say who may have left.
@Suite struct ChangeListsTests {
    @Test(arguments: TestEngine.all)
    func `the next of the same kelurahan takes the place, by the frozen order`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await ChangeCity(kind)
        let here = [0, 2, 4].map { setup.waiting[$0] }
        let there = [1, 3, 5].map { setup.waiting[$0] }
        try await setup.store.tamper(
            """
            UPDATE person SET standing = 'refused', reasons = 'A13', first_reason = 'A13',
            rank = NULL, waiting_place = NULL WHERE number = '\(here[0])'
            """,
            "UPDATE verification_case SET standing = 'open' WHERE number = '\(there[0])'")
        var taken: [String?] = []
        for member in setup.members.prefix(5) {
            let noted = try await setup.note(
                member, ChangeCity.moved, ChangeCity.day(3, 2), isReplaced: true)
            taken.append(noted.replacedBy)
        }
        #expect(taken == [here[1], here[2], there[1], there[2], nil])
        let first = try #require(try await setup.city.change(1, in: .city))
        #expect(first.skipped == [.init(number: here[0], reason: .refused("A13"))])
        let last = try #require(try await setup.city.change(5, in: .city))
        #expect(last.skipped.map(\.reason) == [.refused("A13"), .unverified])
        // A change that is taken back frees whoever would have taken the place.
        #expect(try await setup.city.takeBackChange(2, in: .city, by: setup.act("t")))
        let again = try await setup.note(
            setup.members[5], ChangeCity.death, ChangeCity.day(3, 2), isReplaced: true)
        #expect(again.replacedBy == here[2])
    }

    @Test(arguments: TestEngine.all)
    func `what is shown before is what is done then`(_ kind: TestEngine) async throws {
        let setup = try await ChangeCity(kind)
        let foreseen = try await setup.city.replacement(
            of: setup.members[0], from: ChangeCity.january + 3)
        let noted = try await setup.note(
            setup.members[0], ChangeCity.moved, ChangeCity.day(3, 2), isReplaced: true)
        #expect(noted.replacedBy != nil)
        #expect(foreseen?.number == noted.replacedBy)
        #expect(
            try await setup.city.replacement(
                of: setup.members[1], from: ChangeCity.january + 12) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `changes become lines of an amendment, each once`(_ kind: TestEngine) async throws {
        let setup = try await ChangeCity(kind)
        for (place, member) in setup.members.prefix(3).enumerated() {
            try await setup.note(
                member, place == 0 ? ChangeCity.death : ChangeCity.moved,
                ChangeCity.day(3, 2), isReplaced: place < 2)
        }
        let pending = try await setup.city.pendingAddenda()
        #expect(pending == [PendingAddendum(decree: 1, number: "460/1", changes: 3)])
        let gathered = try await setup.store.engine.write { writer throws(Problem) in
            try AddendumGathering(policy: ChangeCity.policy, writer: writer)
                .lines(of: 1, from: ChangeCity.january + 4)
        }
        #expect(gathered.changes == [1, 2, 3])
        #expect(gathered.lines.map(\.number) == Array(setup.members.prefix(3)))
        #expect(
            gathered.lines.map(\.ended) == [2, 3, 3].map { ChangeCity.january + $0 })
        #expect(gathered.lines.map(\.cause) == ["A13", "A1", "A1"])
        let span = FundedMonths(
            (ChangeCity.january + 4)...(ChangeCity.january + 11), fund: ChangeCity.fund)
        #expect(
            gathered.lines.map { $0.replacement?.number } == [
                setup.waiting[0], setup.waiting[2], nil,
            ])
        #expect(gathered.lines.compactMap { $0.replacement?.funding } == [[span], [span]])
        try await setup.amend(gathered.changes, "in-force")
        #expect(try await setup.city.pendingAddenda().isEmpty)
        let addendum = try #require(try await setup.city.addendum(2))
        #expect((addendum.turn, addendum.lines, addendum.amended) == (1, 5, "460/1"))
        #expect(addendum.added.map(\.replaces).sorted() == setup.members.prefix(2).sorted())
        #expect(addendum.removed.allSatisfy { $0.standing == .amended })
        #expect(try await setup.city.addendum(1) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `an amendment removes whoever left and adds whoever takes the place`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await ChangeCity(kind)
        let (city, policy) = (setup.city, DecreeCity.policy)
        for member in setup.members.prefix(2) {
            try await setup.note(
                member, ChangeCity.death, ChangeCity.day(3, 2), isReplaced: true)
        }
        let id = try await city.draftAddendum(
            of: 1, ChangeCity.policy, policy, by: setup.act("a"))
        #expect(
            try await city.draftAddendum(of: 1, ChangeCity.policy, policy, by: setup.act("a"))
                == id)
        #expect(try await city.pendingAddenda().isEmpty)
        await expectProblem("decree-empty") {
            try await city.draftAddendum(of: 1, ChangeCity.policy, policy, by: setup.act("b"))
        }
        try await city.beginSigning(id, policy, by: setup.act())
        let digest = try #require(try await city.decree(id, policy)?.decree.digest)
        for actor in ["lukman", "ratna", "lukman"] {
            try await city.signOff(
                id, digest: digest, note: nil, policy,
                by: Act(actor: actor, at: ChangeCity.now))
        }
        try await city.numberDecree(
            id, number: "Kep.12/IV/2026", signedOn: .jakarta(at: ChangeCity.now), policy,
            by: setup.act())
        let prices = try CoverPrices(
            months: ChangeCity.january...(ChangeCity.january + 11), sectors: [:]
        ) { _, _, _ in ChangeCity.price }
        try await city.putInForce(id, policy, prices, by: setup.act("f"))
        let stood = try await city.annexBefore(of: id)
        #expect(
            stood.places == [
                setup.waiting[0]: setup.members[0], setup.waiting[2]: setup.members[1],
            ])
        let addendum = try #require(try await city.addendum(id))
        #expect((addendum.state, addendum.turn, addendum.lines) == ("in-force", 1, 4))
        for (member, waiting) in zip(setup.members, [setup.waiting[0], setup.waiting[2]]) {
            let left = try #require(try await city.member(member, in: .city))
            #expect(left.member.state == .ended)
            #expect(left.member.endedMonth == ChangeCity.january + 2)
            #expect(left.events.map(\.event) == ["accept", "end"])
            let new = try #require(try await city.member(waiting, in: .city))
            #expect(new.member.state == .determined)
            #expect(new.months.map(\.month).first == ChangeCity.january + 4)
            #expect(new.months.count == 8)
        }
        try await setup.checkMoney()
        await expectProblem("change-in-decree") {
            try await city.takeBackChange(1, in: .city, by: setup.act("t"))
        }
        #expect(try await city.change(1, in: .city)?.summary.standing == .amended)
    }

    @Test(arguments: TestEngine.all)
    func `standing members whom the lists call dead are proposed, not ended`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await ChangeCity(kind)
        for (place, reasons) in ["A13", "A3;A1", "A14", "A3"].enumerated() {
            try await setup.store.tamper(
                """
                UPDATE person SET standing = 'refused', reasons = '\(reasons)',
                first_reason = 'A3', rank = NULL, waiting_place = NULL
                WHERE number = '\(setup.members[place])'
                """)
        }
        let likely = try await setup.city.likelyChanges(ChangeCity.signs, in: .city, limit: 9)
        #expect(likely.map(\.member.number) == Array(setup.members.prefix(2)))
        #expect(
            likely.map(\.kind) == ["death", "moved"])
        #expect(try await setup.member(setup.members[0]).state == .active)
        #expect(
            try await setup.city.waitingChanges(
                ChangeCity.signs, in: .areas([SampleCity.villages[4]])
            ).count == 0)
        try await setup.note(setup.members[0], ChangeCity.death, ChangeCity.day(3, 2))
        #expect(
            try await setup.city.waitingChanges(ChangeCity.signs, in: .city).count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `a member is found under the number of whoever he was merged into`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await ChangeCity(kind)
        let (old, new) = (setup.members[0], setup.members[1])
        try await setup.store.tamper(
            "INSERT INTO person_alias (number, survivor) VALUES ('\(old)', '\(new)')")
        let records = try await setup.city.members(of: PersonNumber(known: new), in: .city)
        #expect(records.map(\.member.number) == [old, new])
        let found = try await setup.city.members(
            matching: .number(PersonNumber(known: new)), in: .city, limit: 9)
        #expect(found.map(\.number) == [old, new])
    }
}

/// What the lists say wrongly is set aside, and told again when they say something else.
@Suite struct LikelyDismissalTests {
    private static let dead = #"["alive","failed","dead","dukcapil","2026-03-12"]"#
    private static let poor = #"["decile","failed","7","dinsos","2026-03-01"]"#

    private func say(
        _ setup: ChangeCity, _ reasons: String, _ verdicts: [String]
    ) async throws {
        let list = verdicts.joined(separator: ",")
        try await setup.store.tamper(
            """
            UPDATE person SET standing = 'refused', reasons = '\(reasons)', first_reason = 'A3',
            rank = NULL, waiting_place = NULL, evidence = '[\(list)]'
            WHERE number = '\(setup.members[0])'
            """)
    }

    private func likely(_ setup: ChangeCity) async throws -> LikelyChange? {
        let likely = try await setup.city.likelyChanges(ChangeCity.signs, in: .city, limit: 9)
        #expect(
            try await setup.city.waitingChanges(ChangeCity.signs, in: .city).count
                == likely.count)
        return likely.first
    }

    private func dismiss(
        _ setup: ChangeCity, _ likely: LikelyChange, in scope: Scope = .city, key: String
    ) async throws {
        try await setup.city.dismissLikely(
            likely.member.number, kind: likely.kind, evidence: likely.evidence,
            reason: "Orang lain", ChangeCity.signs, in: scope, by: setup.act(key))
    }

    @Test(arguments: TestEngine.all)
    func `the same word stays away, another list brings it back`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await ChangeCity(kind)
        try await say(setup, "A13", [Self.dead])
        let first = try #require(try await likely(setup))
        #expect((first.kind, first.verdicts.map(\.rule)) == ("death", ["alive"]))
        await expectProblem("likely-gone") {
            try await dismiss(
                setup, first, in: .areas([SampleCity.villages[4]]), key: "elsewhere")
        }
        for _ in 0..<2 { try await dismiss(setup, first, key: "a") }
        #expect(try await likely(setup) == nil)
        await expectProblem("likely-dismissed") { try await dismiss(setup, first, key: "b") }
        // What another rule says is nothing new about it.
        try await say(setup, "A3;A13", [Self.poor, Self.dead])
        #expect(try await likely(setup) == nil)
        try await say(setup, "A13", [Self.dead.replacing("03-12", with: "04-12")])
        let later = try #require(try await likely(setup))
        #expect(later.evidence != first.evidence)
        await expectProblem("likely-gone") {
            try await setup.city.dismissLikely(
                later.member.number, kind: "moved", evidence: later.evidence, reason: "x",
                ChangeCity.signs, in: .city, by: setup.act("c"))
        }
        let kept = try await setup.city.likelyDismissals(in: .city, limit: 9)
        #expect(kept.map(\.number) == [setup.members[0]])
        #expect(kept.map(\.reason) == ["Orang lain"] && kept.map(\.actor) == ["ratna"])
        #expect(
            try await setup.city.likelyDismissals(
                in: .areas([SampleCity.villages[4]]), limit: 9
            ).isEmpty)
        #expect(try await setup.city.events(before: nil, limit: 1).first?.verb == "likely.dismiss")
    }

    @Test(arguments: TestEngine.all)
    func `what else the lists say is told when the first is set aside`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await ChangeCity(kind)
        try await say(setup, "A1;A13", [Self.dead])
        try await dismiss(setup, try #require(try await likely(setup)), key: "a")
        #expect(try await likely(setup)?.kind == "moved")
        try await setup.note(setup.members[0], ChangeCity.moved, ChangeCity.day(3, 2))
        #expect(try await likely(setup) == nil)
    }
}
