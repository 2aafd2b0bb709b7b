import Civic
import Programme
import Testing

@testable import Store

@Suite struct RoundLinkTests {
    private static let policy = RoundCity.policy

    @Test(arguments: TestEngine.all)
    func `a link asks for its code, then shows the list in that browser only`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let link = try await setup.link(id)
        #expect(link.token.utf8.count == 43)
        #expect(link.code.utf8.count == 4)
        let door = try await setup.city.roundDoor(
            link.token, session: nil, Self.policy, at: setup.at(1))
        #expect(door == .shut(left: nil))
        let session = try await setup.browser(link)
        for (bearer, isOpen) in [(session, true), (session + "x", false), ("", false)] {
            let door = try await setup.city.roundDoor(
                link.token, session: bearer, Self.policy, at: setup.at(2))
            let sees = if case .open(let round, _) = door { round.summary.id == id } else { false }
            #expect(sees == isOpen)
        }
        #expect(
            try await setup.city.roundDoor(
                link.token + "A", session: session, Self.policy, at: setup.at(2)) == .unknown)
    }

    @Test(arguments: TestEngine.all)
    func `neither link, code nor session stands in the store`(_ kind: TestEngine) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let link = try await setup.link(id)
        let session = try await setup.browser(link)
        let rows = try await setup.store.engine.read { reader throws(Problem) in
            try reader.all("SELECT token_hash, code_mark FROM round_link") { fields in
                (fields.bytes(), fields.bytes())
            }
        }
        let (hash, mark) = try #require(rows.first)
        #expect(!hash.elementsEqual(Array(link.token.utf8)))
        // Somebody with the store alone tries all codes, without the link.
        for code in [link.code] {
            for guess in ["", Hexadecimal.text(hash), session] {
                #expect(RoundLinkTable.mark(of: code, guess) != mark)
            }
        }
        #expect(RoundLinkTable.mark(of: link.code, link.token) == mark)
        for event in try await setup.city.events(before: nil, limit: 99) {
            let text = "\(event)"
            #expect(!text.contains(link.token) && !text.contains("Suparman"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `wrong codes count down to a lock, for whoever has the right one too`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let link = try await setup.link(id)
        let inside = try await setup.browser(link)
        let wrong = setup.wrong(link)
        for left in [3, 2, 1] {
            let opening = try await setup.city.openRound(
                link.token, code: wrong, Self.policy, at: setup.at(2))
            #expect(opening == .wrong(left: left))
            let door = try await setup.city.roundDoor(
                link.token, session: nil, Self.policy, at: setup.at(2))
            #expect(door == .shut(left: left))
        }
        for code in [wrong, link.code, wrong] {
            let opening = try await setup.city.openRound(
                link.token, code: code, Self.policy, at: setup.at(2))
            #expect(opening == .refused(.locked))
        }
        // Whoever is in already goes on.
        let kept = try await setup.city.answerRound(
            link.token, session: inside, [RoundWord(place: 1, answer: .yes)], Self.policy,
            at: setup.at(3), key: nil)
        #expect(kept?.answered == 1)
        let renewed = try await setup.link(id, "renewed", at: 4)
        let opening = try await setup.city.openRound(
            renewed.token, code: renewed.code, Self.policy, at: setup.at(5))
        let isOpened = if case .opened = opening { true } else { false }
        #expect(isOpened)
        let verbs = try await setup.city.events(before: nil, limit: 99).map(\.verb)
        #expect(verbs.count { $0 == "round.lock" } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `of a thousand who try codes at once no more than four are heard`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let link = try await setup.link(id)
        let wrong = setup.wrong(link)
        let openings = try await withThrowingTaskGroup(of: RoundOpening.self) { group in
            for _ in 0..<1000 {
                group.addTask {
                    try await setup.city.openRound(
                        link.token, code: wrong, Self.policy, at: setup.at(1))
                }
            }
            return try await group.reduce(into: [RoundOpening]()) { $0.append($1) }
        }
        for left in [3, 2, 1] {
            #expect(openings.count { $0 == .wrong(left: left) } == 1)
        }
        #expect(openings.count { $0 == .refused(.locked) } == 997)
    }

    @Test(arguments: TestEngine.all)
    func `a link ends after its days, when it is renewed, taken back or its list closed`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let link = try await setup.link(id)
        let session = try await setup.browser(link)
        func door(_ link: IssuedRoundLink, at time: Int64) async throws -> RoundDoor {
            try await setup.city.roundDoor(
                link.token, session: session, Self.policy, at: setup.at(time))
        }
        let last = 7 * RoundCity.day - 1
        let inTime = try await door(link, at: last)
        let isOpen = if case .open = inTime { true } else { false }
        #expect(isOpen)
        #expect(try await door(link, at: last + 1) == .expired)
        #expect(
            try await setup.city.openRound(
                link.token, code: link.code, Self.policy, at: setup.at(last + 1))
                == .refused(.expired))
        let second = try await setup.link(id, "second", at: 9)
        #expect(try await door(link, at: 10) == .replaced)
        #expect(try await door(second, at: 10) == .shut(left: nil))
        #expect(
            try await setup.city.issueRoundLink(
                id, in: setup.scope, days: 7, by: setup.act("second", 9)) == .repeated)
        #expect(try await setup.city.revokeRoundLink(id, in: setup.scope, by: setup.act(nil)))
        #expect(try await door(second, at: 11) == .replaced)
        #expect(try await setup.round(id).link == nil)
        let third = try await setup.link(id, "third", at: 12)
        #expect(try await setup.city.closeRound(id, in: setup.scope, by: setup.act(nil)))
        #expect(try await door(third, at: 13) == .replaced)
        #expect(
            try await setup.city.answerRound(
                third.token, session: session, [RoundWord(place: 1, answer: .yes)], Self.policy,
                at: setup.at(13), key: nil) == nil)
        #expect(try await setup.store.count("confirmation") == 0)
    }

    @Test(arguments: TestEngine.all)
    func `two telephones tap one list, and a tap sent again counts once`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        let link = try await setup.link(id)
        let phones = [try await setup.browser(link), try await setup.browser(link)]
        let members = try await setup.round(id).members
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (phone, answer) in zip(phones, [Programme.Confirmation.Answer.yes, .no]) {
                group.addTask {
                    for member in members {
                        for _ in 1...2 {
                            _ = try await setup.city.answerRound(
                                link.token, session: phone,
                                [RoundWord(place: member.place, answer: answer)], Self.policy,
                                at: setup.at(5), key: "\(answer)-\(member.place)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await setup.store.count("confirmation") == 2 * members.count)
        for member in try await setup.round(id).members {
            let said = try await setup.city.confirmations(about: member.number, in: .city)
            #expect(said.map(\.answer) == [member.answer])
            let work = member.answer == .yes ? "witnessed" : "not"
            #expect(try await setup.standing(member.number) == "open \(work) open")
        }
        #expect(try await setup.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `browsers of links that have expired are swept`(_ kind: TestEngine) async throws {
        let setup = try await RoundCity(kind)
        let id = try #require(try await setup.make())
        _ = try await setup.browser(try await setup.link(id))
        #expect(try await setup.city.sweepSessions(at: setup.at(6 * RoundCity.day)) == 0)
        #expect(try await setup.city.sweepSessions(at: setup.at(7 * RoundCity.day)) == 1)
    }
}
