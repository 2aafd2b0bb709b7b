import Civic
import Foundation
import Store
import StoreSQLite
import TestServers
import Testing

/// What `strings` or `grep` would find in the files of a city that took in its lists.
@Suite("No NIK, phone number or mother's name stands in a file") struct SecrecyTests {
    private static let people = 3000
    private static let names = "SELECT name FROM person UNION SELECT name FROM source_row"

    private let folder: TemporaryFolder
    private var lists: String { folder.path("lists") }
    private var backup: String { folder.path("kota.backup") }
    private var key: [String] { ["--key", folder.path("kota.key")] }

    init() throws {
        folder = try TemporaryFolder()
        let made = try Program.run(
            "synth", "--people", "\(SecrecyTests.people)", "--seed", "7", "--out",
            folder.path("lists"))
        try #require(made.status == 0, "\(made.errors)")
    }

    /// Makes a city, takes the lists in, and makes a backup.
    private func fill(_ store: String) throws {
        for (command, input) in [
            (["init", "--login", "ratna"], "rahasia-sekali-1\n"),
            (["import", lists, "--as-of", "2025-11-05"], ""), (["backup", "--to", backup], ""),
        ] {
            let outcome = try Program.run(command + ["--store", store] + key, input: input)
            try #require(outcome.status == 0, "\(command): \(outcome.errors)")
        }
    }

    /// Searches `files` for what must not be there, and for what must.
    private func search(_ files: [String], _ names: [String], _ what: String) throws {
        let words = try SecretWords(lists: lists, besides: names)
        let areMany = words.areMany
        #expect(areMany, "\(words.counts)")
        let found = try words.found(in: files + [backup])
        #expect(found.count == 0, "\(found.count), such as \(found.sorted().prefix(3))")
        let readable = Set(names.map { $0.uppercased() })
        #expect(try FileSearch.found(readable, in: files).count > SecrecyTests.people / 2)
        #expect(try FileSearch.found(readable.filter { $0.count > 9 }, in: [backup]).isEmpty)
        try report("Secrecy: \(words.counts), 0 stored readably in \(what) and a backup")
    }

    @Test func `in SQLite`() async throws {
        let store = folder.path("kota.db")
        try fill(store)
        let engine = try SQLiteEngine(store, .read)
        let names = try await engine.read { reader throws(Problem) in
            try reader.all(SecrecyTests.names) { fields in fields.text() }
        }
        try await engine.close()
        // There is a log while the store is open.
        let server = try RunningServer(folder, ["--store", store] + key)
        try #require(server.waitUntilReady(), "\(server.lines)")
        let log = "\(store)-wal"
        #expect(server.eventually { FileManager.default.contents(atPath: log)?.isEmpty == false })
        try search([store, log], names, "SQLite, its log")
        server.terminate()
        #expect(server.ended() == 0)
    }

    @Test(.enabled(if: PostgresServer.programs != nil))
    func `in PostgreSQL`() throws {
        let place = try CrashFolder()
        var server = PostgresServer("rahasia", in: place)
        try server.create()
        try server.start()
        defer { server.stop() }
        try fill("postgresql://sigap@127.0.0.1:\(server.port)/postgres?schema=kota")
        let names = try server.ask("SET search_path = kota; \(SecrecyTests.names)")
        _ = try server.ask("CHECKPOINT")
        try search(
            [server.data], names.split(separator: "\n").dropFirst().map(String.init),
            "the data folder of PostgreSQL")
    }
}
