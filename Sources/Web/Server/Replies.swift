import Civic
import HTTPTypes
import Hummingbird
import NIOCore
import Office
import Pages
import Store

extension WebApp {
    /// A page in the visitor's language, compressed where the browser takes it.
    func page<P: Page>(
        _ page: P, _ request: Request, _ visitor: Visitor,
        status: HTTPResponse.Status = .ok, csrf: String? = nil
    ) throws -> Response {
        let frame = Frame(
            site: site, language: visitor.language,
            otherLanguageHref: otherLanguage(request, visitor),
            user: user(visitor), csrf: csrf ?? visitor.session?.csrf,
            watch: P.room == .work ? watch(visitor) : nil)
        let html = try templates.render(page, in: frame)
        var response = body(Array(html.utf8), "text/html; charset=utf-8", request, status: status)
        if visitor.choseLanguage {
            setCookie(Visitor.languageCookie, visitor.language.rawValue, days: 365, &response)
        }
        return response
    }

    /// Whoever is signed in; without a menu while a step of signing in is left, and nobody before the
    /// second factor.
    private func user(_ visitor: Visitor) -> Frame.User? {
        guard let account = visitor.session?.account, visitor.step != .factor,
            let role = desk.access.role(account.role)
        else { return nil }
        return Frame.User(
            name: account.name, role: role.title,
            menu: (visitor.viewer?.menu ?? []).compactMap(NavigationItem.init(rawValue:)))
    }

    private func watch(_ visitor: Visitor) -> SessionWatch? {
        visitor.session.map { session in
            SessionWatch(
                script: assets.address(of: WebApp.sessionScript),
                warning: desk.rules.warningMinutes * 60, end: desk.rules.idleMinutes * 60,
                owner: "\(session.account.id)")
        }
    }

    /// Bytes of one type, compressed where that saves something and the browser takes it.
    func body(
        _ bytes: [UInt8], _ type: String, _ request: Request, status: HTTPResponse.Status = .ok
    ) -> Response {
        var headers: HTTPFields = [.contentType: type, .vary: "Accept-Encoding"]
        var content = bytes
        if bytes.count > 600, accepts(gzip: request), let packed = Gzip.compress(bytes) {
            headers[.contentEncoding] = "gzip"
            content = packed
        }
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: content)))
    }

    private func accepts(gzip request: Request) -> Bool {
        request.headers[.acceptEncoding]?.contains("gzip") ?? false
    }

    func wantsJSON(_ request: Request) -> Bool {
        request.headers[.accept]?.contains("application/json") ?? false
    }

    /// The same page in the other language; forms that were sent lead back to their empty form.
    private func otherLanguage(_ request: Request, _ visitor: Visitor) -> String {
        let other: Language = visitor.language == .english ? .indonesian : .english
        var pairs = request.uri.query.map { $0.split(separator: "&").map(String.init) } ?? []
        pairs.removeAll { $0.hasPrefix("bahasa=") }
        pairs.append("bahasa=\(other.rawValue)")
        return "\(request.uri.path)?\(pairs.joined(separator: "&"))"
    }

    /// - Parameters:
    ///   - name: of the cookie.
    ///   - value: letters, digits and `-._` only.
    ///   - days: how long the browser keeps it; nil until it is closed.
    ///   - response: gets the cookie.
    func setCookie(_ name: String, _ value: String, days: Int?, _ response: inout Response) {
        response.setCookie(
            Cookie(
                name: name, value: value, maxAge: days.map { $0 * 86_400 }, path: "/",
                secure: options.isBehindProxy, httpOnly: true, sameSite: .lax))
    }

    /// The fields of a form, at most 64 KiB of them.
    func form(_ request: Request) async throws -> [String: String] {
        let buffer = try await request.body.collect(upTo: 1 << 16)
        return FormFields.read(Array(buffer.readableBytesView))
    }

    /// The fields of a form of which some may be given several times.
    func formLists(_ request: Request) async throws -> [String: [String]] {
        let buffer = try await request.body.collect(upTo: 1 << 16)
        return FormFields.lists(Array(buffer.readableBytesView))
    }

    /// Refuses a form that does not carry the token of the visitor's session.
    func requireToken(_ form: [String: String], _ session: Session) throws(Problem) {
        guard form["csrf"] == session.csrf else {
            throw Problem(
                .conflict, "form-outdated",
                Phrase("Formulir ini sudah kedaluwarsa.", en: "This form is out of date."),
                do: Phrase(
                    "Muat ulang halamannya, lalu kirim lagi.",
                    en: "Reload the page and send it again."))
        }
    }
}

/// Reads `application/x-www-form-urlencoded`.
enum FormFields {
    /// The last value of every field.
    static func read(_ bytes: [UInt8]) -> [String: String] {
        lists(bytes).compactMapValues(\.last)
    }

    /// All values of every field.
    static func lists(_ bytes: [UInt8]) -> [String: [String]] {
        var fields: [String: [String]] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields[decoded(parts[0]), default: []].append(
                parts.count > 1 ? decoded(parts[1]) : "")
        }
        return fields
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "+") {
                text.append(32)
            } else if byte == UInt8(ascii: "%"), index + 1 < bytes.endIndex,
                let high = hexadecimal(bytes[index]), let low = hexadecimal(bytes[index + 1])
            {
                text.append(high << 4 | low)
                index += 2
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
