import Civic
import Hummingbird
import Office
import Pages
import Store

/// Putting changes right, and the decrees that follow.
extension WebApp {
    func addChangeActions(to router: Router<WebContext>) {
        router.post("/kerja/mutasi/{id}/batal") { request, context in
            let (visitor, viewer, form) = try await changeForm(request, context)
            let id = try pathID(context)
            let key = ChangeForms.key(form)
            let outcome = await refused { () async throws(Problem) -> Bool in
                try await desk.takeBackChange(id, key: key, for: viewer)
            }
            return try await after(outcome, id, request, visitor, viewer)
        }
        router.post("/kerja/mutasi/{id}/tanggal") { request, context in
            let (visitor, viewer, form) = try await changeForm(request, context)
            let id = try pathID(context)
            let key = ChangeForms.key(form)
            guard let day = Day(iso: ChangeForms.typed(form).day) else {
                return Response.redirect(to: Address.change(id), type: .normal)
            }
            let outcome = await refused { () async throws(Problem) -> Bool in
                try await desk.correctChange(id, to: day, key: key, for: viewer)
            }
            return try await after(outcome, id, request, visitor, viewer)
        }
        for action in ["batal", "tanggal"] {
            router.get("/kerja/mutasi/{id}/\(action)") { request, context in
                Response.redirect(to: Address.change(try pathID(context)), type: .normal)
            }
        }
    }

    func addAddendumRoutes(to router: Router<WebContext>) {
        router.get("/kerja/adendum") { request, context in
            Response.redirect(to: Address.changes, type: .normal)
        }
        router.post("/kerja/adendum") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.changes)
            let form = try await form(request)
            try requireToken(form, session)
            try viewer.require(.issueDecrees)
            guard let decree = form["sk"].flatMap({ Int($0) }) else {
                throw HTTPError(.notFound)
            }
            let id = try await desk.draftAddendum(
                of: decree, key: ChangeForms.key(form), for: viewer)
            return Response.redirect(to: Address.addendum(id), type: .normal)
        }
        router.get("/kerja/adendum/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let id = try pathID(context)
            guard let addendum = try await desk.addendum(id, for: viewer) else {
                throw HTTPError(.notFound)
            }
            return try page(changePresenter.addendum(addendum), request, visitor)
        }
    }

    /// What a verb said, or why it did nothing.
    private func refused(
        _ verb: () async throws(Problem) -> Bool
    ) async -> Result<Bool, Problem> {
        let outcome: Result<Bool, Problem>
        do {
            let isDone = try await verb()
            outcome = .success(isDone)
        } catch {
            outcome = .failure(error)
        }
        return outcome
    }

    private func after(
        _ outcome: Result<Bool, Problem>, _ id: Int, _ request: Request, _ visitor: Visitor,
        _ viewer: Viewer
    ) async throws -> Response {
        switch outcome {
        case .success(true): return Response.redirect(to: Address.change(id), type: .normal)
        case .success(false): throw HTTPError(.notFound)
        case .failure(let problem):
            guard problem.kind == .input || problem.kind == .conflict else { throw problem }
            return try await changePage(id, problem, request, visitor, viewer)
        }
    }
}
