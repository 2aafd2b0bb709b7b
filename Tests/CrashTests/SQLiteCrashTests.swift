import Civic
import Foundation
import Store
import StoreSQLite
import TestServers
import Testing

@Suite(.serialized) struct SQLiteCrashTests {
    private static let kills = 200

    @Test func `two hundred kills lose nothing that was acknowledged`() async throws {
        let folder = try CrashFolder()
        let path = folder.file("city.db")
        let key = try await folder.city(on: try SQLiteEngine(path, .create))
        var (acknowledged, dead, events) = (0, 0, 0)
        for round in 1...SQLiteCrashTests.kills {
            let writer = try WriterProcess(path, key: folder.file("city.key"), life: "r\(round)")
            try await Task.sleep(for: .milliseconds(Int.random(in: 1...400)))
            writer.kill()
            dead += 1
            let engine = try SQLiteEngine(path, .write)
            let store = try await CityStore.open(engine, key: key, at: .now())
            let evidence = Evidence(store: store, engine: engine)
            let said = writer.lines.acknowledged
            acknowledged += said.count
            try #require(try await evidence.lost(of: said) == [])
            let halves = try await evidence.halves()
            try #require(halves == [])
            let check = try await store.verifyJournal()
            try #require(check.fault == nil)
            events = check.sound
            try await engine.close()
        }
        #expect(acknowledged > SQLiteCrashTests.kills)
        try report(
            """
            SQLite: \(dead) kills, \(acknowledged) acknowledged writes, 0 lost, 0 half-applied, ledger balanced, \
            journal of \(events) events sound
            """)
    }
}
