import Civic
import Programme
import Testing

@testable import Store

/// Members end with their months, their money and the claim, and an end can be taken back.
@Suite struct ChangeNotingTests {
    @Test(arguments: TestEngine.all)
    func `a death in a paid month keeps that month and opens a claim`(_ kind: TestEngine)
        async throws
    {
        let setup = try await ChangeCity(kind)
        for month in 0..<3 {
            try await setup.bill(ChangeCity.january + month, month + 1)
            try await setup.pay(month + 1)
        }
        let number = setup.members[0]
        let noted = try await setup.note(number, ChangeCity.death, ChangeCity.day(3, 2))
        let member = try await setup.member(number)
        #expect(member.state == .ended)
        #expect(member.endedMonth == ChangeCity.january + 3)
        #expect(member.cause == "A13")
        #expect(try await setup.states(number) == "$$$vvvvvvvvv")
        let claims = try await setup.city.claims(in: .city, limit: 9)
        #expect(claims.map(\.number) == [number])
        #expect(claims.first?.id == noted.claim)
        #expect(claims.first?.due == Day.jakarta(at: ChangeCity.now) + 3)
        #expect(try await setup.city.waitingClaims(in: .city).count == 1)
        let record = try #require(try await setup.city.change(noted.id, in: .city))
        #expect(record.released.count == 9)
        #expect(record.mayBeTakenBack)
        try await setup.checkMoney()
    }

    @Test(arguments: TestEngine.all)
    func `a death that is told twice is noted once`(_ kind: TestEngine) async throws {
        let setup = try await ChangeCity(kind)
        let number = setup.members[1]
        let first = try await setup.note(
            number, ChangeCity.death, ChangeCity.day(3, 2), key: "a")
        for key in ["a", "b", nil] {
            let again = try await setup.note(
                number, ChangeCity.death, ChangeCity.day(3, 5), key: key)
            #expect(again == first)
        }
        #expect(try await setup.store.count("claim") == 1)
        #expect(try await setup.store.count("member_change") == 1)
        #expect(try await setup.city.member(number, in: .city)?.events.count == 2)
    }

    @Test(arguments: TestEngine.all)
    func `every death opens a claim, of those who had left as well`(_ kind: TestEngine)
        async throws
    {
        let setup = try await ChangeCity(kind)
        try await setup.bill(ChangeCity.january, 1)
        try await setup.pay(1)
        let number = setup.members[2]
        try await setup.note(number, ChangeCity.moved, ChangeCity.day(3, 10))
        #expect(try await setup.states(number) == "$--vvvvvvvvv")
        let noted = try await setup.note(number, ChangeCity.death, ChangeCity.day(2, 20))
        #expect(noted.claim != nil)
        let member = try await setup.member(number)
        #expect(member.cause == "A1")
        #expect(member.endedMonth == ChangeCity.january + 1)
        #expect(try await setup.states(number) == "$vvvvvvvvvvv")
        try await setup.checkMoney()
        #expect(try await setup.city.takeBackChange(noted.id, in: .city, by: setup.act("t")))
        #expect(try await setup.member(number).endedMonth == ChangeCity.january + 3)
        #expect(try await setup.city.waitingClaims(in: .city).count == 0)
        try await setup.checkMoney()
    }

    @Test(arguments: TestEngine.all)
    func `what is taken back gives months and money again`(_ kind: TestEngine) async throws {
        let setup = try await ChangeCity(kind)
        let number = setup.members[3]
        let before = try #require(try await setup.city.member(number, in: .city))
        let money = try await setup.city.funds()
        let noted = try await setup.note(number, ChangeCity.moved, ChangeCity.day(4, 1))
        #expect(try await setup.city.funds() != money)
        #expect(try await setup.city.takeBackChange(noted.id, in: .city, by: setup.act("t")))
        let after = try #require(try await setup.city.member(number, in: .city))
        #expect(after.member.state == .active)
        #expect(after.member.cause == nil)
        #expect(after.months == before.months)
        #expect(after.events.map(\.event) == ["accept", "end", "restore"])
        #expect(try await setup.city.funds().first?.committed == money.first?.committed)
        // Once more does nothing, and a second end works like the first.
        #expect(try await setup.city.takeBackChange(noted.id, in: .city, by: setup.act("u")))
        try await setup.note(number, ChangeCity.moved, ChangeCity.day(4, 2))
        #expect(try await setup.states(number) == "----vvvvvvvv")
        try await setup.checkMoney()
    }

