import Civic
import Programme
import Store
import Testing

@Suite struct RoundTests {
    @Test(arguments: TestEngine.all)
    func `whoever waits is counted by RW and put on the next list once`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let wards = try await setup.city.wards(in: .city, at: setup.at(0))
        let candidates = setup.people.filter {
            $0.standing.outcome != .ineligible && $0.place?.level == .village
        }
        #expect(wards.map(\.waiting).reduce(0, +) == candidates.count)
        for ward in wards {
            let own = candidates.count { $0.place == ward.village && $0.rw == ward.rw }
            #expect((ward.waiting, ward.field, ward.asked) == (own, 0, 0))
        }
        let id = try #require(try await setup.make())
        let round = try await setup.round(id)
        #expect(Set(round.members.map(\.number)) == Set(setup.here.map(\.number)))
        #expect(round.members.map(\.place) == Array(1...setup.here.count))
        #expect(round.members.map(\.name) == round.members.map(\.name).sorted())
        #expect(round.summary.people == setup.here.count)
        // They stand on a list that is out: another would ask them twice.
        #expect(try await setup.make("b") == nil)
        let after = try await setup.city.wards(in: setup.scope, at: setup.at(1))
        let ward = try #require(after.first { $0.rw == setup.rw })
        #expect((ward.waiting, ward.asked) == (setup.here.count, setup.here.count))
        // When nobody answered in time, they wait for the next list.
        #expect(try await setup.make("c", at: 7 * RoundCity.day) != nil)
        #expect(try await setup.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a list that is asked for twice under one key is made once`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let first = try await setup.make("same")
        #expect(first != nil)
        #expect(try await setup.make("same") == first)
        #expect(try await setup.store.count("confirmation_round") == 1)
        #expect(
            try await setup.city.lastWitness(of: setup.village, rw: setup.rw, in: setup.scope)
                == "Suparman")
    }

    @Test(arguments: TestEngine.all)
    func `only those sent to be checked, when only they are wanted`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let chosen = setup.here[0].number
        _ = try await setup.city.decide(
            [CaseDecision(number: chosen, seen: 0, step: .field)], in: .city, RoundCity.policy,
            by: .test())
        let wards = try await setup.city.wards(in: setup.scope, at: setup.at(0))
        #expect(wards.first { $0.rw == setup.rw }?.field == 1)
        let id = try #require(try await setup.make(isFieldOnly: true))
        #expect(try await setup.round(id).members.map(\.number) == [chosen])
    }

    @Test(arguments: TestEngine.all)
    func `each word is kept, answers the question about work and gives the candidate back`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let sent = setup.here[1].number
        _ = try await setup.city.decide(
            [CaseDecision(number: sent, seen: 0, step: .field)], in: .city, RoundCity.policy,
            by: .test())
        let id = try #require(try await setup.make())
        let members = try await setup.round(id).members
        try #require(members.count >= 3)
        let answers: [Programme.Confirmation.Answer] = [.yes, .no, .unknown]
        let words = members.map { RoundWord(place: $0.place, answer: answers[$0.place % 3]) }
        for _ in 1...2 {
            let after = try await setup.city.answerRound(
                id, words, in: setup.scope, RoundCity.policy, by: setup.act("p"))
            #expect(after?.answered == members.count)
        }
        #expect(try await setup.store.count("confirmation") == members.count)
        for member in members {
            let works = ["witnessed", "not", "-"][member.place % 3]
            #expect(try await setup.standing(member.number) == "open \(works) open")
            let said = try await setup.city.confirmations(about: member.number, in: .city)
            #expect(said.map(\.source) == ["rw"])
            #expect(said.map(\.answer) == [answers[member.place % 3]])
        }
        let events = try await setup.city.caseEvents(about: members[2].number, in: .city)
        #expect(events.last?.witness == "RW 00\(setup.rw) Suparman")
        #expect(try await setup.round(id).summary.state(at: setup.at(1)) == .complete)
        // Whoever was answered waits no longer, not even when the RW did not know.
        let wards = try await setup.city.wards(in: setup.scope, at: setup.at(1))
        #expect(!wards.contains { $0.rw == setup.rw })
        let verbs = try await setup.city.events(before: nil, limit: 900).map(\.verb)
        #expect(verbs.count { $0 == "confirmation" } == members.count)
        #expect(verbs.count { $0 == "round.make" } == 1)
        #expect(verbs.count { $0 == "round.complete" } == 1)
        #expect(try await setup.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `the last word counts and all are kept; the same word again is none`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let member = try #require(try await setup.round(id).members.first)
        for (step, answer) in [Programme.Confirmation.Answer.yes, .yes, .no, .unknown, .yes]
            .enumerated()
        {
            _ = try await setup.city.answerRound(
                id, [RoundWord(place: member.place, answer: answer)], in: setup.scope,
                RoundCity.policy, by: setup.act("\(step)"))
        }
        #expect(try await setup.store.count("confirmation") == 4)
        #expect(try await setup.standing(member.number) == "open witnessed open")
        let works = try await setup.city.caseEvents(about: member.number, in: .city).map(\.work)
        #expect(works == [.witnessed, .not, nil, .witnessed])
    }

    @Test(arguments: TestEngine.all)
    func `a no to somebody approved makes a conflict`(_ kind: TestEngine) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let member = try #require(try await setup.round(id).members.first)
        _ = try await setup.city.decide(
            [CaseDecision(number: member.number, seen: 0, step: .approve, work: .known)],
            in: .city, RoundCity.policy, by: .test())
        _ = try await setup.city.answerRound(
            id, [RoundWord(place: member.place, answer: .no)], in: setup.scope, RoundCity.policy,
            by: setup.act("n"))
        #expect(try await setup.standing(member.number) == "approved known conflict")
        #expect(
            try await setup.city.caseEvents(about: member.number, in: .city).map(\.actor)
                == ["ratna"])
    }

    @Test(arguments: TestEngine.all)
    func `a list elsewhere is as good as none`(_ kind: TestEngine) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let other = Scope.areas(SampleCity.villages.filter { $0 != setup.village })
        for scope in [other, .agency("transport"), .areas([PlaceCode]())] {
            #expect(try await setup.city.round(id, in: scope) == nil)
            #expect(try await setup.city.rounds(in: scope).isEmpty)
            #expect(
                try await setup.city.answerRound(
                    id, [RoundWord(place: 1, answer: .yes)], in: scope, RoundCity.policy,
                    by: setup.act("x")) == nil)
            #expect(
                try await setup.city.issueRoundLink(id, in: scope, days: 7, by: setup.act("y"))
                    == .unknown)
            #expect(try await !setup.city.revokeRoundLink(id, in: scope, by: setup.act(nil)))
            #expect(try await !setup.city.closeRound(id, in: scope, by: setup.act(nil)))
            #expect(try await setup.make("z", in: scope, at: 8 * RoundCity.day) == nil)
        }
        #expect(try await setup.city.rounds(in: .areas([setup.village.district])).map(\.id) == [id])
        #expect(try await setup.store.count("confirmation") == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a closed list takes no answers, and its people wait again`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        for _ in 1...2 {
            #expect(try await setup.city.closeRound(id, in: setup.scope, by: setup.act(nil)))
        }
        await expectProblem("round-closed") {
            try await setup.city.answerRound(
                id, [RoundWord(place: 1, answer: .yes)], in: setup.scope, RoundCity.policy,
                by: setup.act("late"))
        }
        await expectProblem("round-closed") {
            try await setup.city.issueRoundLink(
                id, in: setup.scope, days: 7, by: setup.act("late"))
        }
        #expect(try await setup.make("again") != nil)
        let verbs = try await setup.city.events(before: nil, limit: 50).map(\.verb)
        #expect(verbs.count { $0 == "round.close" } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `whoever is erased or has moved stands on no list`(_ kind: TestEngine) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let members = try await setup.round(id).members
        try #require(members.count >= 3)
        _ = try await setup.city.erase(
            .number(members[0].number),
            noting: ErasureList(besideKey: setup.store.key.path), by: setup.act(nil))
        let elsewhere = try #require(SampleCity.villages.first { $0 != setup.village })
        try await setup.store.tamper(
            """
            UPDATE verification_case SET village = '\(elsewhere)'
            WHERE number = '\(members[1].number.text)'
            """)
        let after = try await setup.round(id)
        #expect(after.members == Array(members.dropFirst(2)))
        #expect(after.summary.people == members.count - 2)
        let kept = try await setup.city.answerRound(
            id, [RoundWord(place: 1, answer: .yes), RoundWord(place: 2, answer: .yes)],
            in: setup.scope, RoundCity.policy, by: setup.act("gone"))
        #expect(kept?.answered == 0)
        #expect(try await setup.store.count("confirmation") == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a list outlives the next import`(_ kind: TestEngine) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let before = try await setup.round(id)
        _ = try await setup.city.answerRound(
            id, [RoundWord(place: 2, answer: .yes)], in: setup.scope, RoundCity.policy,
            by: setup.act("q"))
        let again = SampleCity(reversing: SampleCity(people: 900, seed: 11))
        try await setup.city.importRun(
            again.run(verifiedBy: RoundCity.policy), by: .test("again"))
        let after = try await setup.round(id)
        #expect(after.members.map(\.number) == before.members.map(\.number))
        #expect(after.members.map(\.name) == before.members.map(\.name))
        #expect(after.summary.answered == 1)
        #expect(
            try await setup.standing(before.members[1].number) == "open witnessed open")
    }
}
