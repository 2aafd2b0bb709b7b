import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/masuk` and `/keluar`.
    func addSessionRoutes(to router: Router<WebContext>) {
        router.get("/masuk") { request, context in
            let visitor = try await visitor(request, context)
            if let viewer = visitor.viewer {
                return Response.redirect(to: home(of: viewer), type: .normal)
            }
            let next = request.uri.queryParameters["lanjut"].map(String.init)
            return try loginPage(request, visitor, next: next.flatMap(localAddress))
        }
        router.post("/masuk") { request, context in
            try await signIn(request, try await visitor(request, context))
        }
        router.post("/keluar") { request, context in
            let visitor = try await visitor(request, context)
            let form = try await form(request)
            if let token = visitor.token, let session = visitor.session {
                try requireToken(form, session)
                try await desk.signOut(token: token, actor: session.account.login)
            }
            var response = Response.redirect(to: Address.login, type: .normal)
            setCookie(Visitor.sessionCookie, "", days: 0, &response)
            return response
        }
    }

    private func signIn(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let form = try await form(request)
        let login = form["pengguna"] ?? ""
        let next = form["lanjut"].flatMap(localAddress)
        // The form carries what the cookie holds, so that no other site can sign a visitor in.
        guard let expected = request.cookies[Visitor.formCookie]?.value, !expected.isEmpty,
            form["csrf"] == expected
        else { return try loginPage(request, visitor, user: login, trouble: .expired, next: next) }
        let place = "\(visitor.address) \(login.lowercased())"
        guard let left = try await loginLimit.take(place) else {
            return try loginPage(
                request, visitor, user: login, trouble: .locked(minutes: loginLimit.minutes),
                next: next)
        }
        guard let started = try await desk.signIn(login: login, password: form["sandi"] ?? "")
        else {
            return try loginPage(
                request, visitor, user: login, trouble: .wrong(triesLeft: left), next: next)
        }
        try await loginLimit.clear(place)
        var response = Response.redirect(to: next ?? home(of: started.session), type: .normal)
        setCookie(Visitor.sessionCookie, started.token, days: nil, &response)
        setCookie(Visitor.formCookie, "", days: 0, &response)
        return response
    }

    private func home(of session: Session) -> String {
        desk.viewer(session).map(home) ?? Address.home
    }

    /// The first link of the account's menu.
    private func home(of viewer: Viewer) -> String {
        viewer.menu.first.flatMap(NavigationItem.init(rawValue:))?.address ?? Address.home
    }

    private func loginPage(
        _ request: Request, _ visitor: Visitor, user: String = "",
        trouble: LoginPage.Trouble? = nil, next: String?
    ) throws -> Response {
        let samples = facts.isSample ? options.samples : []
        let token = newFormToken()
        var response = try page(
            LoginPage(
                user: user, trouble: trouble, next: next,
                samples: samples.map { sample in
                    .init(
                        user: sample.login, password: sample.password,
                        role: desk.access.role(sample.role)?.title ?? Phrase("", en: ""))
                }), request, visitor, status: trouble == nil ? .ok : .unprocessableContent,
            csrf: token)
        setCookie(Visitor.formCookie, token, days: nil, &response)
        return response
    }

    private func newFormToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in String(generator.next(), radix: 36) }.joined()
    }

    /// An address on this site, or nil.
    private func localAddress(_ text: String) -> String? {
        text.hasPrefix("/") && !text.hasPrefix("//") && !text.contains("\\")
            && text.utf8.allSatisfy { $0 > 32 && $0 < 127 } ? text : nil
    }
}
