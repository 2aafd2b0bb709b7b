import Civic
import Store
import Testing

@testable import Office

@Suite struct JobRunnerTests {
    /// A store that several nodes share.
    private final class Shared {
        let folder: TestFolder
        let store: CityStore
        let clock = ManualClock(Instant(milliseconds: 1_762_318_800_000))

        init(_ kind: TestEngine) async throws {
            folder = try TestFolder()
            store = try await CityStore.create(
                on: try kind.make(folder), key: try KeyFile.create(at: folder.path("kota.key")),
                region: "bekasi", by: Act(actor: "test", at: clock.now()))
        }

        func node(_ name: String, _ job: TestJob) -> (JobRunner, Reports) {
            let reports = Reports()
            return (
                JobRunner(store, [job], node: name, clock: clock, report: reports.note), reports
            )
        }

        var record: JobRecord? { get async throws { try await store.jobs(limit: 1).first } }
    }

    /// Waits for what happens on another thread.
    private func eventually(
        _ what: Comment, _ location: SourceLocation = #_sourceLocation,
        _ isTrue: () async throws -> Bool
    ) async throws {
        for _ in 0..<2000 {
            if try await isTrue() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("never: \(what)", sourceLocation: location)
    }

    @Test(arguments: TestEngine.all)
    func `a job is done once, by one of two nodes`(_ kind: TestEngine) async throws {
        let shared = try await Shared(kind)
        let (one, two) = (TestJob("a"), TestJob("b"))
        let (first, reports) = shared.node("a", one)
        let (second, _) = shared.node("b", two)
        await first.tick()
        await second.tick()
        try await eventually("done") { try await shared.record?.state == .done }
        await first.tick()
        await second.tick()
        #expect(one.steps + two.steps == ["a1", "a2", "a3"])
        try await eventually("reported") { reports.all == ["begun", "done"] }
        #expect(try await shared.store.jobs(limit: 9).count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `when a node dies another goes on where it stopped`(_ kind: TestEngine) async throws {
        let shared = try await Shared(kind)
        let (one, two) = (TestJob("a", stopsBefore: 3, isDeaf: true), TestJob("b"))
        let (first, reports) = shared.node("a", one)
        let (second, _) = shared.node("b", two)
        await first.tick()
        try await eventually("two steps") { one.steps == ["a1", "a2"] }

        // The first node says nothing any more. Only after a whole lease is its job taken.
        await second.tick()
        shared.clock.pass(.seconds(29))
        await second.tick()
        #expect(two.steps.isEmpty)
        shared.clock.pass(.seconds(2))
        await second.tick()
        try await eventually("done") { try await shared.record?.state == .done }
        #expect(two.steps == ["b3"])
        #expect(try await shared.record?.attempts == 2)

        // It was not dead after all: whatever it still does is refused.
        one.letGo()
        try await eventually("refused") { one.refused == ["job-lost"] }
        await first.tick()
        try await eventually("told") { reports.all.last == "lost" }
        #expect(one.steps == ["a1", "a2"])
        #expect(try await shared.record?.state == .done)
    }

    @Test(arguments: TestEngine.all)
    func `a node that beats keeps its job however clocks are set`(_ kind: TestEngine) async throws {
        let shared = try await Shared(kind)
        let (one, two) = (TestJob("a", stopsBefore: 2), TestJob("b"))
        let (first, _) = shared.node("a", one)
        let (second, _) = shared.node("b", two)
        await first.tick()
        try await eventually("one step") { one.steps == ["a1"] }
        for hours in [0, 48, -900, 5] {
            shared.clock.set(Instant(milliseconds: 1_762_318_800_000 + Int64(hours) * 3_600_000))
            for _ in 0..<4 {
                shared.clock.pass(.seconds(15))
                await first.tick()
                await second.tick()
            }
        }
        #expect(two.steps.isEmpty)
        one.letGo()
        try await eventually("done") { try await shared.record?.state == .done }
        #expect(one.steps == ["a1", "a2", "a3"])
    }

    @Test(arguments: TestEngine.all)
    func `a node that stops gives its job back`(_ kind: TestEngine) async throws {
        let shared = try await Shared(kind)
        let (one, two) = (TestJob("a", stopsBefore: 2), TestJob("b"))
        let (first, reports) = shared.node("a", one)
        let (second, _) = shared.node("b", two)
        await first.tick()
        try await eventually("one step") { one.steps == ["a1"] }
        await first.stop()
        try await eventually("given back") { reports.all.last == "given back" }
        #expect(try await shared.record?.attempts == 0)
        #expect(try await shared.store.status(at: shared.clock.now()).nodes == 0)
        await second.tick()
        try await eventually("done") { try await shared.record?.state == .done }
        #expect(two.steps.last == "b3")
    }

    @Test(arguments: TestEngine.all)
    func `a job that does not listen is given back over its head`(_ kind: TestEngine) async throws {
        let shared = try await Shared(kind)
        let one = TestJob("a", stopsBefore: 2, isDeaf: true)
        let (first, reports) = shared.node("a", one)
        await first.tick()
        try await eventually("one step") { one.steps == ["a1"] }
        await first.stop()
        #expect(reports.all == ["begun", "given back"])
        #expect(try await shared.record?.state == .waiting)
        one.letGo()
        try await eventually("refused") { one.refused.count == 1 }
        #expect(try await shared.record?.progress == "1")
    }

    @Test(arguments: TestEngine.all)
    func `a job that fails is tried again later, and given up in the end`(
        _ kind: TestEngine
    ) async throws {
        let shared = try await Shared(kind)
        let (first, reports) = shared.node("a", TestJob("a", fault: .diskFull()))
        for attempt in 1...JobPace().attemptsMax {
            try await eventually("attempt \(attempt)") {
                await first.tick()
                return reports.all.count >= 2 * attempt
            }
            await first.tick()
            #expect(reports.all.count == 2 * attempt, "tried again at once")
            shared.clock.pass(.seconds(3600))
        }
        #expect(
            reports.all.suffix(4) == ["begun", "failed disk-full", "begun", "given up disk-full"])
        #expect(try await shared.record?.state == .failed)
        #expect(try await shared.record?.fault == "disk-full")
    }

    @Test func `a runner that is cancelled leaves the list of nodes`() async throws {
        let shared = try await Shared(.sqlite)
        let (runner, reports) = shared.node("a", TestJob("a"))
        let task = Task { await runner.run() }
        try await eventually("done") { reports.all.last == "done" }
        task.cancel()
        await task.value
        #expect(try await shared.store.status(at: shared.clock.now()).nodes == 0)
    }

    @Test func `a store that fails is told of, and nothing is taken over because of it`()
        async throws
    {
        let shared = try await Shared(.sqlite)
        let (runner, reports) = shared.node("a", TestJob("a"))
        try await shared.store.close()
        await runner.tick()
        #expect(reports.all.count == 1)
        #expect(reports.all.first?.hasPrefix("trouble") == true)
    }
}
