import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// What can be done to an account besides changing it, each a POST.
    func addUserActionRoutes(to router: Router<WebContext>) {
        router.post("/kelola/pengguna/{id}/sandi") { request, context in
            let act = try await userAct(request, context)
            let made = try await desk.restartPassword(
                of: act.id, key: act.form["kunci"], for: act.viewer)
            return try startPasswordPage(made.account, made.password, request, act.visitor)
        }
        router.post("/kelola/pengguna/{id}/langkah-kedua") { request, context in
            let act = try await userAct(request, context)
            try await desk.resetFactor(of: act.id, for: act.viewer)
            return leadBack(act, .factor)
        }
        router.post("/kelola/pengguna/{id}/nonaktif") { request, context in
            let act = try await userAct(request, context)
            do throws(Problem) {
                try await desk.setDisabled(true, act.id, for: act.viewer)
            } catch {
                guard error.code == "last-administrator" else { throw error }
                let account = try await desk.account(act.id, for: act.viewer)
                return try await userPage(
                    account, nil, request, act.visitor, act.viewer, trouble: error.what)
            }
            return leadBack(act, .disable)
        }
        router.post("/kelola/pengguna/{id}/aktif") { request, context in
            let act = try await userAct(request, context)
            try await desk.setDisabled(false, act.id, for: act.viewer)
            return leadBack(act, .enable)
        }
        router.post("/kelola/pengguna/{id}/sesi") { request, context in
            let act = try await userAct(request, context)
            try await desk.endSessions(of: act.id, session: act.form["sesi"], for: act.viewer)
            return leadBack(act, .sessions)
        }
        for action in ["sandi", "langkah-kedua", "nonaktif", "aktif", "sesi"] {
            router.get("/kelola/pengguna/{id}/\(action)") { request, context in
                let visitor = try await visitor(request, context)
                let (viewer, _) = try visitor.signedIn(wanting: Address.accounts)
                let id = try userID(context, viewer)
                return Response.redirect(to: Address.user(id), type: .normal)
            }
        }
    }

    private struct UserAct {
        let id: Int
        let viewer: Viewer
        let visitor: Visitor
        let form: [String: String]
    }

    private func userAct(_ request: Request, _ context: WebContext) async throws -> UserAct {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.accounts)
        let id = try userID(context, viewer)
        let form = try await form(request)
        try requireToken(form, session)
        return UserAct(id: id, viewer: viewer, visitor: visitor, form: form)
    }

    private func leadBack(_ act: UserAct, _ what: UserPage.Done) -> Response {
        Response.redirect(to: done(what.rawValue, Address.user(act.id)), type: .normal)
    }
}
