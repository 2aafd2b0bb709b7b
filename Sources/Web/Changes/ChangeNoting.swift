import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

/// From the reason to the effect to the note.
extension WebApp {
    func addChangeNoting(to router: Router<WebContext>) {
        router.get("/kerja/mutasi/baru") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.changes)
            try viewer.require(.changeMembers)
            let query = request.uri.queryParameters
            guard let number = query["peserta"].map(String.init) else {
                return Response.redirect(to: Address.changes, type: .normal)
            }
            return try page(
                try await changeForm(number, query["alasan"].map(String.init), viewer), request,
                visitor)
        }
        router.get("/kerja/mutasi/akibat") { request, context in
            Response.redirect(to: Address.changes, type: .normal)
        }
        router.post("/kerja/mutasi/akibat") { request, context in
            let (visitor, viewer, form) = try await changeForm(request, context)
            return try await effect(form, nil, request, visitor, viewer)
        }
        router.post("/kerja/mutasi") { request, context in
            let (visitor, viewer, form) = try await changeForm(request, context)
            let typed = ChangeForms.typed(form)
            guard let day = Day(iso: typed.day), let number = form["peserta"] else {
                return try await effect(form, nil, request, visitor, viewer)
            }
            let wish = ChangeWish(
                number: number, kind: form["alasan"] ?? "", day: day, evidence: typed.evidence,
                source: typed.source, shown: form["akhir"].flatMap { Month(iso: $0) },
                isReplaced: typed.isReplaced)
            let outcome = await noting(wish, ChangeForms.key(form), viewer)
            switch outcome {
            case .success(let noted):
                return Response.redirect(to: Address.change(noted.id), type: .normal)
            case .failure(let problem):
                guard problem.kind == .input || problem.kind == .conflict else { throw problem }
                return try await effect(form, problem, request, visitor, viewer)
            }
        }
    }

    private func noting(
        _ wish: ChangeWish, _ key: String, _ viewer: Viewer
    ) async -> Result<NotedChange, Problem> {
        let outcome: Result<NotedChange, Problem>
        do {
            let noted = try await desk.noteChange(wish, key: key, for: viewer)
            outcome = .success(noted)
        } catch {
            outcome = .failure(error)
        }
        return outcome
    }

    /// Whoever sent a form of these pages, and what it holds.
    func changeForm(
        _ request: Request, _ context: WebContext
    ) async throws -> (Visitor, Viewer, [String: String]) {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.changes)
        let form = try await form(request)
        try requireToken(form, session)
        try viewer.require(.changeMembers)
        return (visitor, viewer, form)
    }

    /// The choice of a reason, or the form of one; what was `typed` is shown again.
    private func changeForm(
        _ number: String, _ kind: String?, _ viewer: Viewer, typed: ChangeTyped = ChangeTyped(),
        trouble: Phrase? = nil
    ) async throws -> ChangeFormPage {
        guard let subject = try await desk.changeSubject(number, for: viewer) else {
            throw HTTPError(.notFound)
        }
        let kinds = try desk.changeKinds(of: subject.member.state, for: viewer)
        let chosen = kinds.first { $0.id == kind }
        guard kind == nil || chosen != nil else { throw HTTPError(.notFound) }
        return changePresenter.form(
            subject, kinds, chosen: chosen, typed: typed, trouble: trouble)
    }

    /// What would follow; the form again where something is missing.
    private func effect(
        _ form: [String: String], _ problem: Problem?, _ request: Request, _ visitor: Visitor,
        _ viewer: Viewer
    ) async throws -> Response {
        let typed = ChangeForms.typed(form)
        let (number, kind) = (form["peserta"] ?? "", form["alasan"] ?? "")
        let policy = facts.region.changes
        let isWhole =
            policy.kind(kind)?.evidence.contains(typed.evidence) == true
            && policy.sources.contains { $0.id == typed.source }
        let today = Day.jakarta(at: .now())
        guard let day = Day(iso: typed.day), day <= today, isWhole,
            problem?.kind != .input
        else {
            return try page(
                try await changeForm(
                    number, kind, viewer, typed: typed,
                    trouble: problem?.phrase ?? ChangeForms.missing), request, visitor,
                status: .unprocessableContent)
        }
        guard let foreseen = try await desk.foreseen(number, kind, on: day, for: viewer) else {
            throw problem ?? HTTPError(.notFound)
        }
        var shown = typed
        if problem == nil { shown.isReplaced = true }
        return try page(
            changePresenter.effect(
                foreseen, shown, key: FormKey.new(), trouble: problem?.phrase), request, visitor,
            status: problem == nil ? .ok : .conflict)
    }
}
