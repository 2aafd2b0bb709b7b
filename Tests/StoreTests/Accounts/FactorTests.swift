import Civic
import Foundation
import Testing

@testable import Store

@Suite struct FactorTests {
    private static let hour: Int64 = 3_600_000
    private static let end = TestStore.noon + 8 * hour

    private func city(_ kind: TestEngine) async throws -> (TestStore, Account) {
        let store = try await TestStore(kind)
        let account = try await store.city.createAccount(
            NewAccount(login: "ratna", name: "Ratna", role: "manager", password: "kopi"),
            by: .test())
        return (store, account)
    }

    /// A city whose account has an app; its secret.
    private func cityWithApp(_ kind: TestEngine) async throws -> (TestStore, Account, [UInt8]) {
        let (store, account) = try await city(kind)
        try await store.city.draftApp(of: "ratna", by: .test())
        let secret = try #require(try await store.city.appDraft(of: "ratna"))
        let code = TimeCode.code(secret, step: TimeCode.step(at: TestStore.noon))
        let started = try await store.city.confirmApp(
            of: "ratna", code: code, until: FactorTests.end, device: "", by: .test())
        #expect(started?.session.isHalf == false)
        return (store, account, secret)
    }

    private func half(_ city: CityStore) async throws -> StartedSession {
        let account = try #require(try await city.account(login: "ratna"))
        return try await city.startSession(
            for: account, until: FactorTests.end, device: "Chrome|Windows", isHalf: true,
            by: .test())
    }

    private func code(_ secret: [UInt8], _ milliseconds: Int64) -> String {
        TimeCode.code(secret, step: TimeCode.step(at: TestStore.noon + milliseconds))
    }

    @Test(arguments: TestEngine.all)
    func `an app counts once its first code was typed`(_ kind: TestEngine) async throws {
        let (store, account) = try await city(kind)
        #expect(!account.hasSecondFactor)
        try await store.city.draftApp(of: "ratna", by: .test())
        let first = try #require(try await store.city.appDraft(of: "ratna"))
        #expect(first.count == 20)
        #expect(try await store.city.account(login: "ratna")?.hasSecondFactor == false)
        let wrong = try await store.city.confirmApp(
            of: "ratna", code: code(first, 90_000), until: FactorTests.end, device: "",
            by: .test())
        #expect(wrong == nil)
        // A second draft is another secret.
        try await store.city.draftApp(of: "ratna", by: .test())
        let second = try #require(try await store.city.appDraft(of: "ratna"))
        #expect(second != first)
        _ = try await store.city.confirmApp(
            of: "ratna", code: code(second, 0), until: FactorTests.end, device: "", by: .test())
        let known = try #require(try await store.city.account(login: "ratna"))
        #expect(known.appSince == TestStore.noon && known.hasSecondFactor)
        #expect(try await store.city.appDraft(of: "ratna") == nil)
        let verbs = try await store.city.events(about: "ratna", limit: 9).map(\.verb)
        #expect(verbs == ["factor.app", "factor.draft", "factor.draft", "account.create"])
    }

