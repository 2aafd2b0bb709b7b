import Foundation
import Testing

/// A browser that keeps its cookies, whichever node it asks; a copy of it keeps them as they were.
struct Browser {
    struct Answer {
        let status: Int
        let text: String

        /// Where a redirection leads.
        var place: String? { values(of: "location").first }

        func values(of field: String) -> [String] {
            let head = text.components(separatedBy: "\r\n\r\n")[0]
            return head.components(separatedBy: "\r\n").compactMap { line in
                guard line.lowercased().hasPrefix("\(field): ") else { return nil }
                return String(line.dropFirst(field.count + 2))
            }
        }
    }

    var cookies: [String: String] = [:]

    mutating func get(_ path: String, at node: RunningServer) throws -> Answer {
        try ask("GET", path, "", at: node)
    }

    mutating func post(
        _ path: String, _ form: [String: String], at node: RunningServer
    ) throws -> Answer {
        let pairs = form.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        return try ask("POST", path, pairs.joined(separator: "&"), at: node)
    }

    /// Fills in the form for signing in, and sends it.
    mutating func signIn(
        _ login: String, _ password: String, at node: RunningServer
    ) throws -> Answer {
        let token = try formToken(of: "/masuk", at: node)
        return try post(
            "/masuk", ["pengguna": login, "sandi": password, "csrf": token], at: node)
    }

    mutating func signOut(at node: RunningServer) throws -> Answer {
        let token = try formToken(of: "/bantuan", at: node)
        return try post("/keluar", ["csrf": token], at: node)
    }

    /// Whoever is signed in is led away from the form for signing in.
    mutating func isSignedIn(at node: RunningServer) throws -> Bool {
        try get("/masuk", at: node).place?.hasPrefix("/kerja") == true
    }

    private mutating func formToken(of path: String, at node: RunningServer) throws -> String {
        let page = try get(path, at: node).text
        let found = try #require(page.firstMatch(of: /name="csrf" value="([^"]+)"/))
        return String(found.1)
    }

    private mutating func ask(
        _ method: String, _ path: String, _ body: String, at node: RunningServer
    ) throws -> Answer {
        let connection = try #require(node.connect())
        let cookie = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        connection.say(
            "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Cookie: \(cookie)\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let (status, text) = try #require(connection.answer())
        let answer = Answer(status: status, text: text)
        for cookie in answer.values(of: "set-cookie") { keep(cookie) }
        return answer
    }

    private mutating func keep(_ cookie: String) {
        let pair = cookie.split(separator: ";")[0].split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let isOver = cookie.contains("Max-Age=0")
        cookies[String(pair[0])] = isOver ? nil : String(pair[1])
    }
}
