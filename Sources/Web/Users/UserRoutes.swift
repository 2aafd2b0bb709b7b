import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kelola/pengguna`: the accounts of the city.
    func addUserRoutes(to router: Router<WebContext>) {
        router.get("/kelola/pengguna") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.accounts)
            return try page(
                presenter.list(try await desk.accounts(for: viewer)), request, visitor)
        }
        router.get("/kelola/pengguna/baru") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.newUser)
            try viewer.require(.manageAccounts)
            return try newUserPage(UserFields(), request, visitor, nil)
        }
        router.post("/kelola/pengguna/baru") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.newUser)
            try viewer.require(.manageAccounts)
            let fields = UserFields(try await formLists(request))
            try requireToken(["csrf": fields.csrf], session)
            return try await makeUser(fields, viewer, request, visitor)
        }
        router.get("/kelola/pengguna/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let account = try await desk.account(try userID(context, viewer), for: viewer)
            let done = request.uri.queryParameters["selesai"].flatMap {
                UserPage.Done(rawValue: String($0))
            }
            return try await userPage(account, nil, request, visitor, viewer, done: done)
        }
        router.post("/kelola/pengguna/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: request.uri.path)
            let id = try userID(context, viewer)
            let fields = UserFields(try await formLists(request))
            try requireToken(["csrf": fields.csrf], session)
            return try await changeUser(id, fields, viewer, request, visitor)
        }
        addUserActionRoutes(to: router)
    }

    var presenter: AccountPresenter { AccountPresenter(facts: facts, access: desk.access) }

    /// Refuses whoever may not manage accounts before it tells whether there is such an account.
    func userID(_ context: WebContext, _ viewer: Viewer) throws -> Int {
        try viewer.require(.manageAccounts)
        return try pathID(context)
    }

    // MARK: Making

    private func makeUser(
        _ fields: UserFields, _ viewer: Viewer, _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        let made: (account: Account, password: String?)
        do throws(Problem) {
            made = try await desk.makeAccount(
                login: fields.login, fields.change, key: fields.key, for: viewer)
        } catch {
            guard error.kind == .input || error.code == "login-taken" else { throw error }
            return try newUserPage(fields, request, visitor, error.what)
        }
        return try startPasswordPage(made.account, made.password, request, visitor)
    }

    func startPasswordPage(
        _ account: Account, _ password: String?, _ request: Request, _ visitor: Visitor
    ) throws -> Response {
        try page(
            StartPasswordPage(id: account.id, login: account.login, password: password), request,
            visitor)
    }

    private func newUserPage(
        _ fields: UserFields, _ request: Request, _ visitor: Visitor, _ trouble: Phrase?
    ) throws -> Response {
        try page(
            NewUserPage(
                login: fields.login, form: presenter.form(fields.change),
                key: fields.key ?? FormKey.new(), trouble: trouble), request, visitor,
            status: trouble == nil ? .ok : .unprocessableContent)
    }

    // MARK: Changing

    private func changeUser(
        _ id: Int, _ fields: UserFields, _ viewer: Viewer, _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        do throws(Problem) {
            try await desk.changeAccount(id, to: fields.change, for: viewer)
        } catch {
            guard error.kind == .input || error.code == "last-administrator" else { throw error }
            let account = try await desk.account(id, for: viewer)
            return try await userPage(
                account, fields.change, request, visitor, viewer, trouble: error.what)
        }
        return Response.redirect(
            to: done(UserPage.Done.change.rawValue, Address.user(id)), type: .normal)
    }

    func userPage(
        _ account: Account, _ filled: AccountChange?, _ request: Request, _ visitor: Visitor,
        _ viewer: Viewer, done: UserPage.Done? = nil, trouble: Phrase? = nil
    ) async throws -> Response {
        let sessions = try await desk.sessions(of: account.id, for: viewer)
        let kept = AccountChange(
            name: account.name, role: account.role, agency: account.agency, areas: account.areas,
            language: account.language)
        return try page(
            UserPage(
                id: account.id, login: account.login, name: account.name,
                isDisabled: account.disabledAt != nil,
                mustChangePassword: account.mustChangePassword,
                factor: presenter.factor(account), form: presenter.form(filled ?? kept),
                sessions: presenter.rows(sessions, this: visitor.session?.id),
                key: FormKey.new(), done: done, trouble: trouble),
            request, visitor, status: trouble == nil ? .ok : .unprocessableContent)
    }
}

/// What was entered about an account.
struct UserFields {
    let csrf: String
    let login: String
    let key: String?
    let change: AccountChange

    init(_ form: [String: [String]] = [:]) {
        func text(_ name: String) -> String? { form[name]?.last }
        csrf = text("csrf") ?? ""
        login = String((text("pengguna") ?? "").prefix(40))
        key = text("kunci")
        change = AccountChange(
            name: String((text("nama") ?? "").prefix(80)),
            role: text("peran") ?? "",
            agency: text("instansi").flatMap { $0.isEmpty ? nil : $0 },
            areas: (form["wilayah"] ?? []).compactMap { PlaceCode($0) },
            language: text("bahasa").flatMap(Language.init(rawValue:)) ?? .indonesian)
    }
}
