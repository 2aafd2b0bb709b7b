import Civic
import Foundation
import Store
import StoreSQLite
import Testing

/// A store that was written by a machine whose clock was days ahead, and was put right since.
@Suite("A clock that jumps back") struct ClockTests {
    private static let dayLength: Int64 = 86_400_000

    private struct Event: Equatable {
        let id: Int
        let at: Int64
    }

    /// Writes what `act` says and signs somebody in, in three days; returns the cookie.
    private func writeAhead(_ city: FileCity) async throws -> String {
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        let ahead = Instant(milliseconds: now + 3 * ClockTests.dayLength)
        let store = try await CityStore.open(
            try SQLiteEngine(city.store, .write), key: try KeyFile.load(from: city.key), at: ahead)
        let act = Act(actor: "uji", at: ahead)
        let account = try await store.createAccount(
            NewAccount(login: "yuni", name: "Yuni", role: "manager", password: "x"), by: act)
        let started = try await store.startSession(
            for: account, until: ahead + ClockTests.dayLength, by: act)
        try await store.close()
        return started.token
    }

    private func read<T: Sendable>(
        _ city: FileCity, _ sql: String, _ row: @escaping @Sendable (inout SQLFields) -> T
    ) async throws -> [T] {
        let engine = try SQLiteEngine(city.store, .read)
        let rows = try await engine.read { reader throws(Problem) in
            try reader.all(sql, [], row)
        }
        try await engine.close()
        return rows
    }

    @Test func `it is told, the journal goes on in order, and no session is lengthened`()
        async throws
    {
        let city = try FileCity()
        #expect(try city.run("check").output.contains("✓ clock: "))
        let token = try await writeAhead(city)
        let check = try city.run("check")
        #expect(check.status == 4)
        #expect(check.output.contains("✗ clock: The clock is "), "\(check.output)")
        #expect(check.output.contains("✓ journal: "), "\(check.output)")

        // Work goes on, and is recorded behind what was there.
        let added = try city.run("account", "add", "--login", "dedi", input: "rahasia-sekali-2\n")
        #expect(added.status == 0, "\(added.errors)")
        #expect(try city.run("journal", "roots", "sign").status == 0)
        let events = try await read(city, "SELECT id, at FROM journal ORDER BY id") { fields in
            Event(id: fields.int(), at: fields.integer())
        }
        #expect(events.map(\.id) == Array(1...events.count))
        let latest = try #require(events.map(\.at).max())
        #expect(try #require(events.last).at < latest - 2 * ClockTests.dayLength)
        #expect(try city.run("journal", "verify").status == 0)

        let expiry = "SELECT expires_at, seen_at FROM session"
        let before = try await read(city, expiry) { [$0.integer(), $0.integer()] }
        let server = try city.server()
        var browser = Browser(cookies: ["sigap_sesi": token])
        #expect(try !browser.isSignedIn(at: server), "nobody knows how old it is")
        browser = Browser()
        #expect(try browser.signIn(FileCity.login, FileCity.password, at: server).status == 303)
        #expect(try browser.isSignedIn(at: server))
        server.terminate()
        #expect(server.ended() == 0)
        let after = try await read(city, "\(expiry) ORDER BY expires_at DESC") {
            [$0.integer(), $0.integer()]
        }
        #expect(after.count == 2 && after.first == before.first)
        #expect(try city.run("journal", "verify").status == 0)
    }
}
