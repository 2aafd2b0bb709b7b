import Civic
import Foundation
import Store
import Testing

@Suite struct SessionTests {
    private static let hour: Int64 = 3_600_000

    private struct SignedIn {
        let store: TestStore
        let account: Account
        let started: StartedSession
    }

    private func signedIn(_ kind: TestEngine) async throws -> SignedIn {
        let store = try await TestStore(kind)
        let account = try await store.city.createAccount(
            NewAccount(login: "yuni", name: "Yuni", role: "kelurahan", password: "x"),
            by: .test())
        let started = try await store.city.startSession(
            for: account, until: TestStore.noon + 8 * SessionTests.hour, by: .test())
        return SignedIn(store: store, account: account, started: started)
    }

    @Test(arguments: TestEngine.all)
    func `a session lasts while it is used, and not beyond its end`(
        _ kind: TestEngine
    ) async throws {
        let begun = try await signedIn(kind)
        let token = begun.started.token
        func session(after milliseconds: Int64) async throws -> Session? {
            try await begun.store.city.session(
                token: token, at: TestStore.noon + milliseconds, idleLimit: SessionTests.hour)
        }
        let half = SessionTests.hour / 2
        #expect(try await session(after: 1)?.account == begun.account)
        #expect(try await session(after: 1)?.csrf == begun.started.session.csrf)
        for step in 1...15 { #expect(try await session(after: Int64(step) * half) != nil) }
        #expect(try await session(after: 16 * half) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a session that is not used ends`(_ kind: TestEngine) async throws {
        let begun = try await signedIn(kind)
        let late = TestStore.noon + SessionTests.hour
        let session = try await begun.store.city.session(
            token: begun.started.token, at: late, idleLimit: SessionTests.hour)
        #expect(session == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a clock that is put back lengthens no session`(_ kind: TestEngine) async throws {
        let begun = try await signedIn(kind)
        func isOpen(_ earlier: Int64) async throws -> Bool {
            try await begun.store.city.session(
                token: begun.started.token, at: TestStore.noon + -earlier,
                idleLimit: SessionTests.hour) != nil
        }
        // Clocks of nodes differ a little.
        #expect(try await isOpen(300_000))
        #expect(try await !isOpen(300_001))
        #expect(try await !isOpen(100 * SessionTests.hour))
        #expect(try await isOpen(0))
    }

    @Test(arguments: TestEngine.all)
    func `signing out ends one session, a new password all`(_ kind: TestEngine) async throws {
        let begun = try await signedIn(kind)
        let city = begun.store.city
        func isOpen(_ token: String) async throws -> Bool {
            try await city.session(token: token, at: TestStore.noon, idleLimit: 1000) != nil
        }
        let other = try await city.startSession(
            for: begun.account, until: TestStore.noon + 1000, by: .test())
        #expect(other.token != begun.started.token)
        try await city.endSession(token: begun.started.token, by: .test())
        try await city.endSession(token: begun.started.token, by: .test())
        #expect(try await !isOpen(begun.started.token))
        #expect(try await isOpen(other.token))
        try await city.setPassword(of: "yuni", to: "y", by: .test())
        #expect(try await !isOpen(other.token))
    }

    @Test(arguments: TestEngine.all)
    func `a token is not in the database`(_ kind: TestEngine) async throws {
        let begun = try await signedIn(kind)
        for bytes in try begun.store.folder.contents().values {
            #expect(bytes.range(of: Data(begun.started.token.utf8)) == nil)
        }
        let session = try await begun.store.city.session(
            token: "guess", at: TestStore.noon, idleLimit: 1000)
        #expect(session == nil)
    }

    @Test(arguments: TestEngine.all)
    func `expired sessions are cleared away`(_ kind: TestEngine) async throws {
        let begun = try await signedIn(kind)
        let late = Act(actor: "yuni", at: TestStore.noon + 9 * SessionTests.hour)
        _ = try await begun.store.city.startSession(
            for: begun.account, until: late.at + 1, by: late)
        #expect(try await begun.store.count("session") == 1)
    }
}
