import Civic
import Programme
import Testing

@testable import Office
@testable import Store

/// A month with the emulated insurer: refusals, late and missing answers, a stranger, a list that
/// errs, and deliveries whose answers are lost on the way.
@Suite struct InsurerRehearsalTests {
    private static let plan = EmulatorPlan(
        seed: 7, refused: 5, late: 10, missing: 3, strangers: 1, discrepancies: 4)

    private func sending(
        _ setup: EnrolledCity, _ channel: EmulatedChannel, tries: Int = 3
    ) -> InsurerSending {
        InsurerSending(setup.store, setup.region, over: channel, tries: tries) { _ in }
    }

    @Test(arguments: TestEngine.all)
    func `everybody ends on one pile, and the money follows`(_ kind: TestEngine) async throws {
        let setup = try await EnrolledCity(kind, people: 600)
        let channel = EmulatedChannel(
            InsurerEmulator(plan: Self.plan, region: setup.region), on: EnrolledCity.day,
            losing: 2)
        let id = try await setup.make()
        try await sending(setup, channel).send(id, by: EnrolledCity.act())
        let file = try #require(try await setup.store.insurerFile(id)).file
        #expect(file.tries == 3 && file.handover != nil && file.channel == .service)
        #expect(await channel.deliveries == 3)
        let insurer = await channel.insurer
        #expect(insurer.filesTaken == 1, "the same file is the same one")

        let new = try await sending(setup, channel).fetch(by: EnrolledCity.act())
        #expect(new.count == 2)
        #expect(try await sending(setup, channel).fetch(by: EnrolledCity.act()).isEmpty)
        let figures = try #require(try await setup.store.insurerFile(id)).figures
        #expect(figures.accepted == insurer.peopleCovered && figures.accepted > 450)
        #expect(figures.refused > 10 && figures.waiting > 5)
        #expect(figures.accepted + figures.refused + figures.waiting == 600)
        try await expectMonth(setup, insurer, figures)
    }

    private func expectMonth(
        _ setup: EnrolledCity, _ insurer: InsurerEmulator, _ figures: InsurerFileFigures
    ) async throws {
        let fund = try #require(try await setup.store.funds().first)
        let price = Rupiah(fund.given.amount / 1_200)
        #expect(fund.committed == price * (2 * (600 - figures.refused)))
        #expect(try await setup.store.checkLedger().fault == nil)
        let lists = try #require(
            try insurer.lists(of: EnrolledCity.january, fund: nil, price: price))
        _ = try await setup.take(lists.members, .members)
        let month = try await setup.store.reconciliation(of: EnrolledCity.january)
        #expect(month.ourPeople == 600)
        #expect(month.count(.refused) == figures.refused)
        #expect(month.count(.matched) + month.count(.oursOnly) == 600 - figures.refused)
        #expect(month.count(.oursOnly) >= figures.waiting)
        let different = try await setup.store.reconciliationRows(
            of: EnrolledCity.january, .different, after: 0, limit: 100)
        #expect(different.contains { $0.differences == [.amount] })
        #expect(different.contains { $0.differences == [.name] })
        #expect(different.contains { $0.differences == [.start] })
        let code = try await setup.store.closeReconciliation(
            of: EnrolledCity.january, ours: month.ourDigest, theirs: month.theirDigest,
            by: EnrolledCity.act())
        #expect(
            try await setup.store.reconciliation(of: EnrolledCity.january).closing?.code == code)
    }

    @Test func `a channel that never answers leaves the file to be sent again`() async throws {
        let setup = try await EnrolledCity(people: 5)
        let channel = EmulatedChannel(
            InsurerEmulator(plan: EmulatorPlan(seed: 1), region: setup.region),
            on: EnrolledCity.day, losing: 3)
        let id = try await setup.make()
        let problem = await #expect(throws: Problem.self) {
            try await sending(setup, channel).send(id, by: EnrolledCity.act())
        }
        #expect(problem?.code == "emulator-lost")
        #expect(try await setup.store.insurerFile(id)?.file.handover == nil)
        try await sending(setup, channel).send(id, by: EnrolledCity.act())
        _ = try await sending(setup, channel).fetch(by: EnrolledCity.act())
        let sql = "SELECT COUNT(*) FROM member WHERE state = 'active'"
        #expect(try await setup.count(sql) == 5)
        #expect(await channel.insurer.peopleCovered == 5)
    }

    @Test func `the emulator is the same for the same seed, and never covers anybody twice`()
        async throws
    {
        let setup = try await EnrolledCity(people: 200)
        let content = try await setup.content(try await setup.make())
        var first = InsurerEmulator(plan: Self.plan, region: setup.region)
        var second = InsurerEmulator(plan: Self.plan, region: setup.region)
        let replies = try first.receive(
            content.bytes, name: content.name, digest: content.digest, on: EnrolledCity.day)
        #expect(
            try second.receive(
                content.bytes, name: content.name, digest: content.digest, on: EnrolledCity.day)
                == replies)
        let covered = first.peopleCovered
        // Under another name the same people are members already.
        let again = try first.receive(
            content.bytes, name: content.name, digest: "other", on: EnrolledCity.day)
        #expect(first.peopleCovered == covered)
        _ = try await setup.take(replies[0])
        let intake = try await setup.take(again[0])
        let figures = try #require(try await setup.store.insurerFile(intake.file)).figures
        let active = "SELECT COUNT(*) FROM member WHERE state = 'active'"
        let kept = try await setup.count(active)
        #expect(kept > 100 && figures.count(.conflict) == kept)
        #expect(figures.count(.accept) == 0)
    }

    /// The first wave, from file to answers.
    @Test func `11,666 people go out and come back`() async throws {
        let setup = try await EnrolledCity(people: 11_666, months: 1)
        var insurer = InsurerEmulator(plan: Self.plan, region: setup.region)
        let clock = ContinuousClock()
        var start = clock.now
        let content = try await setup.content(try await setup.make())
        print("measured files of 11,666 people, made twice: \(clock.now - start)")
        let replies = try insurer.receive(
            content.bytes, name: content.name, digest: content.digest, on: EnrolledCity.day)
        start = clock.now
        for reply in replies { _ = try await setup.take(reply) }
        print("measured answers of 11,666 people, two files: \(clock.now - start)")
        let sql = "SELECT COUNT(*) FROM member WHERE state = 'active'"
        #expect(try await setup.count(sql) == insurer.peopleCovered)
    }
}
