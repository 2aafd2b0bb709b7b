import Civic
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Store

/// Around every request: refuses forms sent by other sites, turns every error into a page with what
/// to do next, and adds the headers that keep browsers safe.
struct Safeguards: RouterMiddleware {
    typealias Context = WebContext

    let app: WebApp

    @concurrent func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            try refuseForeignForm(request)
            response = try await next(request, context)
        } catch {
            response = await failure(error, request, context)
        }
        addHeaders(to: &response)
        return response
    }

    /// A form that changes something must come from this site.
    private func refuseForeignForm(_ request: Request) throws(Problem) {
        guard request.method != .get, request.method != .head else { return }
        guard let origin = request.headers[.origin], origin != "null" else { return }
        let host = origin.split(separator: "/").last.map(String.init)
        if host != request.head.authority { throw foreignForm() }
    }

    private func foreignForm() -> Problem {
        Problem(
            .forbidden, "foreign-form",
            Phrase(
                "Formulir ini tidak dikirim dari situs ini.",
                en: "This form was not sent from this site."),
            do: Phrase(
                "Buka halamannya lagi, lalu kirim ulang.", en: "Open the page again and resend."))
    }

    // MARK: Errors

    private func failure(
        _ error: any Error, _ request: Request, _ context: WebContext
    ) async -> Response {
        if let needed = error as? SignInNeeded {
            return Response.redirect(to: needed.address, type: .normal)
        }
        let (status, kind) = describe(error, context)
        let visitor = Visitor(
            language: language(request), choseLanguage: false, address: "", token: nil,
            session: nil, step: nil, viewer: nil)
        do {
            return try app.page(ErrorPage(kind), request, visitor, status: status)
        } catch {
            context.logger.error("the error page itself failed", metadata: ["error": "\(error)"])
            return Response(status: .internalServerError)
        }
    }

    private func describe(
        _ error: any Error, _ context: WebContext
    ) -> (HTTPResponse.Status, ErrorPage.Kind) {
        if let problem = error as? Problem {
            switch problem.kind {
            case .notFound where problem.code != "nothing-processed": return (.notFound, .notFound)
            case .forbidden where problem.code != "foreign-form": return (.forbidden, .forbidden)
            case .service: return (.internalServerError, fault(error, context))
            default: return (status(of: problem.kind), .problem(problem))
            }
        }
        if let http = error as? any HTTPResponseError {
            switch http.status {
            case .notFound, .methodNotAllowed: return (.notFound, .notFound)
            case .contentTooLarge, .badRequest: return (http.status, .notFound)
            default: return (http.status, fault(error, context))
            }
        }
        return (.internalServerError, fault(error, context))
    }

    private func status(of kind: Problem.Kind) -> HTTPResponse.Status {
        switch kind {
        case .usage, .input, .nothingUsable: .badRequest
        case .notFound: .notFound
        case .forbidden: .forbidden
        case .conflict: .conflict
        case .service: .internalServerError
        }
    }

    /// The log holds the cause; the page only a reference to it.
    private func fault(_ error: any Error, _ context: WebContext) -> ErrorPage.Kind {
        let reference = String(UInt16.random(in: 0x1000...0xFFFF), radix: 16, uppercase: true)
        let cause = (error as? Problem)?.sentence(.english) ?? "\(type(of: error))"
        context.logger.error(
            "request failed", metadata: ["reference": "\(reference)", "cause": "\(cause)"])
        return .fault(reference: reference)
    }

    private func language(_ request: Request) -> Language {
        request.cookies[Visitor.languageCookie].flatMap { Language(rawValue: $0.value) }
            ?? .indonesian
    }

    // MARK: Headers

    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    private static let fields: [(HTTPField.Name, String)] = [
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    private func addHeaders(to response: inout Response) {
        response.headers[.contentSecurityPolicy] = Safeguards.policy
        for (name, value) in Safeguards.fields where response.headers[name] == nil {
            response.headers[name] = value
        }
        if app.options.isBehindProxy {
            response.headers[.strictTransportSecurity] = "max-age=31536000"
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}
