import Foundation
import HTTPTypes
import Testing

@testable import Web

/// A browser at a site: keeps its cookies, and sends forms with the token of the page before.
final class Visit {
    let site: TestSite
    private(set) var cookies: [String: String] = [:]
    let address: String
    private(set) var page: TestSite.Answer

    init(_ site: TestSite, from address: String = "127.0.0.1") async throws {
        self.site = site
        self.address = address
        page = try await site.ask("/masuk", from: address)
        keep()
    }

    /// The address of the page that a redirection led to, or nothing.
    var place: String { page.place }
    var token: String? { cookies["sigap_sesi"] }

    func setToken(_ token: String?) { cookies["sigap_sesi"] = token }

    @discardableResult
    func get(_ path: String) async throws -> TestSite.Answer {
        page = try await site.ask(path, headers, from: address)
        keep()
        return page
    }

    /// Sends the fields with the token of the page that is open.
    @discardableResult
    func post(_ path: String, _ fields: [(String, String)]) async throws -> TestSite.Answer {
        let csrf = page.text.firstMatch(of: /name="csrf" value="([^"]+)"/).map { String($0.1) }
        let pairs = fields + [("csrf", csrf ?? "")]
        let form = pairs.map { "\($0.0)=\(Visit.encoded($0.1))" }.joined(separator: "&")
        page = try await site.ask(path, headers, method: .post, form: form, from: address)
        keep()
        return page
    }

    func signIn(_ login: String, _ password: String) async throws {
        try await get("/masuk")
        try await post("/masuk", [("pengguna", login), ("sandi", password)])
    }

    private var headers: [String: String] {
        [
            "Cookie": cookies.map { "\($0)=\($1)" }.joined(separator: "; "),
            "User-Agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36",
        ]
    }

    private func keep() {
        for name in ["sigap_sesi", "sigap_form"] {
            if let value = page.cookie(name) { cookies[name] = value.isEmpty ? nil : value }
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
