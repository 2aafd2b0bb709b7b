import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/akun`: one's own account. Also where a step of signing in is done that is no code.
    func addAccountRoutes(to router: Router<WebContext>) {
        router.get("/kerja/akun") { request, context in
            let visitor = try await visitor(request, context)
            let session = try visitor.holder()
            let done = request.uri.queryParameters["selesai"].flatMap {
                AccountPage.Done(rawValue: String($0))
            }
            return try await accountPage(request, visitor, session, done: done)
        }
        router.post("/kerja/akun/sandi") { request, context in
            let visitor = try await visitor(request, context)
            let session = try visitor.holder()
            let form = try await form(request)
            try requireToken(form, session)
            return try await changePassword(form, session, request, visitor)
        }
        router.post("/kerja/akun/sesi") { request, context in
            let visitor = try await visitor(request, context)
            let (_, session) = try visitor.signedIn(wanting: Address.account)
            let form = try await form(request)
            try requireToken(form, session)
            try await desk.endOwnSessions(session, id: form["sesi"])
            return Response.redirect(
                to: done(AccountPage.Done.sessions.rawValue, Address.account), type: .normal)
        }
        router.post("/kerja/akun/lanjut") { request, context in
            let visitor = try await visitor(request, context)
            let session = try visitor.holder()
            try requireToken(try await form(request), session)
            return Response(status: .noContent)
        }
        for path in [Address.accountPassword, Address.accountSessions, Address.keepSession] {
            router.get(RouterPath(path)) { _, _ in
                Response.redirect(to: Address.account, type: .normal)
            }
        }
        addFactorSetUpRoutes(to: router)
    }

    func done(_ what: String, _ address: String) -> String { "\(address)?selesai=\(what)" }

    func accountPage(
        _ request: Request, _ visitor: Visitor, _ session: Session,
        done: AccountPage.Done? = nil, trouble: Phrase? = nil
    ) async throws -> Response {
        let sessions = visitor.step == nil ? try await desk.ownSessions(session) : []
        let shown = AccountPresenter(facts: facts, access: desk.access).page(
            session, visitor.step, sessions: sessions, key: FormKey.new(), done: done,
            trouble: trouble)
        return try page(
            shown, request, visitor, status: trouble == nil ? .ok : .unprocessableContent)
    }

    private func changePassword(
        _ form: [String: String], _ session: Session, _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        func again(_ trouble: Phrase) async throws -> Response {
            try await accountPage(request, visitor, session, trouble: trouble)
        }
        guard let new = form["baru"], new == form["ulang"] else {
            return try await again(
                Phrase(
                    "Kata sandi baru tidak sama di kedua isian.",
                    en: "The new password differs between the two fields."))
        }
        let login = session.account.login
        do throws(Problem) {
            // What cannot be taken is no attempt at the old password.
            try desk.requireLength(of: new)
            let tries = try await takeAttempt([(ownPasswordLimit, login)])
            guard case .left = tries else { throw tooMany(tries.end) }
            let started = try await desk.changePassword(
                of: session, from: form["lama"] ?? "", to: new)
            try await ownPasswordLimit.clear(login)
            return moved(
                to: done(AccountPage.Done.password.rawValue, Address.account), with: started)
        } catch {
            guard error.kind == .input else { throw error }
            return try await again(error.what)
        }
    }

    /// Asks an account that is past signing in for its password before its factors change; nil when it
    /// is right.
    func passwordTrouble(
        _ form: [String: String], _ session: Session, _ step: SignInStep?
    ) async throws -> Phrase? {
        guard step == nil else { return nil }
        let login = session.account.login
        let tries = try await takeAttempt([(ownPasswordLimit, login)])
        guard case .left = tries else { return tooMany(tries.end).what }
        do throws(Problem) {
            try await desk.confirm(form["sandi"] ?? "", of: session.account)
            try await ownPasswordLimit.clear(login)
            return nil
        } catch {
            guard error.kind == .input else { throw error }
            return error.what
        }
    }

    private func tooMany(_ end: Moment) -> Problem {
        Problem(
            .input, "password-tries",
            Phrase(
                "Terlalu banyak kata sandi salah. Coba lagi pukul \(end.clock) WIB.",
                en: "Too many wrong passwords. Try again at \(end.clock) WIB."),
            do: Phrase("Tunggu sampai waktu itu.", en: "Wait until then."))
    }
}

extension Visitor {
    /// The session of an account that gave all that signing in asks for, even when something must be
    /// set up or changed before anything else.
    func holder() throws -> Session {
        guard let session, step != .factor else { throw SignInNeeded(next: Address.account) }
        return session
    }
}
