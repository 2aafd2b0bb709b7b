import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/masuk/kode`: the second factor, after the password.
    func addFactorRoutes(to router: Router<WebContext>) {
        router.get("/masuk/kode") { request, context in
            let visitor = try await visitor(request, context)
            let next = SignInNeeded.local(request.uri.queryParameters["lanjut"].map(String.init))
            guard visitor.step == .factor else {
                return Response.redirect(
                    to: SignInNeeded.address(Address.login, next: next), type: .normal)
            }
            return try page(
                FactorPage(next: next), request, visitor, csrf: visitor.session?.csrf)
        }
        router.post("/masuk/kode") { request, context in
            try await passFactor(request, try await visitor(request, context))
        }
    }

    private func passFactor(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let form = try await form(request)
        let next = SignInNeeded.local(form["lanjut"])
        guard visitor.step == .factor, let token = visitor.token, let session = visitor.session
        else { throw SignInNeeded(next: next ?? Address.tasks) }
        try requireToken(form, session)
        let login = session.account.login
        let tries = try await takeAttempt([(factorLimit, login)])
        guard case .left(let left) = tries else {
            return try page(
                FactorPage(trouble: .locked(until: tries.end), next: next), request, visitor,
                status: .unprocessableContent)
        }
        guard let started = try await desk.passFactor(token: token, code: form["kode"] ?? "")
        else {
            return try page(
                FactorPage(trouble: .wrong(triesLeft: left), next: next), request, visitor,
                status: .unprocessableContent)
        }
        try await factorLimit.clear(login)
        return moved(
            to: placeAfterSignIn(started.session, next) ?? Address.home, with: started)
    }

    /// Leads on with the token of a session that took the place of another.
    func moved(to place: String, with started: StartedSession) -> Response {
        var response = Response.redirect(to: place, type: .normal)
        setCookie(Visitor.sessionCookie, started.token, days: nil, &response)
        return response
    }
}
