import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/k/{token}`: the list of an RW, for whoever holds its link and knows its code.
    ///
    /// The address is a secret. It stands in no log, as logs know routes only, and no browser tells
    /// it to other sites. The form for the code needs no token: nobody who lacks the address can
    /// send it.
    func addRoundLinkRoutes(to router: Router<WebContext>) {
        router.get("/k/{token}") { request, context in
            let token = try linkToken(context)
            let door = try await desk.roundDoor(token, session: linkSession(request))
            return quiet(try await show(door, token, request, context))
        }
        router.post("/k/{token}/kode") { request, context in
            let token = try linkToken(context)
            let code = Text.trimmed(try await form(request)["kode"] ?? "")
            switch try await desk.openRound(token, code: code) {
            case .opened(let session):
                var response = Response.redirect(to: Address.confirm(token), type: .normal)
                setLinkCookie(session, token, &response)
                return quiet(response)
            case .wrong(let left):
                return quiet(
                    try await codePage(.wrong(left: left), token, .forbidden, request, context))
            case .refused(let door):
                return quiet(try await show(door, token, request, context))
            }
        }
        router.get("/k/{token}/kode") { request, context in
            quiet(
                Response.redirect(to: Address.confirm(try linkToken(context)), type: .normal))
        }
        router.post("/k/{token}/jawaban") { request, context in
            quiet(try await tap(request, context))
        }
        router.get("/k/{token}/jawaban") { request, context in
            quiet(
                Response.redirect(to: Address.confirm(try linkToken(context)), type: .normal))
        }
    }

    private static let linkCookie = "sigap_rw"

    private func linkToken(_ context: WebContext) throws -> String {
        guard let token = context.parameters.get("token"), token.utf8.count <= 64 else {
            throw HTTPError(.notFound)
        }
        return token
    }

    private func linkSession(_ request: Request) -> String? {
        request.cookies[WebApp.linkCookie].flatMap { cookie in
            cookie.value.utf8.count <= 128 ? cookie.value : nil
        }
    }

    /// For this list alone, until its link ends.
    private func setLinkCookie(
        _ session: StartedRoundSession, _ token: String, _ response: inout Response
    ) {
        let seconds = (session.expiresAt.milliseconds - Instant.now().milliseconds) / 1000
        response.setCookie(
            Cookie(
                name: WebApp.linkCookie, value: session.token, maxAge: Int(max(0, seconds)),
                path: Address.confirm(token), secure: options.isBehindProxy, httpOnly: true,
                sameSite: .lax))
    }

    /// No other site learns the address.
    private func quiet(_ response: Response) -> Response {
        var response = response
        if let name = HTTPField.Name("Referrer-Policy") {
            response.headers[name] = "no-referrer"
        }
        return response
    }

    private func show(
        _ door: RoundDoor, _ token: String, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        switch door {
        case .unknown: throw HTTPError(.notFound)
        case .replaced: return try await codePage(.replaced, token, .gone, request, context)
        case .expired:
            let days = facts.region.verification.linkDays
            return try await codePage(.expired(days: days), token, .gone, request, context)
        case .locked: return try await codePage(.locked, token, .forbidden, request, context)
        case .shut: return try await codePage(.asking, token, .ok, request, context)
        case .open(let round, let csrf):
            return try page(
                ConfirmListPage(
                    action: Address.confirmAnswers(token), rw: round.summary.rw,
                    village: RoundsPresenter.name(facts, round.summary.village),
                    people: RoundsPresenter.people(facts, round.members),
                    due: .jakarta(at: round.link?.expiresAt ?? round.summary.expiresAt),
                    savedAt: RoundsPresenter.moment(round.summary), formToken: csrf,
                    script: assets.address(of: RoundsPresenter.script)), request,
                try await visitor(request, context))
        }
    }

    private func codePage(
        _ state: ConfirmCodePage.State, _ token: String, _ status: HTTPResponse.Status,
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        try page(
            ConfirmCodePage(action: Address.confirmCode(token), state: state), request,
            try await visitor(request, context), status: status)
    }

    private func tap(_ request: Request, _ context: WebContext) async throws -> Response {
        let token = try linkToken(context)
        let form = try await form(request)
        let session = linkSession(request)
        let door = try await desk.roundDoor(token, session: session)
        guard case .open(let round, let csrf) = door, let session else {
            return try await show(door, token, request, context)
        }
        // A form of an earlier opening, or of somebody else: the list as it is now, nothing kept.
        guard form["csrf"] == csrf, let word = RoundForms.tapped(form) else {
            return Response.redirect(to: Address.confirm(token), type: .normal)
        }
        let key = form["kunci"].map { String($0.prefix(64)) }
        guard
            let after = try await desk.answerRound(token, session: session, [word], key: key)
        else { return Response.redirect(to: Address.confirm(token), type: .normal) }
        if wantsJSON(request) { return progress(after, request) }
        // Back to where the reader was: the next who is not answered yet.
        let next = round.members.first { $0.place > word.place && $0.answer == nil }
        return Response.redirect(
            to: Address.confirm(token) + "#o\(next?.place ?? word.place)", type: .normal)
    }
}
