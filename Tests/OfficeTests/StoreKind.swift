import FoundationEssentials
import Store
import StorePostgres
import StoreSQLite

/// The engines on which a city may be kept.
enum StoreKind: CaseIterable {
    case sqlite
    case postgres

    /// `make test` starts a PostgreSQL and says where; without it only SQLite is tested.
    static let all = allCases.filter { $0 == .sqlite || server != nil }

    private static let server = ProcessInfo.processInfo.environment["SIGAP_TEST_POSTGRES"]

    func engine(in folder: TestFolder) throws -> any StoreEngine {
        switch self {
        case .sqlite: return try SQLiteEngine(folder.path("kota.db"), .create)
        case .postgres:
            let schema = "o" + UUID().uuidString.lowercased().filter { $0 != "-" }
            let address = "\(StoreKind.server ?? "")?schema=\(schema)&pool=3"
            return try PostgresEngine(try PostgresPlace(address), .create)
        }
    }
}
