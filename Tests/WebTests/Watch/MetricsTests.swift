import Civic
import Foundation
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct MetricsTests {
    @Test func `metrics are well formed and tell what happened`() async throws {
        let site = try TestSite(try await TestCity())
        for _ in 0..<3 { _ = try await site.ask("/bantuan") }
        _ = try await site.ask("/masuk", method: .post)
        try await site.store.tamper(
            "INSERT INTO setting (name, value) VALUES ('last-backup', '1000')")
        let answer = try await site.ask("/metrik")
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        let metrics = try Exposition(answer.text)
        try metrics.check()
        let help = ["method": "GET", "route": "/bantuan", "status": "200"]
        #expect(metrics.value("sigap_http_requests_total", help) == 3)
        #expect(
            metrics.value("sigap_http_request_duration_seconds_count", ["route": "/bantuan"]) == 3)
        #expect(metrics.value("sigap_http_requests_under_way") == 1)
        #expect(metrics.value("sigap_store_up") == 1)
        #expect(metrics.value("sigap_journal_events") == 2)
        #expect(metrics.value("sigap_nodes") == 0)
        #expect(metrics.value("sigap_jobs", ["state": "failed"]) == 0)
        #expect((metrics.value("sigap_backup_age_seconds") ?? 0) > 1_000_000)
        #expect((metrics.value("process_resident_memory_bytes") ?? 0) > 1_000_000)
        let reads = ["kind": "read", "result": "done"]
        #expect((metrics.value("sigap_store_transactions_total", reads) ?? 0) >= 1)
    }

    @Test func `whatever is asked for, there are no more series than routes`() async throws {
        let site = try TestSite(try await TestCity())
        func series() async throws -> Set<String> {
            let metrics = try Exposition(try await site.ask("/metrik").text)
            return Set(metrics.samples.map(\.series))
        }
        let made = try #require(HTTPRequest.Method("X0"))
        _ = try await site.ask("/tiada/0")
        _ = try await site.ask("/tiada/0", method: made)
        _ = try await site.ask("/kerja/peserta/BKS-0")
        _ = try await series()
        let before = try await series()
        for number in 1...40 {
            _ = try await site.ask("/tiada/\(number)")
            _ = try await site.ask("/kerja/peserta/BKS-\(number)?cari=\(number)")
            _ = try await site.ask(
                "/tiada/0", method: try #require(HTTPRequest.Method("X\(number)")))
        }
        #expect(try await series() == before)
    }

    @Test func `metrics come without the store as well`() async throws {
        let site = try TestSite(try await TestCity())
        try await site.store.city.close()
        let metrics = try Exposition(try await site.ask("/metrik").text)
        try metrics.check()
        #expect(metrics.value("sigap_store_up") == 0)
        #expect(metrics.value("sigap_journal_events") == nil)
        #expect(
            metrics.value("sigap_store_transactions_total", ["kind": "read", "result": "failed"])
                == 1)
    }

    @Test func `label values are escaped`() throws {
        var text = MetricsText()
        text.family("x", .gauge, "An example.")
        text.sample("x", [(name: "a", value: "quote \" slash \\ line\nend")], 1)
        let metrics = try Exposition(text.text)
        #expect(metrics.samples.first?.labels == ["a": "quote \" slash \\ line\nend"])
    }
}
