import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/masuk` and `/keluar`.
    func addSessionRoutes(to router: Router<WebContext>) {
        router.get("/masuk") { request, context in
            let visitor = try await visitor(request, context)
            let next = SignInNeeded.local(request.uri.queryParameters["lanjut"].map(String.init))
            if let session = visitor.session, let place = placeAfterSignIn(session, next) {
                return Response.redirect(to: place, type: .normal)
            }
            return try loginPage(request, visitor, next: next)
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
        let next = SignInNeeded.local(form["lanjut"])
        // The form carries what the cookie holds, so that no other site can sign a visitor in.
        guard let expected = request.cookies[Visitor.formCookie]?.value, !expected.isEmpty,
            form["csrf"] == expected
        else { return try loginPage(request, visitor, user: login, trouble: .expired, next: next) }
        // Counted alike for logins that do not exist, so that nobody learns which do.
        let name = Text.trimmed(login).lowercased()
        let tries = try await takeAttempt([
            (addressLimit, "\(visitor.address) \(name)"), (loginLimit, name),
        ])
        guard case .left(let left) = tries else {
            return try loginPage(
                request, visitor, user: login, trouble: .locked(until: tries.end), next: next)
        }
        let started = try await desk.signIn(
            login: login, password: form["sandi"] ?? "", device: device(request))
        guard let started else {
            return try loginPage(
                request, visitor, user: login, trouble: .wrong(triesLeft: left), next: next)
        }
        try await addressLimit.clear("\(visitor.address) \(name)")
        try await loginLimit.clear(name)
        // Whoever was signed in here before is not any more.
        if let token = visitor.token, let before = visitor.session {
            try await desk.signOut(token: token, actor: before.account.login)
        }
        var response = Response.redirect(
            to: placeAfterSignIn(started.session, next) ?? Address.home, type: .normal)
        setCookie(Visitor.sessionCookie, started.token, days: nil, &response)
        setCookie(Visitor.formCookie, "", days: 0, &response)
        return response
    }

    /// Where a session goes from the login page: to the step that is left, or on. Nil for an account
    /// that may do nothing.
    func placeAfterSignIn(_ session: Session, _ next: String?) -> String? {
        switch desk.step(session) {
        case .factor: SignInNeeded.address(Address.factor, next: next)
        case .password, .setUp: SignInNeeded.address(Address.account, next: next)
        case nil:
            desk.viewer(session).map { next ?? home(of: $0) }
        }
    }

    /// The first link of the account's menu.
    func home(of viewer: Viewer) -> String {
        viewer.menu.first.flatMap(NavigationItem.init(rawValue:))?.address ?? Address.home
    }

    /// What the browser says it is, by names that are kept.
    func device(_ request: Request) -> String {
        DeviceName.kept(from: request.headers[.userAgent] ?? "")
    }

    private func loginPage(
        _ request: Request, _ visitor: Visitor, user: String = "",
        trouble: LoginPage.Trouble? = nil, next: String?
    ) throws -> Response {
        let samples = facts.isSample ? options.samples : []
        let token = FormKey.new()
        var response = try page(
            LoginPage(
                user: user, trouble: trouble, next: next,
                samples: samples.map { sample in
                    .init(
                        user: sample.login, password: sample.password,
                        role: desk.access.role(sample.role)?.title ?? Phrase("", en: ""))
                }, keeper: assets.address(of: WebApp.sessionScript)), request, visitor,
            status: trouble == nil ? .ok : .unprocessableContent, csrf: token)
        setCookie(Visitor.formCookie, token, days: nil, &response)
        return response
    }
}
