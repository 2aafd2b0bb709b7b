import Civic
import Store
import Testing

/// What every engine promises.
@Suite struct EngineTests {
    /// The database lives as long as its folder.
    private func engine(_ kind: TestEngine) throws -> (TestFolder, any StoreEngine) {
        let folder = try TestFolder()
        return (folder, try kind.make(folder.path))
    }

    private static let table = """
        CREATE TABLE sample (
            id INTEGER PRIMARY KEY, name TEXT, number INTEGER, bytes BLOB,
            CHECK (number IS NULL OR number < 1000000000000000000))
        """

    @Test(arguments: TestEngine.all)
    func `values come back as they were`(_ kind: TestEngine) async throws {
        let (folder, engine) = try engine(kind)
        let rows: [[SQLValue]] = [
            [1, "", 0, .bytes([])],
            [2, "Jl. \"Ñ\" 'x' $1 ?2 🛵\n", .integer(Int64.min), .bytes([0, 1, 255])],
            [3, .null, .null, .null], [4, "a", .integer(999_999_999_999_999_999), .bytes([7])],
        ]
        try await engine.write { writer throws(Problem) in
            try writer.define(EngineTests.table)
            let columns = ["id", "name", "number", "bytes"]
            try writer.insert(into: "sample", columns, rows.flatMap(\.self))
            try writer.insert(into: "sample", ["id"], [])
        }
        let found = try await engine.read { reader throws(Problem) in
            try reader.all("SELECT id, name, number, bytes FROM sample ORDER BY id") { fields in
                [
                    SQLValue.integer(fields.integer()), SQLValue(fields.optionalText()),
                    SQLValue(fields.optionalInt()), SQLValue(fields.optionalBytes()),
                ]
            }
        }
        #expect(found == rows)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: TestEngine.all)
    func `placeholders are numbered, in any order and more than once`(
        _ kind: TestEngine
    ) async throws {
        let (folder, engine) = try engine(kind)
        let number = try await engine.read { reader throws(Problem) in
            try reader.integer("SELECT $2 * 100 + $1 * 10 + $2", [4, 7])
        }
        #expect(number == 747)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: TestEngine.all)
    func `a transaction that throws leaves nothing, tables included`(
        _ kind: TestEngine
    ) async throws {
        let (folder, engine) = try engine(kind)
        await expectProblem("store-cancelled") {
            try await engine.write { writer throws(Problem) in
                try writer.define(EngineTests.table)
                try writer.execute("INSERT INTO sample (id) VALUES (1)")
                throw Problem.storeCancelled()
            }
        }
        let tables = try await engine.read { reader throws(Problem) in try reader.tables() }
        #expect(tables == [])
        withExtendedLifetime(folder) {}
    }

    @Test(
        arguments: TestEngine.all,
        [
            ("INSERT INTO sample (id, number) VALUES (2, 1000000000000000000)", "store-conflict"),
            ("INSERT INTO sample (id) VALUES (1)", "store-conflict"),
            ("INSERT INTO sample (id, number) VALUES (2, 'many')", "store-conflict"),
            ("INSERT INTO nothing (id) VALUES (2)", "store-failed"),
        ])
    func `what the database refuses is one problem`(
        _ kind: TestEngine, _ example: (statement: String, code: String)
    ) async throws {
        let (folder, engine) = try engine(kind)
        try await engine.write { writer throws(Problem) in
            try writer.define(EngineTests.table)
            try writer.execute("INSERT INTO sample (id) VALUES (1)")
        }
        await expectProblem(example.code) {
            try await engine.write { writer throws(Problem) in
                try writer.execute(example.statement)
            }
        }
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: TestEngine.all)
    func `execute tells how many rows it changed`(_ kind: TestEngine) async throws {
        let (folder, engine) = try engine(kind)
        let changed = try await engine.write { writer throws(Problem) in
            try writer.define(EngineTests.table)
            try writer.insert(into: "sample", ["id", "number"], [1, 5, 2, 5, 3, 6])
            return try writer.execute("UPDATE sample SET name = $1 WHERE number = 5", ["five"])
        }
        #expect(changed == 2)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: TestEngine.all)
    func `replacing keeps indexes and their uniqueness`(_ kind: TestEngine) async throws {
        let (folder, engine) = try engine(kind)
        try await engine.write { writer throws(Problem) in
            try writer.define(EngineTests.table)
            try writer.define("CREATE UNIQUE INDEX sample_by_number ON sample (number)")
        }
        func replace(_ numbers: [Int]) async throws {
            try await engine.write { writer throws(Problem) in
                try writer.replacing(["sample"]) { () throws(Problem) in
                    try writer.execute("DELETE FROM sample")
                    let values = numbers.enumerated().flatMap { id, number in
                        [SQLValue(id), SQLValue(number)]
                    }
                    try writer.insert(into: "sample", ["id", "number"], values)
                }
            }
        }
        try await replace([1, 2, 3])
        await expectProblem("store-conflict") { try await replace([4, 4]) }
        await expectProblem("store-conflict") {
            try await engine.write { writer throws(Problem) in
                try writer.execute("INSERT INTO sample (id, number) VALUES (9, 3)")
            }
        }
        let count = try await engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM sample")
        }
        #expect(count == 3)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: TestEngine.all)
    func `a reader sees one state while others write`(_ kind: TestEngine) async throws {
        let (folder, engine) = try engine(kind)
        try await engine.write { writer throws(Problem) in try writer.define(EngineTests.table) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for id in 0..<200 {
                    try await engine.write { writer throws(Problem) in
                        let pair = [SQLValue(2 * id), SQLValue(2 * id + 1)]
                        try writer.insert(into: "sample", ["id"], pair)
                    }
                }
            }
            group.addTask {
                for _ in 0..<200 {
                    let (first, second) = try await engine.read { reader throws(Problem) in
                        (
                            try reader.integer("SELECT COUNT(*) FROM sample"),
                            try reader.integer("SELECT COUNT(*) FROM sample WHERE id >= 0")
                        )
                    }
                    #expect(first == second && first % 2 == 0)
                }
            }
            try await group.waitForAll()
        }
        withExtendedLifetime(folder) {}
    }
}
