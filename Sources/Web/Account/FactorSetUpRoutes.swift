import Civic
import Hummingbird
import Office
import Pages
import Papers
import Store

extension WebApp {
    /// `/kerja/akun/aplikasi` and `/kerja/akun/daftar-kode`: setting up a second factor. Not before a
    /// first password was changed: somebody else knows it.
    func addFactorSetUpRoutes(to router: Router<WebContext>) {
        router.get("/kerja/akun/aplikasi") { request, context in
            let visitor = try await visitor(request, context)
            let session = try visitor.factorHolder()
            return try await appPage(request, visitor, session, isWrong: false)
        }
        router.post("/kerja/akun/aplikasi") { request, context in
            let visitor = try await visitor(request, context)
            let session = try visitor.factorHolder()
            let form = try await form(request)
            try requireToken(form, session)
            if let trouble = try await passwordTrouble(form, session, visitor.step) {
                return try await accountPage(request, visitor, session, trouble: trouble)
            }
            try await desk.draftApp(for: session)
            return Response.redirect(to: Address.accountApp, type: .normal)
        }
        router.post("/kerja/akun/aplikasi/kode") { request, context in
            let visitor = try await visitor(request, context)
            let session = try visitor.factorHolder()
            let form = try await form(request)
            try requireToken(form, session)
            guard let started = try await desk.confirmApp(of: session, code: form["kode"] ?? "")
            else { return try await appPage(request, visitor, session, isWrong: true) }
            return moved(to: done(AccountPage.Done.app.rawValue, Address.account), with: started)
        }
        router.post("/kerja/akun/daftar-kode") { request, context in
            let visitor = try await visitor(request, context)
            let session = try visitor.factorHolder()
            let form = try await form(request)
            try requireToken(form, session)
            if let trouble = try await passwordTrouble(form, session, visitor.step) {
                return try await accountPage(request, visitor, session, trouble: trouble)
            }
            return try await codesPage(form, request, visitor, session)
        }
        for path in ["\(Address.accountApp)/kode", Address.accountCodes] {
            router.get(RouterPath(path)) { _, _ in
                Response.redirect(to: Address.account, type: .normal)
            }
        }
    }

    private func appPage(
        _ request: Request, _ visitor: Visitor, _ session: Session, isWrong: Bool
    ) async throws -> Response {
        guard let secret = try await desk.appDraft(of: session) else {
            return Response.redirect(to: Address.account, type: .normal)
        }
        let uri = AppSetUpPage.uri(
            issuer: "\(site.programme) \(site.city)", login: session.account.login,
            secret: secret)
        return try page(
            AppSetUpPage(
                secret: secret, uri: uri, drawing: QRCode(uri).map { ($0.path, $0.side) },
                isWrong: isWrong),
            request, visitor, status: isWrong ? .unprocessableContent : .ok)
    }

    /// The list is the answer itself, not a page that it leads to: nothing keeps it.
    private func codesPage(
        _ form: [String: String], _ request: Request, _ visitor: Visitor, _ session: Session
    ) async throws -> Response {
        let made = try await desk.printCodes(for: session, key: form["kunci"])
        let shown = CodesPage(
            codes: made?.codes, login: session.account.login, day: .jakarta(at: .now()),
            next: Address.account)
        guard let made else { return try page(shown, request, visitor) }
        var response = try page(
            shown, request, try await self.visitor(made.started, visitor))
        setCookie(Visitor.sessionCookie, made.started.token, days: nil, &response)
        return response
    }

    /// The same visitor with the session that took the place of another.
    private func visitor(_ started: StartedSession, _ before: Visitor) async throws -> Visitor {
        Visitor(
            language: before.language, choseLanguage: false, address: before.address,
            token: started.token, session: started.session, step: desk.step(started.session),
            viewer: desk.viewer(started.session))
    }
}

extension Visitor {
    func factorHolder() throws -> Session {
        guard let session, step == nil || step == .setUp else {
            throw SignInNeeded(next: Address.account)
        }
        return session
    }
}
