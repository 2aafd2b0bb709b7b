import Civic
import Store
import Testing

/// What a database looks after by itself.
@Suite struct TriggerTests {
    private static let table =
        "CREATE TABLE sample (id INTEGER PRIMARY KEY, number INTEGER NOT NULL)"
    private static let noted =
        "CREATE TABLE noted (id INTEGER PRIMARY KEY, changes INTEGER NOT NULL)"

    private func engine(
        _ kind: TestEngine, _ triggers: [SQLTrigger]
    ) async throws -> (TestFolder, any StoreEngine) {
        let folder = try TestFolder()
        let engine = try kind.make(folder.path)
        try await engine.write { writer throws(Problem) in
            try writer.define(TriggerTests.table)
            try writer.define(TriggerTests.noted)
            for trigger in triggers { try writer.define(trigger) }
            try writer.insert(into: "sample", ["id", "number"], [1, 10, 2, 20, 3, 30])
        }
        return (folder, engine)
    }

    private func change(_ engine: any StoreEngine, _ sql: String) async throws -> Int {
        try await engine.write { writer throws(Problem) in try writer.execute(sql) }
    }

    @Test(arguments: TestEngine.all)
    func `a refusal says why and changes nothing`(_ kind: TestEngine) async throws {
        let (folder, engine) = try await engine(
            kind,
            [
                SQLTrigger(
                    "sample_only_rises", on: "sample", .update, when: "NEW.number < OLD.number",
                    .refuse("a number only rises"))
            ])
        #expect(try await change(engine, "UPDATE sample SET number = 11 WHERE id = 1") == 1)
        let problem = await #expect(throws: Problem.self) {
            try await change(engine, "UPDATE sample SET number = number - 15 + 2 * id")
        }
        #expect(problem?.code == "store-conflict")
        #expect(problem?.what.english.contains("a number only rises") == true)
        let sum = try await engine.read { reader throws(Problem) in
            try reader.integer("SELECT SUM(number) FROM sample")
        }
        #expect(sum == 61)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: TestEngine.all)
    func `what follows a change is done for each row`(_ kind: TestEngine) async throws {
        let (folder, engine) = try await engine(
            kind,
            [
                SQLTrigger(
                    "sample_is_noted", on: "sample", .insert, when: "NEW.number > 10",
                    .run([
                        "INSERT INTO noted (id, changes) VALUES (NEW.id, 0)",
                        "UPDATE noted SET changes = changes + NEW.number WHERE id = NEW.id",
                    ]))
            ])
        let noted = try await engine.read { reader throws(Problem) in
            try reader.all("SELECT id, changes FROM noted ORDER BY id") { fields in
                [fields.int(), fields.int()]
            }
        }
        #expect(noted == [[2, 20], [3, 30]])
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: TestEngine.all)
    func `rows that are only added to stay whatever is tried`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        var attempts = ["DELETE FROM journal", "UPDATE journal SET actor = actor"]
        if kind.testDescription == "PostgreSQL" {
            attempts += ["TRUNCATE journal", "TRUNCATE journal CASCADE"]
        }
        for attempt in attempts {
            await expectProblem("store-conflict") { try await store.tamper(attempt) }
        }
        #expect(try await store.count("journal") == 1)
    }

    @Test(arguments: TestEngine.all)
    func `tables tell their columns`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let engine = try kind.make(folder.path)
        let columns = try await engine.write { writer throws(Problem) in
            try writer.define(
                """
                CREATE TABLE pair (
                    second TEXT NOT NULL, first INTEGER NOT NULL, content BLOB,
                    PRIMARY KEY (first, second))
                """)
            return try writer.columns(of: "pair")
        }
        #expect(
            columns == [
                SQLColumn(name: "second", kind: .text, keyPlace: 2),
                SQLColumn(name: "first", kind: .integer, keyPlace: 1),
                SQLColumn(name: "content", kind: .bytes, keyPlace: nil),
            ])
        let none = try await engine.read { reader throws(Problem) in
            try reader.columns(of: "nothing")
        }
        #expect(none == [])
        withExtendedLifetime(folder) {}
    }
}
