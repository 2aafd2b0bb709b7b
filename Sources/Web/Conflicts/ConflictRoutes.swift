import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/konflik`: candidates about whom there is disagreement; POST to one of them settles it.
    func addConflictRoutes(to router: Router<WebContext>) {
        router.get("/kerja/konflik") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.conflicts)
            return try await conflictsPage(request, visitor, viewer, notice: nil)
        }
        router.post("/kerja/konflik/{number}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.conflicts)
            let form = try await form(request)
            try requireToken(form, session)
            try viewer.require(.resolveConflicts)
            return try await settle(try personNumber(context), form, request, visitor, viewer)
        }
    }

    private func conflictsPage(
        _ request: Request, _ visitor: Visitor, _ viewer: Viewer, notice: ConflictsPage.Notice?,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let after = request.uri.queryParameters["sesudah"].map(String.init)
        let today = Day.jakarta(at: .now())
        let list = try await desk.conflicts(after: after, for: viewer)
        return try page(
            ConflictsPresenter.page(facts, list, notice: notice, key: FormKey.new()) { day in
                desk.officeDaysLeft(until: day, on: today)
            }, request, visitor, status: status)
    }

    private func settle(
        _ number: PersonNumber, _ form: [String: String], _ request: Request,
        _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        let settlement: Settlement
        switch form["putusan"] {
        case "berlaku": settlement = .uphold
        case "tanya": settlement = .askAgain
        case "tolak":
            guard let reason = form["alasan"], !reason.isEmpty else {
                return try await conflictsPage(
                    request, visitor, viewer, notice: .noReason, status: .unprocessableContent)
            }
            settlement = .refuse(reason: reason)
        default: throw HTTPError(.notFound)
        }
        guard let seen = form["versi"].flatMap({ Int($0) }) else { throw HTTPError(.notFound) }
        let outcome = try await desk.settle(
            number, seen: seen, settlement,
            key: form["kunci"].map { "\($0) \(number.text)" } ?? "", for: viewer)
        switch outcome {
        case .done: return Response.redirect(to: Address.conflicts, type: .normal)
        case .unknown: throw HTTPError(.notFound)
        case .conflict, .tooLate, .workMissing:
            return try await conflictsPage(
                request, visitor, viewer, notice: .changed, status: .conflict)
        }
    }
}
