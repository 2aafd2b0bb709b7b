import Civic
import Store
import Testing

@Suite struct StatusTests {
    private let noon = TestStore.noon

    @Test(arguments: TestEngine.all)
    func `the status tells what is there`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let city = store.city
        try await city.enqueue([NewJob(kind: "a", key: "a:1", runAfter: noon)], at: noon)
        #expect(try await city.beat("one", since: noon, holding: nil, at: noon))
        #expect(try await city.beat("two", since: noon, holding: nil, at: noon + -120_000))
        try await store.tamper(
            "INSERT INTO setting (name, value) VALUES ('last-backup', '1762318800001')")
        let status = try await city.status(at: noon)
        #expect(status.isSchemaRight)
        #expect(status.journalLength == 1)
        #expect(status.lastEventAt == noon)
        #expect(status.jobs == [.waiting: 1, .running: 0, .done: 0, .failed: 0])
        #expect(status.nodes == 1)
        #expect(status.lastBackup == noon + 1)
        try await city.leave("one")
        #expect(try await city.status(at: noon).nodes == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a schema of another version is seen`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        try await store.tamper("DELETE FROM migration WHERE number = 7")
        #expect(try await store.city.status(at: noon).isSchemaRight == false)
    }

    @Test(arguments: TestEngine.all)
    func `a meter counts what is asked, done and refused`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let meter = StoreMeter()
        let city = store.city.metered(by: meter)
        _ = try await city.runSettings()
        _ = try await city.runSettings()
        try await city.record("test.verb", "x", by: .test("key"))
        await expectProblem("key-reused") {
            try await city.record("test.other", "x", by: .test("key"))
        }
        #expect(meter[.read].done == 2)
        #expect(meter[.write].done == 1)
        #expect(meter[.write].failed == 1)
        #expect(meter[.write].times.count == 2)
        #expect(meter[.write].repeated == 0)
    }

    @Test func `durations are counted below every bound they fit`() {
        var counts = DurationCounts()
        counts.add(.microseconds(900))
        counts.add(.milliseconds(30))
        counts.add(.seconds(60))
        #expect(counts.count == 3)
        #expect(counts.microseconds == 60_030_900)
        #expect(counts.below.first == 1)
        #expect(counts.below.last == 2)
        #expect(zip(counts.below, counts.below.dropFirst()).allSatisfy { $0 <= $1 })
    }
}
