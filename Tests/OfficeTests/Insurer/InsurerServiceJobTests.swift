import Civic
import Testing

@testable import Office
@testable import Store

/// The exchange with a service that goes on while nobody waits for it.
@Suite struct InsurerServiceJobTests {
    private let clock = ManualClock(EnrolledCity.act().at)

    private func run(_ job: InsurerServiceJob, _ store: CityStore) async throws {
        let due = try #require(job.occurrence(at: clock.now()))
        try await store.enqueue([due], at: clock.now())
        let claim = try #require(
            try await store.claimJob(of: [due.kind], for: "a", at: clock.now()))
        try await job.run(JobDesk(store: store, claim: claim, clock: clock))
        clock.pass(.seconds(3_600))
    }

    @Test func `what did not arrive is sent again, and the answer fetched`() async throws {
        let setup = try await EnrolledCity(people: 5)
        let region = setup.region
        let channel = EmulatedChannel(
            InsurerEmulator(plan: EmulatorPlan(seed: 1), region: region),
            on: EnrolledCity.day, losing: 2)
        let job = InsurerServiceJob { store throws(Problem) in
            InsurerSending(store, region, over: channel, tries: 1) { _ in }
        }
        let id = try await setup.make()
        try await run(job, setup.store)
        // Nobody has sent it yet.
        #expect(await channel.deliveries == 0)
        let sending = InsurerSending(setup.store, region, over: channel, tries: 1) { _ in }
        await #expect(throws: Problem.self) {
            try await sending.send(id, by: EnrolledCity.act())
        }
        let problem = await #expect(throws: Problem.self) { try await run(job, setup.store) }
        #expect(problem?.code == "emulator-lost")
        clock.pass(.seconds(3_600))
        try await run(job, setup.store)
        let file = try #require(try await setup.store.insurerFile(id)).file
        #expect(file.handover?.actor == "sigap" && file.tries == 3)
        let sql = "SELECT COUNT(*) FROM member WHERE state = 'active'"
        #expect(try await setup.count(sql) == 5)
        try await run(job, setup.store)
        #expect(await channel.deliveries == 3)
    }

    @Test func `a city whose branch offers no service has nothing to do`() throws {
        let region = try DataFolder.find(RepositoryData.path).region("bekasi")
        #expect(region.insurer.service == nil && InsurerServiceJob(region) == nil)
    }
}
