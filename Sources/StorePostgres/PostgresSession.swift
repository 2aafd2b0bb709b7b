import CLibPQ
import Civic
import Store

/// One connection and its prepared statements. Used by one thread at a time: the pool hands it from
/// one to the next, which is why it may cross threads without a lock.
final class PostgresSession: @unchecked Sendable {
    /// By text and types of the values.
    private struct Statement: Hashable {
        let sql: String
        let types: [Oid]
    }

    private let connection: OpaquePointer
    private var statements: [Statement: String] = [:]
    /// What failed last in the transaction under way.
    private(set) var failure: PostgresFailure?
    /// Under this number the session notes its commits, each with a serial.
    let slot: Int64
    private var serial: Int64 = 0

    private static let statementsMax = 300
    /// A server must notice within seconds that a node is gone, whose transaction keeps others from
    /// writing.
    private static let watchfulness = """
        SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2;
        SET tcp_keepalives_count = 3; SET tcp_user_timeout = 10000
        """

    /// Connects.
    ///
    /// - Parameter address: as libpq takes it.
    /// - Throws: `store-unreachable`.
    init(_ address: String) throws(Problem) {
        guard let connection = PQconnectdb(address) else { throw Problem.storeFailed("libpq") }
        guard PQstatus(connection) == CONNECTION_OK else {
            PQfinish(connection)
            throw PostgresProblem.unreachable()
        }
        self.connection = connection
        slot = Int64.random(in: Int64.min...Int64.max)
        PQsetClientEncoding(connection, "UTF8")
        // Without this, libpq writes what the server remarks between the lines of the log.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
    }

    deinit { PQfinish(connection) }

    var isBroken: Bool { PQstatus(connection) != CONNECTION_OK }

    /// Broken, left in the middle of something, or at a server that can no longer be used for what
    /// it was opened for.
    var isUsedUp: Bool {
        isBroken || failure?.isLostServer == true
            || PQtransactionStatus(connection) != PQTRANS_IDLE
    }

    /// Begins to watch for failures anew.
    func forgetFailure() { failure = nil }

    func nextSerial() -> Int64 {
        serial += 1
        return serial
    }

    /// Makes the connection ready for the city in `schema`. Writes nothing, so that a server whose
    /// standby is gone can still be read.
    func enter(_ schema: String) throws(Problem) {
        try run(
            """
            SET search_path = \(schema); SET client_min_messages = warning;
            SET lock_timeout = '60s'; SET idle_in_transaction_session_timeout = '15min';
            \(PostgresSession.watchfulness)
            """)
    }

    /// What the server says of itself, such as its encoding.
    func setting(_ name: String) -> String {
        PQparameterStatus(connection, name).map { String(cString: $0) } ?? ""
    }

    /// Runs statements without values or answer, one after the other, and returns what the first
    /// one came to (`COMMIT` or `ROLLBACK`, say).
    @discardableResult
    func run(_ sql: String) throws(Problem) -> String {
        guard PQsendQuery(connection, sql) == 1 else { throw failed(nil) }
        var first: String?
        try receive { result throws(Problem) in
            if first == nil { first = String(cString: PQcmdStatus(result)) }
        }
        return first ?? ""
    }

    /// Asks with values and hands over each row as it comes; returns how many rows were changed.
    @discardableResult
    func ask(
        _ sql: String, _ values: [SQLValue], _ body: (PostgresRow) throws(Problem) -> Void
    ) throws(Problem) -> Int {
        let values = PostgresValues(values)
        let name = try prepared(sql, values.types)
        guard values.send(name, connection) else { throw failed(nil) }
        PQsetSingleRowMode(connection)
        var changed = 0
        try receive { result throws(Problem) in
            if PQresultStatus(result) == PGRES_SINGLE_TUPLE {
                try body(PostgresRow(result))
            } else {
                changed = Int(String(cString: PQcmdTuples(result))) ?? 0
            }
        }
        return changed
    }

    /// Sends rows in bulk.
    func copy(
        into table: String, _ columns: [String], _ values: [SQLValue]
    ) throws(Problem) {
        let sql = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN (FORMAT binary)"
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_IN else { throw failed(result) }
        var piece = PostgresCopy(columns: columns.count)
        for start in stride(from: 0, to: values.count, by: columns.count) {
            piece.append(row: values[start..<start + columns.count])
            if piece.bytes.count >= PostgresCopy.pieceSize {
                try send(piece.bytes)
                piece.clear()
            }
        }
        piece.end()
        try send(piece.bytes)
        guard PQputCopyEnd(connection, nil) == 1 else { throw failed(nil) }
        try receive { _ in }
    }

    private func send(_ bytes: [UInt8]) throws(Problem) {
        let isSent = bytes.withUnsafeBytes { bytes in
            PQputCopyData(
                connection, bytes.assumingMemoryBound(to: CChar.self).baseAddress,
                Int32(bytes.count))
        }
        // A refused row ends the copy; what was wrong comes with the answer.
        if isSent != 1 { try receive { _ in } }
    }

    private func prepared(_ sql: String, _ types: [Oid]) throws(Problem) -> String {
        let statement = Statement(sql: sql, types: types)
        if let name = statements[statement] { return name }
        if statements.count >= PostgresSession.statementsMax {
            try run("DEALLOCATE ALL")
            statements.removeAll(keepingCapacity: true)
        }
        let name = "s\(statements.count)"
        guard PQsendPrepare(connection, name, sql, Int32(types.count), types) == 1 else {
            throw failed(nil)
        }
        try receive { _ in }
        statements[statement] = name
        return name
    }

    /// Takes every result of what was sent. All are taken even after a failure, which is thrown at
    /// the end, so that the connection is ready for the next.
    private func receive(
        _ body: (OpaquePointer) throws(Problem) -> Void
    ) throws(Problem) {
        var trouble: Problem?
        while let result = PQgetResult(connection) {
            defer { PQclear(result) }
            if trouble != nil { continue }
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY:
                do {
                    try body(result)
                } catch {
                    trouble = error
                }
            default: trouble = failed(result)
            }
        }
        if let trouble { throw trouble }
        if isBroken { throw failed(nil) }
    }

    private func failed(_ result: OpaquePointer?) -> Problem {
        let failure = PostgresFailure(result)
        self.failure = failure
        return failure.problem
    }
}
