import Civic
import Store
import Testing

@Suite struct AccountChangeTests {
    private static let administrators: Set = ["administrator"]
    private static let end = TestStore.noon + 3_600_000

    private func city(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        for (login, role) in [("bayu", "administrator"), ("yuni", "village-operator")] {
            try await store.city.createAccount(
                NewAccount(
                    login: login, name: login, role: role, areas: [SampleCity.villages[0]],
                    password: "x"), by: .test())
        }
        return store
    }

    private func change(_ role: String, _ name: String = "Yuni") -> AccountChange {
        AccountChange(
            name: name, role: role, agency: nil, areas: [SampleCity.villages[0]],
            language: .indonesian)
    }

    private func token(_ store: TestStore, _ login: String) async throws -> String {
        let account = try #require(try await store.city.account(login: login))
        return try await store.city.startSession(
            for: account, until: AccountChangeTests.end, device: "Firefox|Linux", by: .test()
        ).token
    }

    private func isOpen(_ token: String, _ store: TestStore) async throws -> Bool {
        try await store.city.session(token: token, at: TestStore.noon, idleLimit: 1000) != nil
    }

    @Test(arguments: TestEngine.all)
    func `other rights end the sessions, another name does not`(_ kind: TestEngine) async throws {
        let store = try await city(kind)
        let token = try await token(store, "yuni")
        let roles = AccountChangeTests.administrators
        try await store.city.changeAccount(
            "yuni", to: change("village-operator", " Yuni A. "), keepingOneOf: roles,
            by: .test("a"))
        #expect(try await store.city.account(login: "yuni")?.name == "Yuni A.")
        #expect(try await isOpen(token, store))
        try await store.city.changeAccount(
            "yuni", to: change("auditor", "Yuni A."), keepingOneOf: roles, by: .test("b"))
        #expect(try await store.city.account(login: "yuni")?.role == "auditor")
        #expect(try await !isOpen(token, store))
        await expectProblem("login-form") {
            try await store.city.changeAccount(
                "yuni", to: change("auditor", " "), keepingOneOf: roles, by: .test())
        }
        let events = try await store.city.events(about: "yuni", limit: 9).filter {
            $0.verb == "account.change"
        }
        #expect(
            events.map(\.detail) == [
                ["fields": "role", "role": "auditor"],
                ["fields": "name", "role": "village-operator"],
            ])
    }

    @Test(arguments: TestEngine.all)
    func `the last administrator stays one`(_ kind: TestEngine) async throws {
        let store = try await city(kind)
        let city = store.city
        let roles = AccountChangeTests.administrators
        func disable() async throws {
            try await city.disableAccount("bayu", keepingOneOf: roles, by: .test())
        }
        await expectProblem("last-administrator") { try await disable() }
        await expectProblem("last-administrator") {
            try await city.changeAccount(
                "bayu", to: change("auditor", "Bayu"), keepingOneOf: roles, by: .test())
        }
        try await city.changeAccount(
            "bayu", to: change("administrator", "Bayu S."), keepingOneOf: roles, by: .test())
        // An administrator who may not sign in is none.
        try await city.createAccount(
            NewAccount(login: "sinta", name: "Sinta", role: "administrator", password: "x"),
            by: .test())
        try await city.disableAccount("sinta", keepingOneOf: roles, by: .test())
        await expectProblem("last-administrator") { try await disable() }
        try await city.enableAccount("sinta", by: .test())
        try await disable()
        #expect(try await city.account(login: "bayu")?.disabledAt != nil)
    }

    @Test(arguments: TestEngine.all)
    func `two administrators who disable each other at once leave one`(
        _ kind: TestEngine
    ) async throws {
        let store = try await city(kind)
        let other = try await store.reopened()
        let city = store.city
        try await city.createAccount(
            NewAccount(login: "sinta", name: "Sinta", role: "administrator", password: "x"),
            by: .test())
        await withTaskGroup(of: Void.self) { group in
            for (node, login) in [(city, "bayu"), (other, "sinta")] {
                group.addTask {
                    try? await node.disableAccount(
                        login, keepingOneOf: AccountChangeTests.administrators, by: .test())
                }
            }
        }
        let left = try await city.accounts().filter {
            $0.role == "administrator" && $0.disabledAt == nil
        }
        #expect(left.count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `a first password must be changed, and then is gone`(_ kind: TestEngine) async throws {
        let store = try await city(kind)
        let city = store.city
        #expect(
            try await city.setPassword(of: "yuni", to: "awal", mustChange: true, by: .test("k")))
        #expect(
            try await !city.setPassword(of: "yuni", to: "lain", mustChange: true, by: .test("k")))
        let first = try await city.account(login: "yuni", password: "awal")
        #expect(first?.mustChangePassword == true)
        let old = try await token(store, "yuni")
        let started = try await city.changePassword(
            of: "yuni", to: "punya saya", until: AccountChangeTests.end, device: "", by: .test())
        #expect(try await !isOpen(old, store))
        #expect(try await isOpen(started.token, store))
        #expect(try await city.account(login: "yuni", password: "awal") == nil)
        let now = try await city.account(login: "yuni", password: "punya saya")
        #expect(now?.mustChangePassword == false)
    }

    @Test(arguments: TestEngine.all)
    func `sessions are listed without their tokens and ended one by one`(
        _ kind: TestEngine
    ) async throws {
        let store = try await city(kind)
        let city = store.city
        var tokens: [String] = []
        for _ in 0..<3 { tokens.append(try await token(store, "yuni")) }
        let foreign = try await token(store, "bayu")
        func list(_ later: Int64 = 0) async throws -> [Session] {
            try await city.sessions(of: "yuni", at: TestStore.noon + later, idleLimit: 60_000)
        }
        let sessions = try await list()
        #expect(sessions.count == 3 && sessions.allSatisfy { $0.device == "Firefox|Linux" })
        #expect(Set(sessions.map(\.id)).count == 3)
        for session in sessions { #expect(!tokens.contains { $0.contains(session.id) }) }
        #expect(try await list(60_000).isEmpty, "idle for too long")
        let kept = try #require(
            try await city.session(token: tokens[0], at: TestStore.noon, idleLimit: 1000))
        let foreignID = try #require(
            try await city.session(token: foreign, at: TestStore.noon, idleLimit: 1000)
        ).id
        #expect(try await !city.endSession(foreignID, of: "yuni", by: .test()))
        #expect(try await isOpen(foreign, store), "somebody else's")
        let second = try #require(
            try await city.session(token: tokens[1], at: TestStore.noon, idleLimit: 1000)
        ).id
        #expect(try await city.endSession(second, of: "yuni", by: .test()))
        #expect(try await !isOpen(tokens[1], store))
        #expect(try await city.endSessions(of: "yuni", but: kept.id, by: .test()) == 1)
        #expect(try await isOpen(tokens[0], store))
        #expect(try await !isOpen(tokens[2], store))
    }

    @Test(arguments: TestEngine.all)
    func `when attempts begin anew is known`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let city = store.city
        let noon = TestStore.noon
        #expect(try await city.attemptsEnd(from: "x", at: noon) == nil)
        _ = try await city.takeAttempt(from: "x", most: 2, within: 1000, at: noon)
        _ = try await city.takeAttempt(from: "x", most: 2, within: 1000, at: noon + 500)
        #expect(try await city.attemptsEnd(from: "x", at: noon + 700) == noon + 1000)
        #expect(try await city.attemptsEnd(from: "x", at: noon + 1000) == nil)
    }
}
