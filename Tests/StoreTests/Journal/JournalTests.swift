import Civic
import Testing

@testable import Store

@Suite struct JournalTests {
    /// Ten events: the creation of the store and nine of no effect.
    private func store(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        for number in 2...10 {
            try await store.city.record(
                "list.export", "BKS-\(number)", ["rows": "\(number)", "note": "a \"b\"\n"],
                by: .test("k\(number)"))
        }
        return store
    }

    @Test(arguments: TestEngine.all)
    func `events are kept in order and found by subject`(_ kind: TestEngine) async throws {
        let city = try await store(kind)
        let events = try await city.city.events(before: nil, limit: 4)
        #expect(events.map(\.id) == [10, 9, 8, 7])
        #expect(try await city.city.events(before: 7, limit: 100).map(\.id) == [6, 5, 4, 3, 2, 1])
        let about = try await city.city.events(about: "BKS-5", limit: 10)
        #expect(about.map(\.id) == [5])
        #expect(about.first?.detail == ["rows": "5", "note": "a \"b\"\n"])
        #expect(about.first?.actor == "ratna" && about.first?.at == TestStore.noon)
    }

    @Test(arguments: TestEngine.all)
    func `an untouched journal is whole`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let check = try await store.city.verifyJournal()
        #expect(check.sound == 10 && check.fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a repeated request is recorded once`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        try await store.city.record("list.export", "BKS-2", by: .test("k2"))
        #expect(try await store.city.verifyJournal().sound == 10)
    }

    @Test(
        arguments: TestEngine.all,
        ["UPDATE journal SET actor = 'x' WHERE id = 3", "DELETE FROM journal WHERE id = 10"])
    func `the database itself refuses to change events`(
        _ kind: TestEngine, _ statement: String
    ) async throws {
        let store = try await store(kind)
        await expectProblem("store-conflict") { try await store.tamper(statement) }
        #expect(try await store.city.verifyJournal().fault == nil)
    }

    @Test(
        arguments: TestEngine.all,
        [
            ("UPDATE journal SET at = at + 1 WHERE id = 4", JournalCheck.Fault.altered(4)),
            ("UPDATE journal SET detail = '{}' WHERE id = 1", .altered(1)),
            ("UPDATE journal SET subject = 'BKS-9' WHERE id = 10", .altered(10)),
            ("UPDATE journal SET hash = previous_hash WHERE id = 6", .altered(6)),
            ("UPDATE journal SET previous_hash = hash WHERE id = 6", .altered(6)),
            ("DELETE FROM journal WHERE id = 1", .missing(1)),
            ("DELETE FROM journal WHERE id = 5", .missing(5)),
            ("DELETE FROM journal WHERE id = 10", .missing(10)),
            ("DELETE FROM journal", .missing(1)),
            ("DELETE FROM journal_head", .missing(11)),
            ("UPDATE journal_head SET last_id = 9", .rewritten),
        ])
    func `the first tampered event is named`(
        _ kind: TestEngine, _ example: (statement: String, fault: JournalCheck.Fault)
    ) async throws {
        let store = try await store(kind)
        try await store.unguard("journal")
        try await store.tamper(example.statement)
        #expect(try await store.city.verifyJournal().fault == example.fault)
    }

    @Test(arguments: TestEngine.all)
    func `events that changed places are told from altered ones`(
        _ kind: TestEngine
    ) async throws {
        let store = try await store(kind)
        try await store.unguard("journal")
        try await store.tamper(
            "UPDATE journal SET id = 100 WHERE id = 4", "UPDATE journal SET id = 4 WHERE id = 6",
            "UPDATE journal SET id = 6 WHERE id = 100")
        #expect(try await store.city.verifyJournal().fault == .moved(id: 4, from: 6))
    }

    /// By somebody who knows how events are hashed.
    @Test(arguments: TestEngine.all, [4, 10])
    func `an altered event with a fitting hash of its own is named`(
        _ kind: TestEngine, _ id: Int
    ) async throws {
        let store = try await store(kind)
        try await store.unguard("journal")
        try await store.engine.write { writer throws(Problem) in
            let sql = "SELECT at, previous_hash FROM journal WHERE id = $1"
            let found = try writer.first(sql, [SQLValue(id)]) { fields in
                (at: fields.integer(), previous: fields.bytes())
            }
            let link = JournalLink(
                id: id, at: found?.at ?? 0, actor: "ratna", verb: "list.export", subject: "",
                detail: "{}", previousHash: found?.previous ?? [])
            try writer.execute(
                "UPDATE journal SET subject = '', detail = '{}', hash = $1 WHERE id = $2",
                [.bytes(link.hash), SQLValue(id)])
        }
        #expect(try await store.city.verifyJournal().fault == .altered(id))
    }

    @Test(arguments: TestEngine.all)
    func `an end that was cut off and patched lacks the seal of the key`(
        _ kind: TestEngine
    ) async throws {
        let store = try await store(kind)
        try await store.unguard("journal")
        try await store.tamper(
            "DELETE FROM journal WHERE id > 8", "UPDATE journal_head SET last_id = 8",
            "UPDATE journal_head SET hash = (SELECT hash FROM journal WHERE id = 8)")
        #expect(try await store.city.verifyJournal().fault == .rewritten)
    }

    /// By somebody who knows how events are hashed.
    @Test(arguments: TestEngine.all)
    func `an event put behind the last one is named`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        try await store.engine.write { writer throws(Problem) in
            let sql = "SELECT hash FROM journal WHERE id = 10"
            let hash = try writer.first(sql) { fields in fields.bytes() } ?? []
            try JournalTests.insert(JournalTests.event(11, after: hash), writer)
        }
        #expect(try await store.city.verifyJournal().fault == .added(11))
    }

    @Test(arguments: TestEngine.all)
    func `an event put between others is named`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        try await store.unguard("journal")
        for id in (6...10).reversed() {
            try await store.tamper("UPDATE journal SET id = \(id + 1) WHERE id = \(id)")
        }
        try await store.engine.write { writer throws(Problem) in
            let sql = "SELECT hash FROM journal WHERE id = 5"
            let hash = try writer.first(sql) { fields in fields.bytes() } ?? []
            try JournalTests.insert(JournalTests.event(6, after: hash), writer)
        }
        // The new event itself is well made; the next one betrays it.
        #expect(try await store.city.verifyJournal().fault == .moved(id: 7, from: 6))
    }

    private static func event(_ id: Int, after hash: [UInt8]) -> JournalLink {
        JournalLink(
            id: id, at: TestStore.noon.milliseconds, actor: "ratna", verb: "list.export",
            subject: "", detail: "{}", previousHash: hash)
    }

    private static func insert(_ link: JournalLink, _ writer: any SQLWriter) throws(Problem) {
        try writer.insert(
            into: "journal",
            ["id", "at", "actor", "verb", "subject", "detail", "previous_hash", "hash"],
            [
                SQLValue(link.id), .integer(link.at), .text(link.actor), .text(link.verb),
                .text(link.subject), .text(link.detail), .bytes(link.previousHash),
                .bytes(link.hash),
            ])
    }

    @Test(arguments: TestEngine.all)
    func `many writers at once leave one chain`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let city = store.city
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask { try await city.record("list.export", "\(number)", by: .test()) }
            }
            try await group.waitForAll()
        }
        let check = try await city.verifyJournal()
        #expect(check.sound == 101 && check.fault == nil)
    }
}
