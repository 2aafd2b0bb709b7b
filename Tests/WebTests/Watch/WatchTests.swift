import Civic
import Foundation
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct WatchTests {
    // MARK: Readiness

    @Test func `a node is ready while its store answers`() async throws {
        let site = try TestSite(try await TestCity())
        #expect(try await site.ask("/siap").status == 200)
        try await site.store.city.close()
        let answer = try await site.ask("/siap")
        #expect(answer.status == 503)
        #expect(answer.text == "store\n")
        #expect(try await site.ask("/sehat").status == 200)
    }

    @Test func `a node that was told to stop is not ready but lives`() async throws {
        let site = try TestSite(try await TestCity())
        site.app.readiness.stop()
        let answer = try await site.ask("/siap")
        #expect(answer.status == 503)
        #expect(answer.text == "stopping\n")
        #expect(try await site.ask("/sehat").status == 200)
        #expect(try await site.ask("/bantuan").status == 200)
    }

    @Test func `a node whose store was upgraded by another program is not ready`() async throws {
        let site = try TestSite(try await TestCity())
        try await site.store.tamper("INSERT INTO migration VALUES (99, 'later', 'x', 1)")
        let answer = try await site.ask("/siap")
        #expect(answer.status == 503)
        #expect(answer.text == "schema\n")
    }

    // MARK: Who may read metrics

    @Test func `metrics are for this machine and those that were named`() async throws {
        let city = try await TestCity()
        let site = try TestSite(city, metricsFrom: ["10.20.0.0/20", "2001:db8::7"])
        for (address, status) in [
            ("127.0.0.1", 200), ("::1", 200), ("10.20.15.9", 200), ("10.20.16.9", 403),
            ("::ffff:10.20.1.1", 200), ("2001:db8::7", 200), ("2001:db8::8", 403),
            ("203.0.113.5", 403),
        ] {
            let answer = try await site.ask("/metrik", from: address)
            #expect(answer.status == status, "\(address)")
        }
    }

    @Test func `nobody reaches metrics through a proxy`() async throws {
        let city = try await TestCity()
        let direct = try TestSite(city)
        let passed = ["X-Forwarded-For": "203.0.113.5"]
        #expect(try await direct.ask("/metrik", passed).status == 403)
        #expect(try await direct.ask("/metrik", ["Forwarded": "for=127.0.0.1"]).status == 403)
        let behind = try TestSite(city, isBehindProxy: true)
        #expect(try await behind.ask("/metrik", passed).status == 403)
        let forged = ["X-Forwarded-For": "127.0.0.1, 203.0.113.5"]
        #expect(try await behind.ask("/metrik", forged).status == 403)
        #expect(try await behind.ask("/metrik").status == 200)
    }

    @Test(arguments: ["", "10.0.0", "10.0.0.0/33", "10.0.0.0/x", "example.org", "::/129"])
    func `what is no address is refused`(_ text: String) {
        #expect(throws: Problem.self) { try AddressList(loopbackAnd: [text]) }
    }

    // MARK: Request ids

    @Test(arguments: ["0f8fad5b-d9cb-469f-a165-70867ae28950", "abc123", "7", "k8s.node_1-9"])
    func `a sane request id is taken over`(_ id: String) async throws {
        let site = try TestSite(try await TestCity())
        let answer = try await site.ask("/sehat", ["X-Request-ID": id])
        #expect(RequestID.header.flatMap { answer.headers[$0] } == id)
        #expect(site.lines.all.contains { $0.contains("\"request_id\":\"\(id)\"") })
    }

    @Test(arguments: [
        "3275010507900003", "0812-7000-0001", "r3275010507900003", "a-0812.7000.0001", "a b", "é",
        "a\"b", String(repeating: "a", count: 65),
    ])
    func `any other is replaced`(_ id: String) async throws {
        let site = try TestSite(try await TestCity())
        let answer = try await site.ask("/sehat", ["X-Request-ID": id])
        let given = try #require(RequestID.header.flatMap { answer.headers[$0] })
        #expect(given != id)
        #expect(given.count == 17)
        #expect(!site.lines.all.contains { $0.contains(id) })
    }

    @Test func `requests without an id get different ones`() async throws {
        let site = try TestSite(try await TestCity())
        var ids: Set<String> = []
        for _ in 0..<50 {
            let answer = try await site.ask("/tiada")
            ids.insert(RequestID.header.flatMap { answer.headers[$0] } ?? "")
        }
        #expect(ids.count == 50)
    }

    // MARK: Logs

    @Test func `logs tell of requests and of no person`() async throws {
        let site = try TestSite(try await TestCity())
        try await site.store.addAccount("dewilestari", "rahasia-sekali-1")
        let cookie = ["Cookie": "sigap_form=x"]
        let wrong = "pengguna=dewilestari&sandi=bukan-itu-77&csrf=x"
        _ = try await site.ask("/masuk", cookie, method: .post, form: wrong, from: "203.0.113.9")
        let right = "pengguna=dewilestari&sandi=rahasia-sekali-1&csrf=x"
        let signedIn = try await site.ask("/masuk", cookie, method: .post, form: right)
        let token = try #require(signedIn.cookie("sigap_sesi"))
        let session = ["Cookie": "sigap_sesi=\(token)"]
        for path in [
            "/kerja/peserta?cari=SUPRIATNA", "/kerja/peserta/BKS-7K4M-92",
            "/SUPRIATNA/3275010507900003",
            "/kerja/dasbor?nama=SUPRIATNA",
        ] { _ = try await site.ask(path, session) }
        let form = "cara=nik&nik=3275010507900003&hari=5&bulan=7&tahun=1990"
        _ = try await site.ask("/cek", method: .post, form: form)
        _ = try await site.ask(
            "/kerja/peserta/cari", session, method: .post, form: "cari=SUPRIATNA&csrf=x")
        try await site.store.city.close()
        _ = try await site.ask("/kerja/peserta?cari=SUPRIATNA", session)

        let lines = site.lines.all
        #expect(lines.count { $0.contains("\"message\":\"request\"") } == 9)
        #expect(lines.contains { $0.contains("request failed") })
        let secrets = [
            "SUPRIATNA", "3275010507900003", "7K4M", "dewilestari", "Dewi", "bukan-itu", "rahasia",
            "203.0.113.9", token,
        ]
        for line in lines {
            for secret in secrets { #expect(!line.contains(secret), "\(secret) in \(line)") }
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let fields = try #require(object as? [String: String])
            #expect(fields["at"]?.count == 24)
            #expect(fields["level"] != nil)
            #expect(fields["request_id"]?.isEmpty == false, "\(line)")
        }
    }
}
