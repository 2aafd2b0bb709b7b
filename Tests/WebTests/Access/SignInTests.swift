import Civic
import Foundation
import Office
import Store
import Testing

@testable import Store
@testable import Web

@Suite struct SignInTests {
    private static let password = "rahasia-sekali-1"

    private func site(
        _ secondFactor: SecondFactorRule = .offered, role: String = "manager",
        mustChange: Bool = false
    ) async throws -> TestSite {
        let city = try await TestCity(secondFactor: secondFactor)
        try await city.city.createAccount(
            NewAccount(
                login: "dewi", name: "Dewi", role: role, password: SignInTests.password,
                mustChangePassword: mustChange), by: Act(actor: "test", at: .now()))
        return try TestSite(city)
    }

    private func verbs(_ site: TestSite) async throws -> [String] {
        try await site.store.city.events(about: "dewi", limit: 50).map(\.verb)
    }

    /// The code that an app with this secret shows in so many steps.
    private func code(_ secret: [UInt8], _ steps: Int64 = 0) -> String {
        TimeCode.code(secret, step: TimeCode.step(at: .now()) + steps)
    }

    // MARK: The second factor

    @Test func `a role that needs a second factor sets it up before anything else`() async throws {
        let site = try await site(.required)
        let visit = try await Visit(site)
        try await visit.signIn("dewi", SignInTests.password)
        #expect(visit.place == "/kerja/akun")
        let first = visit.token
        #expect(try await visit.get("/kerja/peserta").wantsSignIn)
        #expect(try await visit.get("/kerja/akun").text.contains("Pasang langkah kedua dulu"))
        #expect(visit.page.text.contains("jaga-sesi"))
        try await visit.post("/kerja/akun/aplikasi", [])
        #expect(visit.place == "/kerja/akun/aplikasi")
        try await visit.get("/kerja/akun/aplikasi")
        let draft = try #require(try await site.store.city.appDraft(of: "dewi"))
        #expect(visit.page.text.contains("secret=\(Base32.text(draft))"))
        try await visit.post("/kerja/akun/aplikasi/kode", [("kode", code(draft, 4))])
        #expect(visit.page.status == 422)
        let typed = code(draft)
        try await visit.post(
            "/kerja/akun/aplikasi/kode", [("kode", "\(typed.prefix(3)) \(typed.suffix(3))")])
        #expect(visit.place == "/kerja/akun?selesai=aplikasi")
        #expect(visit.token != first, "another token once more was proved")
        #expect(try await visit.get("/kerja/akun").status == 200)
        let last = visit.token
        visit.setToken(first)
        #expect(try await visit.get("/kerja/akun").wantsSignIn, "the token from before is dead")
        visit.setToken(last)
        #expect(try await visit.get("/masuk").place == "/kerja")
        let found = try await verbs(site)
        #expect(found == ["factor.app", "factor.draft", "session.start", "account.create"])
    }

    @Test func `with an app the password is half of it`() async throws {
        let site = try await site()
        let city = site.store.city
        let act = Act(actor: "test", at: .now())
        try await city.draftApp(of: "dewi", by: act)
        let secret = try #require(try await city.appDraft(of: "dewi"))
        _ = try await city.confirmApp(
            of: "dewi", code: code(secret, -1), until: .now() + 1000, device: "", by: act)
        let visit = try await Visit(site)
        try await visit.get("/masuk?lanjut=/kerja/akun")
        try await visit.post(
            "/masuk",
            [("pengguna", "dewi"), ("sandi", SignInTests.password), ("lanjut", "/kerja/akun")])
        #expect(visit.place == "/masuk/kode?lanjut=/kerja/akun")
        let half = visit.token
        for path in ["/kerja/akun", "/kerja/peserta", "/kerja"] {
            #expect(try await visit.get(path).wantsSignIn, "\(path) half signed in")
        }
        try await visit.get("/masuk/kode?lanjut=/kerja/akun")
        #expect(!visit.page.text.contains("Dewi"), "the name is for whoever proved to be it")
        try await visit.post("/masuk/kode", [("kode", "000000"), ("lanjut", "/kerja/akun")])
        #expect(visit.page.status == 422 && visit.page.text.contains("Sisa 4"))
        try await visit.post(
            "/masuk/kode", [("kode", code(secret)), ("lanjut", "/kerja/akun")])
        #expect(visit.place == "/kerja/akun")
        #expect(visit.token != half)
        #expect(try await visit.get("/kerja/akun").text.contains("Chrome di Windows"))
        visit.setToken(half)
        #expect(try await visit.get("/kerja/akun").wantsSignIn)
        let foreign = try await Visit(site)
        #expect(try await foreign.get("/masuk/kode").place == "/masuk")
    }

