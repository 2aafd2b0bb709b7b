import Civic
import Programme
import Testing

@testable import Store

/// Months that were paid although cover had ended are asked for once, and come back once.
@Suite struct RefundTests {
    private static let letter = ChangeCity.day(4, 10)

    /// Months until June are paid; the first member died in March, the second had moved in January
    /// and died in March as well, and the third moved only.
    private func setup(_ kind: TestEngine) async throws -> ChangeCity {
        let setup = try await ChangeCity(kind)
        for month in 0..<6 {
            try await setup.bill(ChangeCity.january + month, month + 1)
            try await setup.pay(month + 1)
        }
        try await setup.note(setup.members[0], ChangeCity.death, ChangeCity.day(3, 5))
        for change in [
            (1, ChangeCity.moved, 1), (1, ChangeCity.death, 3), (2, ChangeCity.moved, 1),
        ] {
            try await setup.note(setup.members[change.0], change.1, ChangeCity.day(change.2, 9))
        }
        return setup
    }

    private func rows(
        _ setup: ChangeCity, _ standing: RefundStanding, in scope: Scope = .city
    ) async throws -> [RefundRow] {
        try await setup.city.refunds(
            ChangeCity.policy, standing: standing, in: scope, limit: 99)
    }

    @discardableResult
    private func settle(
        _ setup: ChangeCity, _ step: RefundStep, _ choice: RefundChoice, on day: Day = letter,
        by actor: String = "sari", key: String? = nil
    ) async throws -> RefundOutcome {
        try await setup.city.settleRefunds(
            RefundDeed(step, choice, on: day, document: "500/7"), ChangeCity.policy, in: .city,
            by: Act(actor: actor, at: ChangeCity.now, key: key))
    }

    private func all(_ months: Int, fund: String? = nil) -> RefundChoice {
        .all(fund: fund, shown: CoverSum(people: months, amount: ChangeCity.price * months))
    }

