import Civic
import Foundation
import Store
import StorePostgres
import StoreSQLite
import Testing

/// An engine on which a city may be kept.
struct TestEngine: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (_ folder: TestFolder) throws -> any StoreEngine

    static let server = ProcessInfo.processInfo.environment["SIGAP_TEST_POSTGRES"]

    /// `make unit` starts a PostgreSQL and says where; without it only SQLite is tested, which a
    /// test of its own complains about.
    static let all: [TestEngine] = [sqlite] + (server == nil ? [] : [postgres])

    static let sqlite = TestEngine(testDescription: "SQLite") { folder in
        try SQLiteEngine(folder.path("kota.db"), .create)
    }

    private static let postgres = TestEngine(testDescription: "PostgreSQL") { _ in
        let name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        return try PostgresEngine(
            try PostgresPlace("\(server ?? "")?schema=\(name)&pool=3&wait=300"), .create)
    }
}
