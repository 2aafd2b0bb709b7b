import Civic
import Store

/// A draft in which one thing goes wrong while rows of `table` are inserted.
struct FaultyDraft: StoreDraft {
    enum Fault: Sendable, CaseIterable {
        /// The last row is not kept.
        case loses
        /// One value of the last row is kept wrongly.
        case alters
        /// The disk is full.
        case fails
    }

    let sound: any StoreDraft
    let fault: Fault
    let table: String

    var engine: any StoreEngine { FaultyEngine(sound: sound.engine, fault: fault, table: table) }

    func publish() async throws(Problem) { try await sound.publish() }

    func discard() async { await sound.discard() }
}

private struct FaultyEngine: StoreEngine {
    let sound: any StoreEngine
    let fault: FaultyDraft.Fault
    let table: String

    var isReadOnly: Bool { sound.isReadOnly }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws(Problem) -> T
    ) async throws(Problem) -> T {
        try await sound.read(body)
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws(Problem) -> T
    ) async throws(Problem) -> T {
        let (fault, table) = (fault, table)
        return try await sound.write { writer throws(Problem) in
            try body(FaultyWriter(sound: writer, fault: fault, table: table))
        }
    }

    func scrub(_ tables: [String]) async throws(Problem) { try await sound.scrub(tables) }

    func close() async throws(Problem) { try await sound.close() }
}

private struct FaultyWriter: SQLWriter {
    let sound: any SQLWriter
    let fault: FaultyDraft.Fault
    let table: String

    func insert(into table: String, _ columns: [String], _ values: [SQLValue]) throws(Problem) {
        guard table == self.table else { return try sound.insert(into: table, columns, values) }
        switch fault {
        case .loses:
            try sound.insert(into: table, columns, Array(values.dropLast(columns.count)))
        case .alters:
            var values = values
            values[values.count - columns.count + 1] = "x"
            try sound.insert(into: table, columns, values)
        case .fails: throw Problem.diskFull()
        }
    }

    func scan(
        _ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws(Problem) -> Void
    ) throws(Problem) { try sound.scan(sql, values, body) }

    func tables() throws(Problem) -> Set<String> { try sound.tables() }

    func columns(of table: String) throws(Problem) -> [SQLColumn] {
        try sound.columns(of: table)
    }

    func execute(_ sql: String, _ values: [SQLValue]) throws(Problem) -> Int {
        try sound.execute(sql, values)
    }

    func replacing(_ tables: [String], _ body: () throws(Problem) -> Void) throws(Problem) {
        try sound.replacing(tables, body)
    }

    func define(_ statement: String) throws(Problem) { try sound.define(statement) }

    func define(_ trigger: SQLTrigger) throws(Problem) { try sound.define(trigger) }
}