    @Test(arguments: TestEngine.all)
    func `what was paid beyond a death is to come back, what runs on is not`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await setup(kind)
        let open = try await rows(setup, .open)
        let expected = setup.members.prefix(2).flatMap { number in
            (3...5).map { CoverPlace(number: number, month: ChangeCity.january + $0) }
        }
        #expect(open.map(\.due.place) == expected)
        #expect(open.allSatisfy { $0.due.amount == ChangeCity.price && $0.due.kind == "death" })
        #expect(open.map(\.due.bill) == [4, 5, 6, 4, 5, 6])
        #expect(open.map(\.due.change) == [1, 1, 1, 3, 3, 3])
        let waiting = try await setup.city.waitingRefunds(ChangeCity.policy, in: .city)
        #expect(waiting.count == 6)
        #expect(waiting.oldest == Day.jakarta(at: ChangeCity.now))
        #expect(
            try await setup.city.refundSums(ChangeCity.policy, in: .city) == [
                RefundSum(
                    standing: .open, fund: ChangeCity.fund,
                    sum: CoverSum(people: 6, amount: ChangeCity.price * 6))
            ])
        let elsewhere = Scope.areas([SampleCity.villages[4]])
        #expect(try await rows(setup, .open, in: elsewhere).isEmpty)
        #expect(
            try await setup.city.waitingRefunds(ChangeCity.policy, in: elsewhere).count == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a month is asked for and comes back once, and whoever comes second is told`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await setup(kind)
        let open = try await rows(setup, .open).map(\.due.place)
        for _ in 0..<2 {
            try await settle(setup, .ask, .some(Array(open.prefix(3))), key: "a")
        }
        #expect(try await rows(setup, .asked).map(\.due.place) == Array(open.prefix(3)))
        let second = try await settle(
            setup, .ask, .some(Array(open.prefix(4))), by: "tono", key: "b")
        #expect(second.done == CoverSum(people: 1, amount: ChangeCity.price))
        #expect(second.passed.map(\.place) == Array(open.prefix(3)))
        #expect(second.passed.allSatisfy { $0.due?.asked?.actor == "sari" })
        try await setup.checkInsurer()
        for _ in 0..<2 { try await settle(setup, .receive, all(4), key: "c") }
        let done = try await rows(setup, .received)
        #expect(Set(done.map(\.due.place)) == Set(open.prefix(4)))
        #expect(done.allSatisfy { $0.due.done?.document == "500/7" })
        #expect(try await setup.states(setup.members[0]) == "$$$rrrvvvvvv")
        let again = try await settle(setup, .receive, .some([open[0]]), by: "tono")
        #expect(again.done == CoverSum())
        #expect(again.passed.map(\.due?.standing) == [.received])
        try await setup.checkMoney()
        try await setup.checkInsurer()
        #expect(try await setup.city.membersAtOdds() == [])
        let verbs = try await setup.city.events(before: nil, limit: 99).map(\.verb)
        #expect(verbs.count { $0 == "refund.ask" } == 2)
        #expect(verbs.count { $0 == "refund.receive" } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `money is taken off a bill of the same fund that was paid, and no other`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await setup(kind)
        try await settle(setup, .ask, all(6))
        try await setup.bill(ChangeCity.january + 6, 7)
        for bill in [7, 99] {
            await expectProblem("refund-bill") {
                try await settle(setup, .credit(bill: bill), all(6))
            }
        }
        try await setup.pay(7)
        // Three members are left: fewer than six months were paid by that bill.
        await expectProblem("refund-bill-amount") {
            try await settle(setup, .credit(bill: 7), all(6))
        }
        let april = try await rows(setup, .asked).map(\.due.place).filter {
            $0.month == ChangeCity.january + 3
        }
        try await settle(setup, .credit(bill: 7), .some(april))
        #expect(try await rows(setup, .credited).map(\.due.credit) == [7, 7])
        #expect(try await setup.city.creditOnBill(7) == ChangeCity.price * 2)
        #expect(try await setup.city.paidBills(of: ChangeCity.fund).map(\.id).contains(7))
        try await setup.checkMoney()
        try await setup.checkInsurer()
    }

    @Test(arguments: TestEngine.all)
    func `a list that changed, a day out of order and an empty choice are refused`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await setup(kind)
        await expectProblem("refund-moved") { try await settle(setup, .ask, all(5)) }
        await expectProblem("refund-none") { try await settle(setup, .ask, .some([])) }
        await expectProblem("refund-none") { try await settle(setup, .receive, all(0)) }
        await expectProblem("refund-day") {
            try await settle(setup, .ask, all(6), on: Day.jakarta(at: ChangeCity.now) + 1)
        }
        try await settle(setup, .ask, all(6, fund: ChangeCity.fund))
        await expectProblem("refund-before-request") {
            try await settle(setup, .receive, all(6), on: Self.letter + -1)
        }
        #expect(try await setup.store.count("cover_refund") == 6)
        try await setup.checkInsurer()
    }

    @Test(arguments: TestEngine.all)
    func `a change stands as long as the insurer is asked for money because of it`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await setup(kind)
        let places = try await rows(setup, .open).map(\.due.place).filter {
            $0.number == setup.members[0]
        }
        try await settle(setup, .ask, .some(places))
        #expect(try await setup.city.change(1, in: .city)?.mayBeTakenBack == false)
        await expectProblem("change-refund") {
            try await setup.city.takeBackChange(1, in: .city, by: setup.act("t"))
        }
        await expectProblem("change-refund") {
            try await setup.city.correctChange(
                1, to: ChangeCity.day(4, 2), ChangeCity.policy, in: .city, by: setup.act("d"))
        }
        // What was typed in for a bill does not take what the list has asked for.
        let typed = try await setup.city.refund(
            [setup.members[0]], of: 4, note: "surat", by: setup.act("r"))
        #expect(typed == CoverSum())
        try await settle(setup, .withdraw, .some(places))
        #expect(try await rows(setup, .asked).isEmpty)
        #expect(try await setup.city.takeBackChange(1, in: .city, by: setup.act("u")))
        #expect(try await rows(setup, .open).allSatisfy { $0.member.number == setup.members[1] })
        #expect(try await setup.city.membersAtOdds() == [])
    }
}