    @Test(arguments: TestEngine.all)
    func `the day of a change can be put right`(_ kind: TestEngine) async throws {
        let setup = try await ChangeCity(kind)
        let number = setup.members[0]
        let noted = try await setup.note(number, ChangeCity.death, ChangeCity.day(2, 2))
        for (month, text) in [(4, "---vvvvvvvvv"), (1, "vvvvvvvvvvvv"), (3, "--vvvvvvvvvv")] {
            #expect(
                try await setup.city.correctChange(
                    noted.id, to: ChangeCity.day(month, 2), ChangeCity.policy, in: .city,
                    by: setup.act("c\(month)")))
            #expect(try await setup.states(number) == text)
            #expect(
                try await setup.city.claims(in: .city, limit: 1).first?.day
                    == ChangeCity.day(month, 2))
            try await setup.checkMoney()
        }
        #expect(try await setup.city.takeBackChange(noted.id, in: .city, by: setup.act("t")))
        #expect(try await setup.states(number) == "------------")
        try await setup.checkMoney()
    }

    @Test(arguments: TestEngine.all)
    func `a member ends once`(_ kind: TestEngine) async throws {
        let setup = try await ChangeCity(kind)
        let number = setup.members[0]
        try await setup.note(number, ChangeCity.moved, ChangeCity.day(2, 2))
        await expectProblem("member-left") {
            try await setup.note(number, ChangeCity.moved, ChangeCity.day(2, 3))
        }
        await expectProblem("change-active") {
            try await setup.note(setup.members[1], ChangeCity.refused, ChangeCity.day(2, 3))
        }
        await expectProblem("change-day") {
            try await setup.note(setup.members[1], ChangeCity.moved, ChangeCity.day(4, 16))
        }
        await expectProblem("member-unknown") {
            try await setup.note("BKS-XXXX-00", ChangeCity.moved, ChangeCity.day(2, 3))
        }
        await expectProblem("member-unknown") {
            try await setup.city.noteChange(
                setup.new(setup.members[1], ChangeCity.moved, ChangeCity.day(2, 3)),
                in: .areas([SampleCity.villages[5]]), by: setup.act())
        }
        #expect(try await setup.store.count("member_change") == 1)
    }

    @Test(arguments: TestEngine.all)
    func `an effect that changed since it was shown is not noted`(_ kind: TestEngine)
        async throws
    {
        let setup = try await ChangeCity(kind)
        let shown = NewChange(
            number: setup.members[0], kind: ChangeCity.death, day: ChangeCity.day(3, 2),
            evidence: "x", source: "rw", shown: ChangeCity.january + 2, isReplaced: false,
            due: ChangeCity.day(4, 18))
        try await setup.bill(ChangeCity.january + 2, 3)
        await expectProblem("change-moved") {
            try await setup.city.noteChange(shown, in: .city, by: setup.act("k"))
        }
        #expect(try await setup.store.count("member_change") == 0)
        #expect(try await setup.store.count("claim") == 0)
    }

    @Test(arguments: TestEngine.all)
    func `nothing is taken back that a decree names, or that something came after`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await ChangeCity(kind)
        let number = setup.members[0]
        let noted = try await setup.note(number, ChangeCity.moved, ChangeCity.day(2, 2))
        try await setup.amend([noted.id], "draft")
        await expectProblem("change-in-decree") {
            try await setup.city.takeBackChange(noted.id, in: .city, by: setup.act("t"))
        }
        #expect(try await setup.city.change(noted.id, in: .city)?.summary.standing == .drafted)
        try await setup.store.tamper("UPDATE decree SET state = 'withdrawn' WHERE id = 2")
        #expect(try await setup.city.change(noted.id, in: .city)?.summary.standing == .noted)
        let death = try await setup.note(number, ChangeCity.death, ChangeCity.day(2, 3))
        await expectProblem("change-later") {
            try await setup.city.takeBackChange(noted.id, in: .city, by: setup.act("u"))
        }
        #expect(try await setup.city.takeBackChange(death.id, in: .city, by: setup.act("v")))
        await expectProblem("change-later") {
            try await setup.city.takeBackChange(noted.id, in: .city, by: setup.act("w"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `money that was promised to others meanwhile cannot come back`(_ kind: TestEngine)
        async throws
    {
        let setup = try await ChangeCity(kind)
        let noted = try await setup.note(
            setup.members[0], ChangeCity.moved, ChangeCity.day(3, 2))
        let other = CoverBook.Promise(
            number: setup.members[1], month: ChangeCity.january + 20, fund: ChangeCity.fund,
            decree: nil, price: ChangeCity.price)
        let journal = setup.city.journal
        try await setup.store.engine.write { writer throws(Problem) in
            try CoverBook(act: .test(), journal: journal, writer: writer)
                .promise([other], by: "decree 9")
        }
        await expectProblem("ledger-below-zero") {
            try await setup.city.takeBackChange(noted.id, in: .city, by: setup.act("t"))
        }
        #expect(try await setup.member(setup.members[0]).state == .ended)
        try await setup.checkMoney()
    }

    @Test(arguments: TestEngine.all)
    func `tables that contradict each other are found`(_ kind: TestEngine) async throws {
        for (place, statement) in [
            "UPDATE member SET state = 'determined', active_from = NULL WHERE number = '#'",
            "UPDATE cover_month SET state = 'promised' WHERE number = '#' AND state = 'void'",
            "UPDATE member_change SET state = 'taken-back' WHERE number = '#'",
        ].enumerated() {
            let setup = try await ChangeCity(kind)
            let number = setup.members[place]
            if place > 0 {
                try await setup.note(number, ChangeCity.death, ChangeCity.day(3, 2))
            }
            #expect(try await setup.city.membersAtOdds() == [])
            try await setup.store.tamper(statement.replacing("#", with: number))
            #expect(try await setup.city.membersAtOdds() == [number], "\(statement)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `lists are filtered, and show each place its own`(_ kind: TestEngine) async throws {
        let setup = try await ChangeCity(kind)
        for (place, member) in setup.members.prefix(3).enumerated() {
            try await setup.note(
                member, place == 0 ? ChangeCity.death : ChangeCity.moved, ChangeCity.day(2, 2))
        }
        func count(_ change: (inout ChangeFilter) -> Void, _ scope: Scope = .city) async throws
            -> Int
        {
            var filter = ChangeFilter()
            change(&filter)
            let list = try await setup.city.changes(
                matching: filter, in: scope, after: nil, limit: 2)
            #expect(list.changes.count == min(2, list.total))
            return list.total
        }
        #expect(try await count { _ in } == 3)
        #expect(try await count { $0.kind = "death" } == 1)
        #expect(try await count { $0.standing = .noted } == 3)
        #expect(try await count { $0.standing = .amended } == 0)
        #expect(try await count { $0.place = setup.village } == 3)
        #expect(try await count { $0.place = SampleCity.villages[4] } == 0)
        #expect(try await count({ _ in }, .areas([SampleCity.villages[4]])) == 0)
        #expect(try await count({ _ in }, .agency("x")) == 0)
        let found = try await setup.city.members(
            matching: .name("ORA"), in: .areas([setup.village]), limit: 20)
        #expect(found.count == setup.members.count)
        #expect(
            try await setup.city.members(
                matching: .name("ORANG 3"), in: .city, limit: 20
            ).map(\.number) == [setup.members[3]])
        #expect(try await setup.city.members(matching: .name("RANG"), in: .city, limit: 9).isEmpty)
    }
}