    @Test func `wrong codes rest the account's second step, on every address`() async throws {
        let site = try await site()
        let made = try await site.store.city.printCodes(
            of: "dewi", count: 2, until: .now() + 1000, device: "",
            by: Act(actor: "test", at: .now()))
        let codes = try #require(made).codes
        let visit = try await Visit(site)
        try await visit.signIn("dewi", SignInTests.password)
        for left in (0..<5).reversed() {
            try await visit.get("/masuk/kode")
            try await visit.post("/masuk/kode", [("kode", "123456")])
            #expect(visit.page.text.contains("Sisa \(left)"))
        }
        let other = try await Visit(site, from: "203.0.113.9")
        try await other.signIn("dewi", SignInTests.password)
        try await other.get("/masuk/kode")
        try await other.post("/masuk/kode", [("kode", codes[0])])
        #expect(other.page.status == 422)
        #expect(other.page.text.contains(/Coba lagi pukul \d\d\.\d\d WIB/))
        #expect(try await site.store.city.account(login: "dewi")?.codesLeft == 2)
    }

    @Test func `a list of codes is shown once and lets in`() async throws {
        let site = try await site(.required)
        let visit = try await Visit(site)
        try await visit.signIn("dewi", SignInTests.password)
        try await visit.get("/kerja/akun")
        let key = try #require(
            visit.page.text.firstMatch(of: /name="kunci" value="([^"]+)"/)
        ).1
        try await visit.post("/kerja/akun/daftar-kode", [("kunci", String(key))])
        let codes = visit.page.text.matches(of: /<li class="nik">([^<]+)</).map { String($0.1) }
        #expect(codes.count == 10)
        try await visit.get("/kerja/akun")
        #expect(visit.page.status == 200 && !codes.contains { visit.page.text.contains($0) })
        try await visit.post(
            "/kerja/akun/daftar-kode", [("kunci", String(key)), ("sandi", SignInTests.password)])
        #expect(visit.page.text.contains("sudah ditampilkan"), "the form sent twice")
        let next = try await Visit(site)
        try await next.signIn("dewi", SignInTests.password)
        #expect(next.place == "/masuk/kode")
        try await next.get("/masuk/kode")
        try await next.post("/masuk/kode", [("kode", codes[7])])
        #expect(next.place == "/kerja")
    }

    @Test func `factors change only for who knows the password`() async throws {
        let site = try await site()
        let visit = try await Visit(site)
        try await visit.signIn("dewi", SignInTests.password)
        for path in ["/kerja/akun/aplikasi", "/kerja/akun/daftar-kode"] {
            try await visit.get("/kerja/akun")
            try await visit.post(path, [("sandi", "bukan"), ("kunci", "k")])
            #expect(visit.page.status == 422)
        }
        #expect(try await site.store.city.account(login: "dewi")?.hasSecondFactor == false)
        #expect(try await site.store.city.appDraft(of: "dewi") == nil)
    }

    // MARK: Passwords

    @Test func `a first password must be changed before anything else`() async throws {
        let site = try await site(mustChange: true)
        let visit = try await Visit(site)
        try await visit.signIn("dewi", SignInTests.password)
        #expect(visit.place == "/kerja/akun")
        #expect(try await visit.get("/kerja/peserta").wantsSignIn)
        #expect(try await visit.get("/kerja/akun/aplikasi").wantsSignIn)
        let old = visit.token
        func change(_ was: String, _ new: String, _ again: String) async throws {
            try await visit.get("/kerja/akun")
            try await visit.post(
                "/kerja/akun/sandi", [("lama", was), ("baru", new), ("ulang", again)])
        }
        let good = "kopi tubruk pagi"
        for (was, new, again) in [
            ("bukan", good, good), (SignInTests.password, good, "kopi tubruk"),
            (SignInTests.password, "pendek", "pendek"),
            (SignInTests.password, SignInTests.password, SignInTests.password),
        ] {
            try await change(was, new, again)
            #expect(visit.page.status == 422, "\(new)")
        }
        try await change(SignInTests.password, good, good)
        #expect(visit.place == "/kerja/akun?selesai=sandi")
        #expect(visit.token != old)
        #expect(try await visit.get("/kerja/akun").status == 200)
        visit.setToken(old)
        #expect(try await visit.get("/kerja/akun").wantsSignIn)
    }

    @Test func `ten wrong passwords from anywhere rest a login, known or not`() async throws {
        let site = try await site()
        var pages: [String: String] = [:]
        for login in ["dewi", "tidakada"] {
            for attempt in 0..<10 {
                let visit = try await Visit(site, from: "203.0.113.\(attempt)")
                try await visit.signIn(login, "salah")
                #expect(visit.page.status == 422 && visit.page.text.contains("Sisa"))
            }
            let visit = try await Visit(site, from: "203.0.113.99")
            try await visit.signIn(login, SignInTests.password)
            #expect(visit.page.status == 422 && visit.token == nil)
            let sentence = visit.page.text.firstMatch(
                of: /Terlalu banyak percobaan\. Coba lagi pukul \d\d\.\d\d WIB\./)
            pages[login] = try #require(sentence).0.description
        }
        #expect(pages["dewi"]?.prefix(40) == pages["tidakada"]?.prefix(40))
    }

    @Test func `signing in gives a new token and ends the session before`() async throws {
        let site = try await site()
        let visit = try await Visit(site)
        // A token that somebody planted is worth nothing and is replaced.
        visit.setToken("ditanam")
        try await visit.signIn("dewi", SignInTests.password)
        let first = try #require(visit.token)
        #expect(first != "ditanam")
        // Signing in once more at the same browser ends what was open there.
        let again = try await Visit(site)
        again.setToken(first)
        try await again.post(
            "/masuk", [("pengguna", "dewi"), ("sandi", SignInTests.password)])
        #expect(again.token != nil && again.token != first)
        #expect(try await visit.get("/kerja/akun").wantsSignIn)
    }

    // MARK: One's own sessions

    @Test func `sessions are ended one by one or all others`() async throws {
        let site = try await site()
        var visits: [Visit] = []
        for _ in 0..<4 {
            let visit = try await Visit(site)
            try await visit.signIn("dewi", SignInTests.password)
            visits.append(visit)
        }
        let own = visits[0]
        try await own.get("/kerja/akun")
        let ids = own.page.text.matches(of: /name="sesi" value="([0-9a-f]+)"/).map {
            String($0.1)
        }
        #expect(ids.count == 3, "all but this one can be ended")
        for visit in visits {
            #expect(visit.token.map { !own.page.text.contains($0) } == true)
        }
        try await own.post("/kerja/akun/sesi", [("sesi", ids[0])])
        var open = 0
        for visit in visits.dropFirst() where try await visit.get("/kerja/akun").status == 200 {
            open += 1
        }
        #expect(open == 2)
        try await own.get("/kerja/akun")
        try await own.post("/kerja/akun/sesi", [])
        #expect(own.place == "/kerja/akun?selesai=sesi")
        for visit in visits.dropFirst() {
            #expect(try await visit.get("/kerja/akun").wantsSignIn)
        }
        #expect(try await own.get("/kerja/akun").status == 200)
    }

    @Test func `whoever says that he is still there stays`() async throws {
        let site = try await site()
        let visit = try await Visit(site)
        try await visit.signIn("dewi", SignInTests.password)
        try await visit.get("/kerja/akun")
        #expect(visit.page.text.contains("data-ingat=\"1500\" data-habis=\"1800\""))
        #expect(try await visit.post("/kerja/akun/lanjut", []).status == 204)
    }

    @Test(
        arguments: [
            ("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/120 Safari/537 Edg/120", "Edge|Windows"),
            (
                "Mozilla/5.0 (Linux; Android 13; SM-A) SamsungBrowser/21 Chrome/110 Mobile Safari/5",
                "Samsung Internet|Android"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Safari/604",
                "Safari|iPhone"
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115",
                "Firefox|Linux"
            ),
            ("curl/8.0", ""), ("", ""),
        ])
    func `of a browser only its name and its system's are kept`(_ agent: String, _ kept: String) {
        #expect(DeviceName.kept(from: agent) == kept)
    }
}
