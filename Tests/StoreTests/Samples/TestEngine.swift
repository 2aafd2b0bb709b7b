import Civic
import Foundation
import Store
import StoreSQLite
import Testing

/// An engine that the whole contract of the store is tested on.
struct TestEngine: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// An empty database inside the folder.
    let make: @Sendable (_ folder: String) throws -> any StoreEngine

    static let all: [TestEngine] = [sqlite]

    static let sqlite = TestEngine(testDescription: "SQLite") { folder in
        try SQLiteEngine("\(folder)/city.db", .create)
    }
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
