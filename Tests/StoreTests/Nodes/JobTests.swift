import Civic
import Store
import Testing

@Suite struct JobTests {
    private let noon = TestStore.noon
    private let work = NewJob(
        kind: "test.work", key: "test.work:1", payload: ["size": "3"], runAfter: TestStore.noon)

    private func claim(
        _ city: CityStore, _ node: String, at instant: Instant = TestStore.noon,
        abandoned: [JobLease] = []
    ) async throws -> JobClaim? {
        try await city.claimJob(
            of: ["test.work"], for: node, at: instant, abandoned: abandoned)
    }

    private func enqueued(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        #expect(try await store.city.enqueue([work], at: noon) == 1)
        return store
    }

    @Test(arguments: TestEngine.all)
    func `the same work is put down once`(_ kind: TestEngine) async throws {
        let store = try await enqueued(kind)
        #expect(try await store.city.enqueue([work], at: noon) == 0)
        #expect(try await store.count("job") == 1)
    }

    @Test(arguments: TestEngine.all)
    func `of many nodes that ask at once, one gets the job`(_ kind: TestEngine) async throws {
        let store = try await enqueued(kind)
        let city = store.city
        let claims = try await withThrowingTaskGroup(of: JobClaim?.self) { group in
            for node in 0..<12 {
                group.addTask { [noon] in
                    try await city.claimJob(of: ["test.work"], for: "node-\(node)", at: noon)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let won = claims.compactMap(\.self)
        #expect(won.count == 1)
        #expect(won.first?.payload == ["size": "3"])
        #expect(won.first?.attempts == 1)
    }

    @Test(arguments: TestEngine.all)
    func `a job that is not due, or of another kind, is left`(_ kind: TestEngine) async throws {
        let store = try await enqueued(kind)
        #expect(try await claim(store.city, "a", at: noon + -1) == nil)
        #expect(try await store.city.claimJob(of: ["other"], for: "a", at: noon) == nil)
        #expect(try await store.city.claimJob(of: [], for: "a", at: noon) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a lease whose beat moved is not taken over`(_ kind: TestEngine) async throws {
        let store = try await enqueued(kind)
        let city = store.city
        let held = try #require(try await claim(city, "a"))
        let seen = try await city.jobLeases()
        #expect(try await city.beat("a", since: noon, holding: held, at: noon + 1))
        #expect(try await claim(city, "b", abandoned: seen) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `who lost a job can change nothing about it`(_ kind: TestEngine) async throws {
        let store = try await enqueued(kind)
        let city = store.city
        let old = try #require(try await claim(city, "a"))
        #expect(try await city.note("2 of 3", of: old))
        let new = try #require(
            try await claim(city, "b", abandoned: try await city.jobLeases()))
        #expect(new.fence == old.fence + 1)
        #expect(new.progress == "2 of 3")
        #expect(new.attempts == 2)
        #expect(try await city.beat("a", since: noon, holding: old, at: noon) == false)
        #expect(try await city.note("3 of 3", of: old) == false)
        #expect(try await city.fail(old, fault: "x", retry: noon, at: noon) == false)
        #expect(try await city.giveBack(old) == false)
        #expect(try await city.finish(old, at: noon) == false)
        let record = try #require(try await city.jobs(limit: 1).first)
        #expect(record.state == .running)
        #expect(record.node == "b")
        #expect(record.progress == "2 of 3")
        #expect(try await city.finish(new, at: noon))
    }

    @Test(arguments: TestEngine.all)
    func `a job given back keeps its progress and loses no attempt`(
        _ kind: TestEngine
    ) async throws {
        let store = try await enqueued(kind)
        let city = store.city
        let first = try #require(try await claim(city, "a"))
        #expect(try await city.note("half", of: first))
        #expect(try await city.giveBack(first))
        let second = try #require(try await claim(city, "b"))
        #expect(second.attempts == 1)
        #expect(second.progress == "half")
        #expect(second.fence > first.fence)
    }

    @Test(arguments: TestEngine.all)
    func `a failed attempt waits, and the last one stays failed`(
        _ kind: TestEngine
    ) async throws {
        let store = try await enqueued(kind)
        let city = store.city
        let first = try #require(try await claim(city, "a"))
        #expect(try await city.fail(first, fault: "disk-full", retry: noon + 500, at: noon))
        #expect(try await claim(city, "a", at: noon + 499) == nil)
        let second = try #require(try await claim(city, "a", at: noon + 500))
        #expect(try await city.fail(second, fault: "disk-full", retry: nil, at: noon + 600))
        #expect(try await claim(city, "a", at: noon + 10_000) == nil)
        let failed = try await city.failedJobs(since: noon)
        #expect(failed.map(\.fault) == ["disk-full"])
        #expect(failed.map(\.attempts) == [2])
        #expect(try await city.failedJobs(since: noon + 601).isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `the database itself refuses to lower a fence or to wake what is done`(
        _ kind: TestEngine
    ) async throws {
        let store = try await enqueued(kind)
        let held = try #require(try await claim(store.city, "a"))
        await expectProblem("store-conflict") {
            try await store.tamper("UPDATE job SET fence = 0")
        }
        #expect(try await store.city.finish(held, at: noon))
        await expectProblem("store-conflict") {
            try await store.tamper(
                "UPDATE job SET state = 'waiting', finished_at = NULL")
        }
    }

    @Test(arguments: TestEngine.all)
    func `what ended long ago is swept, what waits is not`(_ kind: TestEngine) async throws {
        let store = try await enqueued(kind)
        let city = store.city
        let held = try #require(try await claim(city, "a"))
        #expect(try await city.finish(held, at: noon))
        let other = NewJob(kind: "test.work", key: "test.work:2", runAfter: noon)
        try await city.enqueue([other], at: noon)
        #expect(try await city.beat("a", since: noon, holding: nil, at: noon))
        #expect(try await city.sweepJobs(before: noon) == 0)
        #expect(try await city.sweepJobs(before: noon + 1) == 2)
        #expect(try await city.jobs(limit: 9).map(\.key) == ["test.work:2"])
    }
}
