import Civic
import Programme
import Testing

@testable import Store

/// A claim goes its steps in order, and is late when the next one does not follow.
@Suite struct ClaimTests {
    private static let today = Day.jakarta(at: ChangeCity.now)

    /// A city in which the first member died on 10 March.
    private func setup(_ kind: TestEngine) async throws -> (ChangeCity, claim: Int) {
        let setup = try await ChangeCity(kind)
        let noted = try await setup.note(
            setup.members[0], ChangeCity.death, ChangeCity.day(3, 10))
        return (setup, try #require(noted.claim))
    }

    @discardableResult
    private func step(
        _ setup: ChangeCity, _ claim: Int, _ step: ClaimStep, on day: Day = today,
        due: Day? = nil, amount: Rupiah? = nil, in scope: Scope = .city, key: String? = nil
    ) async throws -> Bool {
        try await setup.city.noteClaimStep(
            NewClaimStep(step, on: day, note: "TT-1", amount: amount, due: due), of: claim,
            in: scope, by: setup.act(key))
    }

    private func waiting(_ setup: ChangeCity, _ day: Day = today) async throws -> [Int] {
        [
            try await setup.city.waitingClaims(in: .city).count,
            try await setup.city.overdueClaims(on: day, in: .city).count,
        ]
    }

    @Test(arguments: TestEngine.all)
    func `each step follows the last, once, until the heirs are paid`(
        _ kind: TestEngine
    ) async throws {
        let (setup, claim) = try await setup(kind)
        #expect(try await waiting(setup) == [1, 0])
        await expectProblem("claim-step") { try await step(setup, claim, .sent) }
        for _ in 0..<2 {
            #expect(
                try await step(setup, claim, .asked, due: Self.today + 7, key: "a") == true)
        }
        #expect(try await waiting(setup, Self.today + 7) == [0, 0])
        #expect(try await waiting(setup, Self.today + 8) == [0, 1])
        await expectProblem("claim-day") {
            try await step(setup, claim, .sent, on: Self.today + 1)
        }
        await expectProblem("claim-day") {
            try await step(setup, claim, .sent, on: Self.today + -1)
        }
        try await step(setup, claim, .sent, due: Self.today + 3)
        try await step(setup, claim, .refused, due: Self.today + 7)
        try await step(setup, claim, .sent, due: Self.today + 3)
        try await step(setup, claim, .paid, amount: Rupiah(42_000_000))
        #expect(try await waiting(setup, Self.today + 99) == [0, 0])
        await expectProblem("claim-step") { try await step(setup, claim, .closed) }
        let record = try #require(try await setup.city.claim(claim, in: .city))
        #expect(record.steps.map(\.step) == [.asked, .sent, .refused, .sent, .paid])
        #expect(record.steps.last?.amount == Rupiah(42_000_000))
        #expect(record.summary.step == .paid && !record.summary.isWaiting)
        #expect(try await setup.city.membersAtOdds() == [])
    }

    @Test(arguments: TestEngine.all)
    func `a death is not taken back while the insurer has the claim`(
        _ kind: TestEngine
    ) async throws {
        let (setup, claim) = try await setup(kind)
        try await step(setup, claim, .asked)
        try await step(setup, claim, .sent)
        await expectProblem("change-claim") {
            try await setup.city.takeBackChange(1, in: .city, by: setup.act("t"))
        }
        try await step(setup, claim, .refused)
        try await step(setup, claim, .closed)
        #expect(try await setup.city.takeBackChange(1, in: .city, by: setup.act("u")))
        await expectProblem("claim-step") { try await step(setup, claim, .asked) }
        // The same death is noted again: the claim begins anew.
        let again = try await setup.note(
            setup.members[0], ChangeCity.death, ChangeCity.day(3, 11))
        #expect(again.claim == claim)
        #expect(try await waiting(setup) == [1, 0])
        try await step(setup, claim, .asked)
        let record = try #require(try await setup.city.claim(claim, in: .city))
        #expect(
            record.steps.map(\.step) == [.asked, .sent, .refused, .closed, .reopened, .asked])
    }

    @Test(arguments: TestEngine.all)
    func `nobody notes steps of claims of another kelurahan`(_ kind: TestEngine) async throws {
        let (setup, claim) = try await setup(kind)
        let elsewhere = Scope.areas([SampleCity.villages[4]])
        #expect(try await step(setup, claim, .asked, in: elsewhere) == false)
        #expect(try await setup.city.claim(claim, in: elsewhere) == nil)
        #expect(try await setup.city.waitingClaims(in: elsewhere).count == 0)
        #expect(try await setup.store.count("claim_step") == 0)
    }
}
