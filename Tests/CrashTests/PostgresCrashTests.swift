import Civic
import Foundation
import Store
import StorePostgres
import TestServers
import Testing

@Suite(.serialized, .enabled(if: PostgresServer.programs != nil))
struct PostgresCrashTests {
    private static let kills = 50

    /// Two nodes write without a pause; in turn one of them and the server they write to is killed.
    @Test func `fifty kills of nodes and of the primary lose nothing that was acknowledged`()
        async throws
    {
        let folder = try CrashFolder()
        var servers = try PostgresPair(in: folder)
        defer { servers.stop() }
        let address = servers.address(schema: "crash")
        let place = try PostgresPlace(address)
        let key = try await folder.city(on: try PostgresEngine(place, .create))
        func node(_ life: String) throws -> WriterProcess {
            try WriterProcess(address, key: folder.file("city.key"), life: life)
        }
        var nodes = [try node("a0"), try node("b0")]
        let engine = try PostgresEngine(place, .write)
        let store = try await CityStore.open(engine, key: key, at: .now())
        let evidence = Evidence(store: store, engine: engine)
        var (killedNodes, killedServers, acknowledged) = (0, 0, 0)
        for round in 1...PostgresCrashTests.kills {
            try await Task.sleep(for: .milliseconds(Int.random(in: 100...500)))
            if round.isMultiple(of: 2) {
                let place = round / 2 % 2
                nodes[place].kill()
                killedNodes += 1
                let said = nodes[place].lines.acknowledged
                acknowledged += said.count
                try #require(try await evidence.lost(of: said) == [])
                nodes[place] = try node("\("ab".dropFirst(place).first ?? "c")\(round)")
            } else {
                let before = nodes.map { $0.lines.acknowledged.count }
                try servers.failOver()
                killedServers += 1
                for (node, count) in zip(nodes, before) {
                    try await node.expect { $0.acknowledged.count > count + 5 }
                    try #require(try await evidence.lost(of: node.lines.acknowledged) == [])
                }
                try servers.attachStandby()
            }
            let halves = try await evidence.halves()
            try #require(halves == [])
        }
        for node in nodes {
            node.kill()
            acknowledged += node.lines.acknowledged.count
            #expect(try await evidence.lost(of: node.lines.acknowledged) == [])
        }
        let check = try await store.verifyJournal()
        #expect(check.fault == nil)
        try await engine.close()
        try report(
            """
            PostgreSQL: \(killedNodes) kills of a node, \(killedServers) of the primary, \
            \(acknowledged) acknowledged writes, 0 lost, 0 half-applied, ledger balanced, \
            journal of \(check.sound) events sound
            """)
    }
}
