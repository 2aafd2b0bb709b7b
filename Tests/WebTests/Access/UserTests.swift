import Civic
import Foundation
import Office
import Store
import Testing

@testable import Web

/// The administration of accounts, by its pages.
@Suite struct UserTests {
    private static let password = "rahasia-sekali-1"

    private func visit() async throws -> Visit {
        let city = try await TestCity()
        for (login, role) in [("bayu", "administrator"), ("yuni", "village-operator")] {
            try await city.city.createAccount(
                NewAccount(
                    login: login, name: login.capitalized, role: role,
                    areas: [try #require(PlaceCode("32.75.01.1001"))],
                    password: UserTests.password), by: Act(actor: "test", at: .now()))
        }
        let visit = try await Visit(try TestSite(city))
        try await visit.signIn("bayu", UserTests.password)
        return visit
    }

    private func make(
        _ visit: Visit, _ login: String, _ role: String, _ more: [(String, String)] = []
    ) async throws -> String? {
        try await visit.get("/kelola/pengguna/baru")
        let fields = [("pengguna", login), ("nama", "Dani"), ("peran", role), ("kunci", login)]
        try await visit.post("/kelola/pengguna/baru", fields + more)
        return visit.page.text.firstMatch(of: /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/).map {
            String($0.0)
        }
    }

    private func account(_ login: String, _ visit: Visit) async throws -> Account {
        try #require(try await visit.site.store.city.account(login: login))
    }

    @Test func `an account is made with a first password that is shown once`() async throws {
        let visit = try await visit()
        let areas = [("wilayah", "32.75.01.1001"), ("wilayah", "32.75.02")]
        let password = try #require(
            try await make(visit, "dani", "village-operator", areas))
        let made = try await account("dani", visit)
        #expect(Set(made.areas.map(\.description)) == ["32.75.01.1001", "32.75.02"])
        #expect(made.mustChangePassword && made.agency == nil)
        #expect(try await make(visit, "dani", "village-operator", areas) == nil)
        #expect(visit.page.text.contains("sudah ditampilkan"), "the form sent twice")
        let dani = try await Visit(visit.site)
        try await dani.signIn("dani", password)
        #expect(dani.place == "/kerja/akun")
        #expect(try await dani.get("/kerja/akun").text.contains("Ganti kata sandi dulu"))
        #expect(try await visit.get("/kelola/pengguna").text.contains("Dani"))
    }

    @Test func `what a role goes by must be chosen`() async throws {
        let visit = try await visit()
        for (role, fields) in [
            ("village-operator", [("wilayah", "32.75.99.1001")]), ("village-operator", []),
            ("verifier", [("instansi", "siapa")]), ("verifier", []), ("partner", []),
            ("raja", []),
        ] as [(String, [(String, String)])] {
            #expect(try await make(visit, "dani", role, fields) == nil, "\(role)")
            #expect(visit.page.status == 422)
            #expect(visit.page.text.contains("value=\"dani\""), "what was typed is kept")
        }
        #expect(try await make(visit, "yuni", "auditor") == nil)
        #expect(visit.page.text.contains("sudah dipakai"))
        #expect(
            try await make(
                visit, "hendra", "verifier", [("instansi", "dishub"), ("wilayah", "32.75.01")])
                != nil)
        let made = try await account("hendra", visit)
        #expect(made.agency == "dishub" && made.areas == [], "places mean nothing here")
    }

    @Test func `other rights end the sessions of whoever they are taken from`() async throws {
        let visit = try await visit()
        let yuni = try await Visit(visit.site)
        try await yuni.signIn("yuni", UserTests.password)
        let id = try await account("yuni", visit).id
        try await visit.get("/kelola/pengguna/\(id)")
        let fields = [("nama", "Yuni A."), ("peran", "auditor"), ("bahasa", "en")]
        try await visit.post("/kelola/pengguna/\(id)", fields)
        #expect(visit.place == "/kelola/pengguna/\(id)?selesai=ubah")
        #expect(try await yuni.get("/kerja/akun").wantsSignIn)
        let changed = try await account("yuni", visit)
        #expect(changed.role == "auditor" && changed.language == .english && changed.areas == [])
    }

    @Test func `everything an administrator does is told by the journal`() async throws {
        let visit = try await visit()
        let yuni = try await Visit(visit.site)
        let account = try await account("yuni", visit)
        let page = "/kelola/pengguna/\(account.id)"
        _ = try await visit.site.store.city.printCodes(
            of: "yuni", count: 1, until: .now() + 1000, device: "",
            by: Act(actor: "test", at: .now()))
        func act(_ what: String, _ fields: [(String, String)] = []) async throws {
            try await visit.get(page)
            try await visit.post("\(page)/\(what)", fields)
        }
        try await act("langkah-kedua")
        try await yuni.signIn("yuni", UserTests.password)
        #expect(try await yuni.get("/kerja/akun").status == 200)
        try await act("sesi")
        #expect(try await yuni.get("/kerja/akun").wantsSignIn)
        try await act("nonaktif")
        try await act("nonaktif")
        let closed = try await Visit(visit.site)
        try await closed.signIn("yuni", UserTests.password)
        #expect(closed.token == nil && closed.page.status == 422)
        try await act("aktif")
        try await act("sandi", [("kunci", "s1")])
        #expect(visit.page.status == 200)
        let events = try await visit.site.store.city.events(about: "yuni", limit: 20)
            .filter { $0.actor == "bayu" }
        #expect(
            events.map(\.verb) == [
                "account.password", "account.enable", "account.disable", "session.revoke",
                "factor.reset",
            ])
        for event in events { #expect(!event.detail.values.contains { $0.contains("Yuni") }) }
    }

    @Test func `the last administrator stays one, and is told why`() async throws {
        let visit = try await visit()
        let bayu = try await account("bayu", visit)
        let page = "/kelola/pengguna/\(bayu.id)"
        try await visit.get(page)
        try await visit.post("\(page)/nonaktif", [])
        #expect(visit.page.status == 422)
        #expect(visit.page.text.contains("administrator terakhir"))
        try await visit.post(page, [("nama", "Bayu"), ("peran", "auditor"), ("bahasa", "id")])
        #expect(visit.page.status == 422)
        #expect(try await account("bayu", visit) == bayu)
    }

    @Test func `an account that does not exist is none`() async throws {
        let visit = try await visit()
        for path in ["99", "x", "-1", "0"] {
            #expect(try await visit.get("/kelola/pengguna/\(path)").status == 404)
        }
    }
}
