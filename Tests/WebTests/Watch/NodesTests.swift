import Civic
import Foundation
import HTTPTypes
import Store
import Testing

@testable import Web

/// Two sites on one store: what one of them knows, the other knows.
@Suite struct NodesTests {
    private let cookie = ["Cookie": "sigap_form=x"]

    private func form(_ password: String) -> String {
        "pengguna=dewi&sandi=\(password)&csrf=x"
    }

    @Test func `attempts to sign in count on all nodes together`() async throws {
        let city = try await TestCity()
        try await city.addAccount("dewi", "rahasia-sekali-1")
        let nodes = [try TestSite(city), try TestSite(city)]
        for attempt in 0..<5 {
            let answer = try await nodes[attempt % 2].ask(
                "/masuk", cookie, method: .post, form: form("salah"))
            #expect(answer.status == 422)
        }
        for node in nodes {
            let answer = try await node.ask(
                "/masuk", cookie, method: .post, form: form("rahasia-sekali-1"))
            #expect(answer.status == 422, "the right password, but too late")
        }
        let elsewhere = try await nodes[0].ask(
            "/masuk", cookie, method: .post, form: form("rahasia-sekali-1"), from: "203.0.113.4")
        #expect(elsewhere.cookie("sigap_sesi") != nil)
    }

    @Test func `attempts to look up count on all nodes together`() async throws {
        let city = try await TestCity()
        let nodes = [try TestSite(city), try TestSite(city)]
        let question = "cara=nik&nik=3275010507900003&hari=5&bulan=7&tahun=1990"
        for attempt in 0..<10 {
            let answer = try await nodes[attempt % 2].ask("/cek", method: .post, form: question)
            #expect(answer.status == 200)
        }
        for node in nodes {
            #expect(try await node.ask("/cek", method: .post, form: question).status == 429)
        }
    }

    @Test func `whoever signed in on one node is known on the other`() async throws {
        let city = try await TestCity()
        try await city.addAccount("dewi", "rahasia-sekali-1")
        let nodes = [try TestSite(city), try TestSite(city)]
        let answer = try await nodes[0].ask(
            "/masuk", cookie, method: .post, form: form("rahasia-sekali-1"))
        let token = try #require(answer.cookie("sigap_sesi"))
        #expect(try await nodes[1].ask("/masuk").status == 200)
        let known = try await nodes[1].ask("/masuk", ["Cookie": "sigap_sesi=\(token)"])
        #expect(known.status == 302 || known.status == 303)
        #expect(known.headers[.location] == "/kerja")
    }
}