    @Test(arguments: TestEngine.all)
    func `a code makes a half session whole, once, with another token`(
        _ kind: TestEngine
    ) async throws {
        let (store, _, secret) = try await cityWithApp(kind)
        let half = try await half(store.city)
        #expect(half.session.isHalf)
        func pass(_ token: String, _ typed: String, _ later: Int64) async throws
            -> StartedSession?
        {
            try await store.city.passFactor(
                token: token, code: typed, until: FactorTests.end,
                at: TestStore.noon + later)
        }
        let stale = code(secret, 0)
        #expect(try await pass(half.token, stale, 0) == nil, "used when the app was set up")
        #expect(try await pass(half.token, code(secret, 300_000), 60_000) == nil)
        #expect(try await pass(half.token, "", 60_000) == nil)
        let whole = try #require(try await pass(half.token, code(secret, 60_000), 60_000))
        #expect(whole.token != half.token && whole.session.csrf != half.session.csrf)
        #expect(!whole.session.isHalf && whole.session.device == "Chrome|Windows")
        let before = try await store.city.session(
            token: half.token, at: TestStore.noon, idleLimit: 1000)
        #expect(before == nil, "the token from before is worth nothing")
        // Whoever saw the code cannot use it, not even with the password.
        let other = try await self.half(store.city)
        #expect(try await pass(other.token, code(secret, 60_000), 60_000) == nil)
        #expect(try await pass(other.token, code(secret, 30_000), 60_000) == nil)
        #expect(try await pass(other.token, code(secret, 90_000), 90_000) != nil)
        // A whole session needs no code, and gets nothing for one.
        #expect(try await pass(whole.token, code(secret, 150_000), 150_000) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `one code at two places at once lets one in`(_ kind: TestEngine) async throws {
        let (store, _, secret) = try await cityWithApp(kind)
        let other = try await store.reopened()
        var tokens: [String] = []
        for _ in 0..<6 { tokens.append(try await half(store.city).token) }
        let typed = code(secret, 60_000)
        let city = store.city
        let passed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for (number, token) in tokens.enumerated() {
                let node = number % 2 == 0 ? city : other
                group.addTask {
                    try await node.passFactor(
                        token: token, code: typed, until: FactorTests.end,
                        at: TestStore.noon + 60_000) != nil
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(passed.count { $0 } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `each printed code lets in once, however it is typed`(_ kind: TestEngine) async throws {
        let (store, _) = try await city(kind)
        let made = try #require(
            try await store.city.printCodes(
                of: "ratna", count: 3, until: FactorTests.end, device: "", by: .test("k")))
        #expect(Set(made.codes).count == 3)
        let again = try await store.city.printCodes(
            of: "ratna", count: 3, until: FactorTests.end, device: "", by: .test("k"))
        #expect(again == nil, "a list is shown once")
        func pass(_ typed: String) async throws -> Bool {
            let half = try await half(store.city)
            return try await store.city.passFactor(
                token: half.token, code: typed, until: FactorTests.end, at: TestStore.noon)
                != nil
        }
        #expect(try await pass(made.codes[0]))
        #expect(try await !pass(made.codes[0]))
        #expect(try await pass(made.codes[1].lowercased().filter { $0 != "-" }))
        #expect(try await store.city.account(login: "ratna")?.codesLeft == 1)
        #expect(try await !pass("22222-22222"))
        #expect(try await !pass("123456"))
        // A new list replaces the old one.
        let fresh = try #require(
            try await store.city.printCodes(
                of: "ratna", count: 2, until: FactorTests.end, device: "", by: .test("l")))
        #expect(try await !pass(made.codes[2]))
        for code in fresh.codes { #expect(try await pass(code)) }
        // Used up, the password alone is still not enough.
        let account = try #require(try await store.city.account(login: "ratna"))
        #expect(account.codesLeft == 0 && account.hasSecondFactor)
    }

    @Test(arguments: TestEngine.all)
    func `setting up ends the other sessions, a reset all of them`(
        _ kind: TestEngine
    ) async throws {
        let (store, account, _) = try await cityWithApp(kind)
        let old = try await store.city.startSession(
            for: account, until: FactorTests.end, by: .test())
        let made = try #require(
            try await store.city.printCodes(
                of: "ratna", count: 2, until: FactorTests.end, device: "", by: .test()))
        func isOpen(_ token: String) async throws -> Bool {
            try await store.city.session(token: token, at: TestStore.noon, idleLimit: 1000) != nil
        }
        #expect(try await !isOpen(old.token))
        #expect(try await isOpen(made.started.token))
        try await store.city.resetFactor(of: "ratna", by: .test())
        #expect(try await !isOpen(made.started.token))
        let after = try #require(try await store.city.account(login: "ratna"))
        #expect(!after.hasSecondFactor && after.codesLeft == 0)
        #expect(try await store.count("account_code") == 0)
    }

    @Test(arguments: TestEngine.all)
    func `secrets stand nowhere in the files, and are sealed anew with the key`(
        _ kind: TestEngine
    ) async throws {
        let (store, _, secret) = try await cityWithApp(kind)
        try await store.city.draftApp(of: "ratna", by: .test())
        let draft = try #require(try await store.city.appDraft(of: "ratna"))
        let made = try #require(
            try await store.city.printCodes(
                of: "ratna", count: 10, until: FactorTests.end, device: "", by: .test()))
        for bytes in try store.folder.contents().values {
            for hidden in [secret, draft, Array(Base32.text(secret).utf8)] {
                #expect(bytes.range(of: Data(hidden)) == nil)
            }
            for code in made.codes {
                #expect(bytes.range(of: Data(code.utf8)) == nil)
                #expect(bytes.range(of: Data(PrintedCode.normal(code).utf8)) == nil)
            }
        }
        let file = try KeyFile.addKey(at: store.key.path)
        await expectProblem("key-in-use") {
            try await store.city.rotateKeys(to: file, by: .test()) { _ throws(Problem) in }
            try await store.engine.write { writer throws(Problem) in
                let old = try Sealer(try KeyRing(file), id: store.key.id)
                try writer.execute(
                    "UPDATE account SET draft_sealed = $1",
                    [.bytes(try old.seal(draft, .factorDraft, row: 1))])
            }
            _ = try await store.city.retireKeys(at: store.key.path, by: .test())
        }
        try await store.engine.write { writer throws(Problem) in
            let new = try Sealer(file)
            try writer.execute(
                "UPDATE account SET draft_sealed = $1",
                [.bytes(try new.seal(draft, .factorDraft, row: 1))])
        }
        #expect(try await store.city.retireKeys(at: store.key.path, by: .test()).count == 1)
        let city = try await store.reopened()
        #expect(try await city.appDraft(of: "ratna") == draft)
        let half = try await half(city)
        let whole = try await city.passFactor(
            token: half.token, code: code(secret, 60_000), until: FactorTests.end,
            at: TestStore.noon + 60_000)
        #expect(whole != nil, "the app still fits after the key was changed")
    }

    @Test(arguments: TestEngine.all)
    func `a city insists unless it says otherwise`(_ kind: TestEngine) async throws {
        let (store, account) = try await city(kind)
        let city = store.city
        func insists() async throws -> Bool {
            try await city.startSession(for: account, until: FactorTests.end, by: .test())
                .session.insistsOnFactor
        }
        #expect(try await city.secondFactorRule() == .required)
        #expect(try await insists())
        try await city.setSecondFactorRule(.offered, by: .test())
        try await city.setSecondFactorRule(.offered, by: .test())
        #expect(try await !insists())
        let events = try await city.events(before: nil, limit: 9).filter {
            $0.verb == "factor.rule"
        }
        #expect(events.map(\.detail) == [["rule": "offered"]])
    }
}
