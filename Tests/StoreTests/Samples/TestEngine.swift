import Civic
import Foundation
import Store
import StorePostgres
import StoreSQLite
import Testing

/// An engine that the whole contract of the store is tested on.
struct TestEngine: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// An empty database inside the folder.
    let make: @Sendable (_ folder: String) throws -> any StoreEngine

    /// `make unit` starts a PostgreSQL and says where; without it only SQLite is tested, which a
    /// test of its own complains about.
    static let all: [TestEngine] = [sqlite] + (server == nil ? [] : [postgres])

    static let sqlite = TestEngine(testDescription: "SQLite") { folder in
        try SQLiteEngine("\(folder)/city.db", .create)
    }

    /// A schema of its own for each test, small pools, as hundreds of tests run side by side.
    static let postgres = TestEngine(testDescription: "PostgreSQL") { _ in
        let name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let address = "\(server ?? "")?schema=\(name)&pool=3&wait=300"
        return try PostgresEngine(try PostgresPlace(address), .create)
    }

    static let server = ProcessInfo.processInfo.environment["SIGAP_TEST_POSTGRES"]
}

/// A folder that is gone with the test.
final class TestFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "sigap-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ content: Data, to name: String, mode: Int = 0o600) throws {
        try content.write(to: URL(filePath: file(name)))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file(name))
    }

    /// The bytes of every file in the folder.
    func contents() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            found[name] = FileManager.default.contents(atPath: file(name))
        }
        return found
    }

    func mode(of name: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: file(name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}

/// A new city on one engine.
struct TestStore {
    let folder: TestFolder
    let engine: any StoreEngine
    let key: KeyFile
    let city: CityStore

    static let noon = Instant(milliseconds: 1_762_318_800_000)

    init(_ kind: TestEngine = .sqlite) async throws {
        folder = try TestFolder()
        engine = try kind.make(folder.path)
        key = try KeyFile.create(at: folder.file("city.key"))
        city = try await CityStore.create(on: engine, key: key, region: "bekasi", by: .test())
    }

    /// Changes the database behind the store's back.
    func tamper(_ statements: String...) async throws {
        try await engine.write { writer throws(Problem) in
            for statement in statements { try writer.execute(statement) }
        }
    }

    /// Takes away what guards `table`, as somebody with all rights on the database could.
    func unguard(_ table: String) async throws {
        let isFile = engine is SQLiteEngine
        let sql =
            isFile
            ? "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = $1"
            : """
            SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal
            AND tgrelid = to_regclass($1)
            """
        try await engine.write { writer throws(Problem) in
            for name in try writer.all(sql, [.text(table)], { fields in fields.text() }) {
                try writer.execute("DROP TRIGGER \(name)\(isFile ? "" : " ON \(table)")")
            }
        }
    }

    /// The same city as a program sees it that starts now.
    func reopened() async throws -> CityStore {
        try await CityStore.open(engine, key: try KeyFile.load(from: key.path), at: TestStore.noon)
    }

    func count(_ table: String) async throws -> Int {
        try await engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM \(table)")
        }
    }
}

extension Act {
    static func test(_ key: String? = nil) -> Act {
        Act(actor: "ratna", at: TestStore.noon, key: key)
    }
}
