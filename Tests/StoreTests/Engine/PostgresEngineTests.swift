import Civic
import Foundation
import Store
import Testing

@testable import StorePostgres

/// What only an engine with several connections can meet.
@Suite(.enabled(if: TestEngine.server != nil))
struct PostgresEngineTests {
    private let name: String
    private let address: String
    private let engine: any StoreEngine

    init() throws {
        name = "p" + UUID().uuidString.lowercased().filter { $0 != "-" }
        address =
            "\(TestEngine.server ?? "")?schema=\(name)&pool=4&wait=300&application_name=\(name)"
        engine = try PostgresEngine(try PostgresPlace(address), .create)
    }

    /// A function that fails in the way of `state` until it was called `times` times; what a
    /// sequence counts is not taken back with the transaction.
    private func defineFailure(_ state: String, times: Int) async throws {
        try await engine.write { writer throws(Problem) in
            try writer.execute("CREATE SEQUENCE tried")
            try writer.execute("CREATE TABLE sample (id BIGINT PRIMARY KEY)")
            try writer.execute(
                """
                CREATE FUNCTION fail_at_first() RETURNS void LANGUAGE plpgsql AS $body$
                BEGIN
                IF nextval('tried') <= \(times) THEN
                RAISE EXCEPTION 'not yet' USING ERRCODE = '\(state)';
                END IF;
                END $body$
                """)
        }
    }

