import Civic
import Store
import Testing

@Suite struct AccountTests {
    private static let yuni = NewAccount(
        login: " Yuni ", name: "Yuni", role: "kelurahan", areas: [SampleCity.villages[0]],
        language: .english, password: "kopi tubruk 17")

    @Test(arguments: TestEngine.all)
    func `an account is kept and found`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let made = try await store.city.createAccount(AccountTests.yuni, by: .test("a"))
        #expect(made.login == "yuni" && made.role == "kelurahan" && made.language == .english)
        #expect(made.areas == [SampleCity.villages[0]] && made.agency == nil)
        #expect(made.disabledAt == nil && made.createdAt == TestStore.noon)
        #expect(try await store.city.account(login: "YUNI") == made)
        #expect(try await store.city.account(login: "reza") == nil)
        var second = AccountTests.yuni
        (second.login, second.agency) = ("hendra", "transport")
        try await store.city.createAccount(second, by: .test("b"))
        #expect(try await store.city.accounts().map(\.login) == ["hendra", "yuni"])
        #expect(try await store.city.accounts().first?.agency == "transport")
        let events = try await store.city.events(about: "yuni", limit: 9)
        #expect(events.map(\.verb) == ["account.create"])
    }

    @Test(arguments: TestEngine.all)
    func `a login exists once, and a repeated request makes no second`(
        _ kind: TestEngine
    ) async throws {
        let store = try await TestStore(kind)
        let first = try await store.city.createAccount(AccountTests.yuni, by: .test("a"))
        #expect(try await store.city.createAccount(AccountTests.yuni, by: .test("a")) == first)
        await expectProblem("login-taken") {
            try await store.city.createAccount(AccountTests.yuni, by: .test("b"))
        }
        for login in ["", "  ", "y uni"] {
            var wrong = AccountTests.yuni
            wrong.login = login
            let account = wrong
            await expectProblem("login-form") {
                try await store.city.createAccount(account, by: .test())
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `only the right password signs in`(_ kind: TestEngine) async throws {
        let city = try await TestStore(kind)
        let made = try await city.city.createAccount(AccountTests.yuni, by: .test())
        let right = try await city.city.account(login: "yuni", password: "kopi tubruk 17")
        #expect(right == made)
        for password in ["kopi tubruk 18", "", "kopi tubruk 17 ", "kopi tubruk 17\0x"] {
            #expect(try await city.city.account(login: "yuni", password: password) == nil)
        }
        #expect(try await city.city.account(login: "reza", password: "kopi tubruk 17") == nil)
        try await city.city.setPassword(of: "yuni", to: "teh manis 3", by: .test())
        #expect(try await city.city.account(login: "yuni", password: "kopi tubruk 17") == nil)
        #expect(try await city.city.account(login: "yuni", password: "teh manis 3") == made)
    }

    @Test(arguments: TestEngine.all)
    func `a disabled account cannot sign in, and its sessions end`(
        _ kind: TestEngine
    ) async throws {
        let store = try await TestStore(kind)
        let city = store.city
        let account = try await city.createAccount(AccountTests.yuni, by: .test())
        let started = try await city.startSession(
            for: account, until: TestStore.noon + 1000, by: .test())
        try await city.disableAccount("yuni", by: .test())
        #expect(try await city.account(login: "yuni", password: "kopi tubruk 17") == nil)
        let session = try await city.session(
            token: started.token, at: TestStore.noon, idleLimit: 1000)
        #expect(session == nil)
        try await city.enableAccount("yuni", by: .test())
        #expect(try await city.account(login: "yuni", password: "kopi tubruk 17") != nil)
        await expectProblem("account-unknown") {
            try await city.disableAccount("nobody", by: .test())
        }
        let verbs = try await city.events(about: "yuni", limit: 9).map(\.verb)
        #expect(
            verbs == ["account.enable", "account.disable", "session.start", "account.create"])
    }

    @Test func `no two hashes of one password are equal`() async throws {
        let passwords = Passwords()
        let first = try await passwords.hash("sama")
        let second = try await passwords.hash("sama")
        #expect(first != second)
        #expect(first.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(await passwords.verify("sama", against: first))
        #expect(await passwords.verify("sama", against: second))
        #expect(await !passwords.verify("lain", against: first))
        #expect(await !passwords.verify("", against: nil))
        #expect(await !passwords.verify("sama", against: "nonsense"))
    }

    @Test func `an unknown login takes as long as a wrong password`() async throws {
        let passwords = Passwords()
        let hash = try await passwords.hash("sama")
        let clock = ContinuousClock()
        // The quickest of many, as other work shares the machine.
        var known = Duration.seconds(9)
        var unknown = Duration.seconds(9)
        for round in 1...60 where round <= 5 || unknown < known / 2 || unknown > known * 2 {
            let wrong = await clock.measure { _ = await passwords.verify("x", against: hash) }
            let none = await clock.measure { _ = await passwords.verify("x", against: nil) }
            (known, unknown) = (min(known, wrong), min(unknown, none))
        }
        #expect(unknown > known / 2 && unknown < known * 2)
    }
}
