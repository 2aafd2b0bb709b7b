import Civic
import HTTPTypes
import Hummingbird
import Office
import Store

/// Who asks, in which language, from where.
struct Visitor: Sendable {
    let language: Language
    /// The language was chosen with this very request, and is to be remembered.
    let choseLanguage: Bool
    /// Network address, for limits only; never kept.
    let address: String
    let token: String?
    let session: Session?
    /// What is left to do before the session may do anything else.
    let step: SignInStep?
    /// Nil as long as a step is left.
    let viewer: Viewer?

    static let sessionCookie = "sigap_sesi"
    static let languageCookie = "sigap_bahasa"
    static let formCookie = "sigap_form"

    /// The viewer, or a redirection to the login page.
    func signedIn(wanting path: String) throws -> (Viewer, Session) {
        guard let viewer, let session else { throw SignInNeeded(next: path) }
        return (viewer, session)
    }
}

extension WebApp {
    func visitor(_ request: Request, _ context: WebContext) async throws(Problem) -> Visitor {
        let chosen = request.uri.queryParameters["bahasa"].flatMap {
            Language(rawValue: String($0))
        }
        let kept = request.cookies[Visitor.languageCookie].flatMap { Language(rawValue: $0.value) }
        let token = request.cookies[Visitor.sessionCookie]?.value
        var session: Session?
        if let token, !token.isEmpty, token.utf8.count <= 128 {
            session = try await desk.session(token: token)
        }
        return Visitor(
            language: chosen ?? kept ?? session?.account.language ?? .indonesian,
            choseLanguage: chosen != nil, address: remoteAddress(request, context), token: token,
            session: session, step: session.flatMap(desk.step),
            viewer: session.flatMap(desk.viewer))
    }

    func remoteAddress(_ request: Request, _ context: WebContext) -> String {
        if options.isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let forwarded = request.headers[name],
            let last = forwarded.split(separator: ",").last
        {
            return Text.trimmed(String(last))
        }
        return context.remoteAddress?.ipAddress ?? ""
    }
}
