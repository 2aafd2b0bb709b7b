import Civic
import Jamsostek
import Programme
import Testing

@testable import Office
@testable import Store

/// From a death in the city to the end of cover at the insurer, and what happens when nobody answers.
@Suite struct InsurerEndTests {
    private static let plan = EmulatorPlan(seed: 7, refused: 5, late: 10)

    private func sending(
        _ setup: EnrolledCity, _ channel: EmulatedChannel
    ) -> InsurerSending {
        InsurerSending(setup.store, setup.region, over: channel, tries: 3) { _ in }
    }

    /// Members with a number of the insurer, in order.
    private func active(_ setup: EnrolledCity) async throws -> [String] {
        try await setup.store.engine.read { reader throws(Problem) in
            try reader.all("SELECT number FROM member WHERE state = 'active' ORDER BY number") {
                fields in fields.text()
            }
        }
    }

    private func die(_ numbers: [String], _ setup: EnrolledCity) async throws {
        let policy = setup.region.changes
        let death = try #require(policy.kind("death"))
        for number in numbers {
            _ = try await setup.store.noteChange(
                NewChange(
                    number: number, kind: death, day: EnrolledCity.day,
                    evidence: death.evidence[0], source: policy.sources[0].id, isReplaced: false,
                    due: policy.firstContact(knownOn: EnrolledCity.day)), in: .city,
                by: EnrolledCity.act())
        }
    }

    @Test(arguments: TestEngine.all)
    func `the insurer is told once, answers, and lists them no more`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await EnrolledCity(kind, people: 120)
        let channel = EmulatedChannel(
            InsurerEmulator(plan: Self.plan, region: setup.region), on: EnrolledCity.day)
        try await sending(setup, channel).send(try await setup.make(), by: EnrolledCity.act())
        _ = try await sending(setup, channel).fetch(by: EnrolledCity.act())
        let dead = Array(try await active(setup).prefix(9))
        // Somebody typed one of the numbers wrong.
        try await setup.store.engine.write { writer throws(Problem) in
            try writer.execute(
                "UPDATE member SET participant = '99999999999' WHERE number = $1",
                [.text(dead[0])])
        }
        try await die(dead, setup)
        let id = try #require(
            try await setup.desk.make(EnrolledCity.fund, .end, by: EnrolledCity.act("ends")))
        let content = try await setup.content(id)
        #expect(content.name.hasPrefix("sigap-nonaktif-apbd-2026-NPW-01-"))
        #expect(try await setup.content(id).bytes == content.bytes, "the same file again")
        #expect(
            try await setup.desk.make(EnrolledCity.fund, .end, by: EnrolledCity.act("x")) == nil)
        try await sending(setup, channel).send(id, by: EnrolledCity.act())
        let new = try await sending(setup, channel).fetch(by: EnrolledCity.act())
        #expect(try await setup.store.insurerFile(new[0])?.file.kind == .end)
        let figures = try #require(try await setup.store.insurerFile(id)).figures
        #expect((figures.accepted, figures.refused, figures.waiting) == (8, 1, 0))
        for (number, answer) in [(dead[0], EndAnswer.unknown), (dead[1], .ended)] {
            let record = try #require(try await setup.store.member(number, in: .city))
            #expect(record.telling?.answer == answer)
        }
        let lists = try #require(
            try await channel.insurer.lists(
                of: EnrolledCity.january, fund: nil, price: Rupiah(16_800)))
        let intake = try await setup.take(lists.members, .members)
        let listed = try await setup.store.insurerLines(
            of: intake.file, [.list], after: 0, limit: 1000)
        #expect(Set(listed.compactMap(\.number)).isDisjoint(with: dead.dropFirst()))
        #expect(listed.contains { $0.number == dead[0] }, "whom it did not find it still covers")
        #expect(try await setup.store.membersAtOdds().isEmpty)
    }

    @Test func `a file without an answer is late after the days of the agreement`() async throws {
        let setup = try await EnrolledCity(people: 5)
        let desk = Desk(
            store: setup.store, region: setup.region, law: setup.law,
            access: try DataFolder.find(RepositoryData.path).access())
        try await setup.store.createAccount(
            NewAccount(
                login: "reza", name: "Reza", role: "insurer-liaison", agency: nil, areas: [],
                password: "rahasia-sekali-1"), by: EnrolledCity.act())
        let account = try #require(try await setup.store.account(login: "reza"))
        let reza = try #require(Viewer(account, desk.access))
        let id = try await setup.make()
        // Made on Thursday, 1 January 2026: ten working days later it is the 15th.
        let due = try #require(Day(iso: "2026-01-15"))
        let inTime = try await InsurerTask().task(for: reza, at: desk, on: due)
        #expect(inTime.count == 0)
        let late = try await InsurerTask().task(for: reza, at: desk, on: due + 1)
        #expect((late.count, late.due, late.oldest) == (1, due, EnrolledCity.day))
        #expect(try await desk.tasks(for: reza, on: due + 1).map(\.kind) == [.insurer])
        // Once everybody is answered, nothing waits.
        var insurer = InsurerEmulator(plan: EmulatorPlan(seed: 1), region: setup.region)
        let content = try await setup.content(id)
        for reply in try insurer.receive(
            content.bytes, name: content.name, on: EnrolledCity.day)
        {
            _ = try await setup.take(reply)
        }
        #expect(try await InsurerTask().task(for: reza, at: desk, on: due + 1).count == 0)
    }
}