    private func endOtherConnections() async throws {
        let name = name
        try await engine.read { reader throws(Problem) in
            try reader.scan(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = $1 AND pid <> pg_backend_pid()
                """, [.text(name)]
            ) { _ in }
        }
    }

    private func number(_ sql: String) async throws -> Int {
        try await engine.read { reader throws(Problem) in try reader.integer(sql) }
    }

    @Test(arguments: ["40001", "40P01", "57P01"])
    func `a transaction that lost a race is done again, once`(_ state: String) async throws {
        try await defineFailure(state, times: 3)
        try await engine.write { writer throws(Problem) in
            try writer.execute("INSERT INTO sample (id) VALUES (7)")
            try writer.scan("SELECT fail_at_first()", []) { _ in }
        }
        #expect(try await number("SELECT COUNT(*) FROM sample") == 1)
        #expect(try await number("SELECT last_value FROM tried") == 4)
    }

    @Test func `what cannot succeed is not tried again`() async throws {
        try await defineFailure("23514", times: 3)
        await expectProblem("store-conflict") {
            try await engine.write { writer throws(Problem) in
                try writer.scan("SELECT fail_at_first()", []) { _ in }
            }
        }
        #expect(try await number("SELECT last_value FROM tried") == 1)
    }

    /// A problem caught inside the closure leaves a transaction that the server will not commit.
    @Test func `a failure that was swallowed is not acknowledged`() async throws {
        try await defineFailure("23514", times: 1)
        await expectProblem("store-conflict") {
            _ = try await engine.write { writer throws(Problem) in
                try writer.execute("INSERT INTO sample (id) VALUES (7)")
                try? writer.scan("SELECT fail_at_first()", []) { _ in }
            }
        }
        #expect(try await number("SELECT COUNT(*) FROM sample") == 0)
    }

    @Test func `connections that the server ended are replaced`() async throws {
        try await defineFailure("23514", times: 0)
        for id in 1...20 {
            try await engine.write { writer throws(Problem) in
                try writer.execute("INSERT INTO sample (id) VALUES ($1)", [SQLValue(id)])
            }
            try await endOtherConnections()
        }
        #expect(try await number("SELECT COUNT(*) FROM sample") == 20)
    }

    @Test func `two nodes write side by side and lose nothing`() async throws {
        let other = try PostgresEngine(try PostgresPlace(address), .write)
        try await defineFailure("23514", times: 0)
        let engine = engine
        try await withThrowingTaskGroup(of: Void.self) { group in
            for node in [engine, other] {
                for _ in 0..<50 {
                    group.addTask {
                        try await node.write { writer throws(Problem) in
                            let last = try writer.integer("SELECT MAX(id) FROM sample")
                            try writer.execute(
                                "INSERT INTO sample (id) VALUES ($1)", [SQLValue(last + 1)])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await number("SELECT MAX(id) FROM sample") == 100)
        try await other.close()
        await expectProblem("store-busy") {
            try await other.read { reader throws(Problem) in try reader.integer("SELECT 1") }
        }
    }

    /// Waits in the database, as long work does.
    private static func sleep(
        _ seconds: Double, _ reader: any SQLReader
    ) throws(Problem) {
        try reader.scan("SELECT pg_sleep(\(seconds))", []) { _ in }
    }

    /// Whether somebody wants the gate of this schema to be shut, within two minutes. Seen from
    /// another schema: who reads in this one passes the gate himself.
    private func isExchangeSeen() async throws -> Bool {
        let watcher = try PostgresEngine(
            try PostgresPlace("\(TestEngine.server ?? "")?schema=\(name)_watch&wait=300"), .create)
        let gate = "\(name).engine_gate"
        for _ in 0..<6000 {
            let count = try await watcher.read { reader throws(Problem) in
                try reader.integer(
                    """
                    SELECT COUNT(*) FROM pg_locks
                    WHERE relation = to_regclass($1) AND mode = 'AccessExclusiveLock'
                    """, [.text(gate)])
            }
            if count > 0 { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    @Test func `a set is replaced beside a long read, and new readers need not wait`()
        async throws
    {
        try await defineFailure("23514", times: 0)
        let (engine, end) = (engine, DispatchSemaphore(value: 0))
        let (beginning, begun) = AsyncStream.makeStream(of: Void.self)
        async let before = engine.read { reader throws(Problem) in
            let count = try reader.integer("SELECT COUNT(*) FROM sample")
            begun.yield()
            end.wait()
            return [count, try reader.integer("SELECT COUNT(*) FROM sample")]
        }
        for await _ in beginning { break }
        async let replaced: Void = engine.write { writer throws(Problem) in
            try writer.replacing(["sample"]) { () throws(Problem) in
                try writer.insert(into: "sample", ["id"], (1...500).map { SQLValue($0) })
            }
        }
        let isSeen = try? await isExchangeSeen()
        let during = try? await number("SELECT COUNT(*) FROM sample")
        end.signal()
        #expect(isSeen == true)
        #expect(during == 0)
        #expect(try await before == [0, 0])
        try await replaced
        #expect(try await number("SELECT COUNT(*) FROM sample") == 500)
    }

    @Test func `writers who wait for each other leave connections to readers`() async throws {
        try await defineFailure("23514", times: 0)
        let engine = engine
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in 1...12 {
                group.addTask {
                    try await engine.write { writer throws(Problem) in
                        try writer.execute("INSERT INTO sample (id) VALUES ($1)", [SQLValue(id)])
                        try PostgresEngineTests.sleep(0.5, writer)
                    }
                }
            }
            try await Task.sleep(for: .milliseconds(100))
            // A reader in line behind all writers would see most of what they write.
            #expect(try await number("SELECT COUNT(*) FROM sample") < 6)
            try await group.waitForAll()
        }
        #expect(try await number("SELECT COUNT(*) FROM sample") == 12)
    }

    @Test func `who waits too long, or no longer wants to, is sent away`() async throws {
        let line = WaitingLine(places: 1, limit: .seconds(1), waitingMax: 2)
        #expect(await line.enter())
        async let late = line.enter()
        let unwilling = Task { await line.enter() }
        try await Task.sleep(for: .milliseconds(50))
        #expect(await line.enter() == false)
        unwilling.cancel()
        #expect(await unwilling.value == false)
        #expect(await late == false)
        async let next = line.enter()
        try await Task.sleep(for: .milliseconds(50))
        line.leave()
        #expect(await next)
        line.close()
        #expect(await line.enter() == false)
    }

    @Test func `what was opened for reading is not written`() async throws {
        let reader = try PostgresEngine(try PostgresPlace(address), .read)
        #expect(reader.isReadOnly)
        await expectProblem("store-read-only") {
            try await reader.write { writer throws(Problem) in try writer.execute("SELECT 1") }
        }
    }

    @Test func `a schema without a city, and one with a city, are told apart`() async throws {
        let absent = "\(TestEngine.server ?? "")?schema=nobody_here"
        await expectProblem("store-missing") {
            try PostgresEngine(try PostgresPlace(absent), .write)
        }
        try await defineFailure("23514", times: 0)
        await expectProblem("store-exists") {
            try PostgresEngine(try PostgresPlace(address), .create)
        }
        await expectProblem("store-unreachable") {
            try PostgresEngine(
                try PostgresPlace("postgresql://127.0.0.1:1/nothing?connect_timeout=2"), .write)
        }
    }
}
