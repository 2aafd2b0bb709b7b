import Civic
import Store
import StorePostgres
import StoreSQLite
import Testing

/// No bit of any column of any event can be turned unseen.
@Suite struct JournalFlipTests {
    private static let events = 12

    private enum Column: String, CaseIterable {
        case id
        case at
        case actor
        case verb
        case subject
        case detail
        case previousHash = "previous_hash"
        case hash
    }

    private func store(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        for number in 2...JournalFlipTests.events {
            try await store.city.record(
                "list.export", "BKS-\(number)", ["note": "\(number)"], by: .test())
        }
        try await store.unguard("journal")
        return store
    }

    @Test(arguments: TestEngine.all)
    func `a flipped bit is named, wherever it is`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        var random = SeededGenerator(seed: 404)
        for column in Column.allCases {
            for _ in 0..<15 {
                let id = Int.random(in: 2...JournalFlipTests.events, using: &random)
                let whole = try await value(of: column, id, store)
                let (flipped, newID) = flip(whole, column, id, store, &random)
                try await put(flipped, column, id, store)
                let fault = try await store.city.verifyJournal().fault
                #expect(fault == (column == .id ? .missing(id) : .altered(id)), "\(column) \(id)")
                try await put(whole, column, newID, store)
            }
        }
        let check = try await store.city.verifyJournal()
        #expect(check.fault == nil && check.sound == JournalFlipTests.events)
    }

    private func value(
        of column: Column, _ id: Int, _ store: TestStore
    ) async throws -> SQLValue {
        let found = try await store.engine.read { reader throws(Problem) in
            try reader.first(
                "SELECT \(column.rawValue) FROM journal WHERE id = $1", [SQLValue(id)]
            ) { fields -> SQLValue in
                switch column {
                case .id, .at: .integer(fields.integer())
                case .previousHash, .hash: .bytes(fields.bytes())
                case .actor, .verb, .subject, .detail: .text(fields.text())
                }
            }
        }
        return try #require(found)
    }

    /// The value with one bit turned that the database can hold, and the id of the event afterwards.
    private func flip(
        _ value: SQLValue, _ column: Column, _ id: Int, _ store: TestStore,
        _ random: inout SeededGenerator
    ) -> (SQLValue, Int) {
        while true {
            switch value {
            case .integer(let number):
                let changed = number ^ (1 << Int64.random(in: 0..<64, using: &random))
                guard column == .id else { return (.integer(changed), id) }
                // Two events cannot have one id, and none is below 1.
                if changed > Int64(JournalFlipTests.events) {
                    return (.integer(changed), Int(changed))
                }
            case .bytes(let bytes): return (.bytes(flipped(bytes, &random)), id)
            case .text(let text):
                let bytes = flipped(Array(text.utf8), &random)
                guard store.engine is PostgresEngine else { return (.bytes(bytes), id) }
                // PostgreSQL takes nothing but text that can be read.
                if !bytes.contains(0), let changed = String(validating: bytes, as: UTF8.self) {
                    return (.text(changed), id)
                }
            case .null: preconditionFailure("no column of an event is null")
            }
        }
    }

    private func flipped(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        return bytes
    }

    private func put(
        _ value: SQLValue, _ column: Column, _ id: Int, _ store: TestStore
    ) async throws {
        let isText = [.actor, .verb, .subject, .detail].contains(column)
        // SQLite keeps any bytes as text.
        let place = isText && store.engine is SQLiteEngine ? "CAST($1 AS TEXT)" : "$1"
        try await store.engine.write { writer throws(Problem) in
            try writer.execute(
                "UPDATE journal SET \(column.rawValue) = \(place) WHERE id = $2",
                [value, SQLValue(id)])
        }
    }
}
