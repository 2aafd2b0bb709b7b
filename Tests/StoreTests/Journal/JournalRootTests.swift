import Civic
import Testing

@testable import Store

@Suite struct JournalRootTests {
    private static let dayLength: Int64 = 86_400_000
    private static let firstDay = Day.jakarta(at: TestStore.noon)

    /// Five days of three events each, the first three days signed on the fourth, all on the sixth.
    /// The creation of the store is one event more, and so is each signing.
    private func store(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        for day in 0..<3 { try await record(on: day, store.city) }
        #expect(try await sign(before: 3, store.city) == 3)
        for day in 3..<5 { try await record(on: day, store.city) }
        #expect(try await sign(before: 5, store.city) == 2)
        return store
    }

    private func record(on day: Int, times: Int = 3, _ city: CityStore) async throws {
        for _ in 0..<times {
            try await city.record("list.export", "BKS", by: JournalRootTests.act(on: day))
        }
    }

    private func sign(before day: Int, _ city: CityStore) async throws -> Int {
        try await city.signJournalRoots(
            before: JournalRootTests.firstDay + day, by: JournalRootTests.act(on: day))
    }

    private static func act(on day: Int) -> Act {
        Act(actor: "ratna", at: TestStore.noon + Int64(day) * dayLength)
    }

    @Test(arguments: TestEngine.all)
    func `each finished day is signed once`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let roots = try await store.city.journalRoots().roots
        #expect(roots.map(\.day) == (0..<5).map { JournalRootTests.firstDay + $0 })
        #expect(roots.map(\.lastEvent) == [4, 7, 10, 14, 17])
        for day in 0...5 { #expect(try await sign(before: day, store.city) == 0) }
        let check = try await store.city.verifyJournal()
        #expect(check.fault == nil && check.roots == 5 && check.sound == 18)
        let events = try await store.city.events(before: nil, limit: 1)
        #expect(events.first?.verb == "journal.sign" && events.first?.detail["event"] == "17")
    }

    @Test(arguments: TestEngine.all)
    func `many nodes that sign at once sign once`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        for day in 0..<4 { try await record(on: day, store.city) }
        let cities = [store.city, try await store.reopened(), try await store.reopened()]
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for city in cities + cities { group.addTask { try await sign(before: 4, city) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.sorted() == [0, 0, 0, 0, 0, 4])
        #expect(try await store.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a clock that was put back does no harm`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        try await record(on: 2, store.city)
        try await record(on: 9, times: 1, store.city)
        try await record(on: 6, store.city)
        #expect(try await sign(before: 8, store.city) == 2)
        try await record(on: 10, store.city)
        #expect(try await sign(before: 11, store.city) == 2)
        #expect(try await store.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `the database refuses to change roots`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        for statement in ["DELETE FROM journal_root", "UPDATE journal_root SET last_id = 3"] {
            await expectProblem("store-conflict") { try await store.tamper(statement) }
        }
    }

    @Test(
        arguments: TestEngine.all,
        [
            ("UPDATE journal_root SET last_id = last_id + 1 WHERE last_id = 7", 1),
            ("UPDATE journal_root SET signed_at = 1 WHERE last_id = 10", 2),
            ("UPDATE journal_root SET key_id = 'x' WHERE last_id = 14", 3),
            (
                """
                UPDATE journal_root SET hash = (SELECT hash FROM journal WHERE id = 9)
                WHERE last_id = 10
                """, 2
            ),
            ("DELETE FROM journal_root WHERE last_id = 17", 4), ("DELETE FROM journal_root", 4),
            ("DELETE FROM journal_root WHERE last_id = 4", 0),
            ("DELETE FROM journal_root WHERE last_id = 10", 2),
        ])
    func `the first root that does not fit is named`(
        _ kind: TestEngine, _ example: (statement: String, day: Int)
    ) async throws {
        let store = try await store(kind)
        try await store.unguard("journal_root")
        try await store.tamper(example.statement)
        let day = JournalRootTests.firstDay + example.day
        #expect(try await store.city.verifyJournal().fault == .root(day))
    }

    /// By somebody who has the key of the journal's end, but not the roots that an auditor keeps.
    @Test(arguments: TestEngine.all)
    func `a journal written anew does not fit the roots kept elsewhere`(
        _ kind: TestEngine
    ) async throws {
        let genuine = try await store(kind)
        let kept = try await genuine.city.journalRoots()
        let store = try await TestStore(kind)
        try await store.city.record("list.export", "forged", by: .test())
        for day in 0..<6 { try await record(on: day, store.city) }
        #expect(try await store.city.verifyJournal().fault == nil)
        let check = try await kept.check(store.engine)
        #expect(check.fault == .root(JournalRootTests.firstDay))
    }

    @Test(arguments: TestEngine.all)
    func `an auditor checks roots without the key file`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let exported = try await store.city.journalRoots()
        let file = try JournalRootFile(exported.text)
        #expect(file == exported && file.forged == nil && file.publicKeyLines.count == 1)
        #expect(try await file.check(store.engine).fault == nil)
        try await record(on: 6, store.city)
        #expect(try await file.check(store.engine).roots == 5)
        try await store.unguard("journal")
        try await store.tamper("DELETE FROM journal WHERE id >= 15")
        #expect(
            try await file.check(store.engine).fault == .root(JournalRootTests.firstDay + 4))
    }

    @Test func `a root file that was changed is not believed`() async throws {
        let store = try await store(.sqlite)
        let text = try await store.city.journalRoots().text
        for (old, new) in [
            ("\"event\":\"7\"", "\"event\":\"8\""), ("2025-11-05", "2025-11-04"),
            ("\"signed-at\":\"1", "\"signed-at\":\"2"),
        ] {
            #expect(text.contains(old))
            #expect(try JournalRootFile(text.replacing(old, with: new)).forged != nil)
        }
        for damaged in ["", "{}", "x\n" + text, text + "{\"day\":\"2025-11-05\"}\n"] {
            await expectProblem("roots-unreadable") { try JournalRootFile(damaged) }
        }
    }
}
