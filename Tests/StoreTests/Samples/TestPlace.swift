import Civic
import Foundation
import StorePostgres
import StoreSQLite

@testable import Store

/// Where a store may be made that is not there yet.
struct TestPlace: Sendable {
    let draft: @Sendable () throws -> any StoreDraft
    /// A draft that is taken away whatever it holds.
    let scratch: @Sendable () throws -> any StoreDraft
    let open: @Sendable (StoreAccess) throws -> any StoreEngine

    init(_ kind: TestEngine, _ folder: TestFolder, _ name: String = "new.db") throws {
        let path = folder.file(name)
        guard kind.testDescription != TestEngine.sqlite.testDescription else {
            draft = { try SQLiteDraft(path) }
            scratch = draft
            open = { try SQLiteEngine(path, $0) }
            return
        }
        let schema = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let place = try PostgresPlace("\(TestEngine.server ?? "")?schema=\(schema)&pool=2")
        draft = { try PostgresDraft(place) }
        scratch = { try PostgresDraft(place.scratch(), isScratch: true) }
        open = { try PostgresEngine(place, $0) }
    }
}

extension StoreEngine {
    /// All rows of all tables, each table in an order that does not depend on the engine.
    func rows() async throws -> [String: [[SQLValue]]] {
        try await read { reader throws(Problem) in
            var found: [String: [[SQLValue]]] = [:]
            for table in try reader.tables() {
                let columns = try reader.columns(of: table)
                let names = columns.map(\.name).joined(separator: ", ")
                var rows: [[SQLValue]] = []
                try reader.scan("SELECT \(names) FROM \(table)", []) { row throws(Problem) in
                    rows.append(
                        columns.enumerated().map { place, column in
                            if row.isNull(place) { return .null }
                            switch column.kind {
                            case .integer: return .integer(row.integer(place))
                            case .text: return .text(row.text(place))
                            case .bytes: return .bytes(row.bytes(place))
                            }
                        })
                }
                found[table] = rows.sorted { "\($0)" < "\($1)" }
            }
            return found
        }
    }
}
