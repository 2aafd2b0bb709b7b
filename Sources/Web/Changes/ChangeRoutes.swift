import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/mutasi`: who left or may have left.
    func addChangeRoutes(to router: Router<WebContext>) {
        router.get("/kerja/mutasi") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.changes)
            return try page(try await changes(request, nil, viewer), request, visitor)
        }
        router.get("/kerja/mutasi/cari") { request, context in
            Response.redirect(to: Address.changes, type: .normal)
        }
        router.post("/kerja/mutasi/cari") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.changes)
            let form = try await form(request)
            try requireToken(form, session)
            let typed = String(Text.trimmed(form["cari"] ?? "").prefix(80))
            return try page(try await changes(request, typed, viewer), request, visitor)
        }
        router.get("/kerja/mutasi/singkirkan") { request, context in
            Response.redirect(to: Address.changes, type: .normal)
        }
        router.post("/kerja/mutasi/singkirkan") { request, context in
            try await dismissLikely(request, context)
        }
        router.get("/kerja/mutasi/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await changePage(
                try pathID(context), nil, request, visitor, viewer)
        }
        addClaimRoutes(to: router)
        addChangeNoting(to: router)
        addChangeActions(to: router)
        addAddendumRoutes(to: router)
    }

    var changePresenter: ChangePresenter {
        ChangePresenter(facts: facts, today: .jakarta(at: .now()))
    }

    /// The list by filter, or the members that fit `searched`.
    private func changes(
        _ request: Request, _ searched: String?, _ viewer: Viewer, problem: Problem? = nil
    ) async throws -> ChangesPage {
        try viewer.require(.seeMembers)
        let query = request.uri.queryParameters
        let values = FilterValues<ChangeField> { name in query[Substring(name)].map(String.init) }
        let presenter = changePresenter
        guard let filter = presenter.filter(values) else { throw HTTPError(.notFound) }
        let mayChange = viewer.may(.changeMembers)
        let list = try await desk.changes(
            matching: filter, after: query["sesudah"].flatMap { Int($0) }, for: viewer)
        let likely = mayChange ? try await desk.likelyChanges(for: viewer) : []
        let dismissed = mayChange ? try await desk.likelyDismissals(for: viewer) : []
        let changeable = mayChange ? try desk.changeableKinds(for: viewer) : []
        let waiting = mayChange ? try await desk.waitingChanges(for: viewer).count : 0
        let pending = viewer.may(.issueDecrees) ? try await desk.pendingAddenda(for: viewer) : []
        let found = try await found(searched, viewer)
        return ChangesPage(
            searched: searched, found: found.map { presenter.found($0, mayChange: mayChange) },
            likely: likely.map { presenter.likely($0, changeable: changeable) },
            likelyTotal: waiting, dismissed: dismissed.map(presenter.dismissed),
            pending: pending.map {
                ChangesPage.Pending(decree: $0.decree, number: $0.number, changes: $0.changes)
            }, filters: presenter.filters(villages(of: viewer)), values: values,
            lines: list.changes.map(presenter.line), total: list.total, next: list.next,
            problem: problem, key: FormKey.new())
    }

    /// Sets aside what lists say of somebody; what stands against it is told above the list.
    private func dismissLikely(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (visitor, viewer, form) = try await changeForm(request, context)
        var found: Problem?
        do {
            try await desk.dismissLikely(
                form["peserta"] ?? "", kind: form["alasan"] ?? "",
                evidence: String((form["dasar"] ?? "").prefix(64)), reason: form["sebab"] ?? "",
                key: ChangeForms.key(form), for: viewer)
        } catch {
            found = error
        }
        guard let problem = found else {
            return Response.redirect(to: Address.changes, type: .normal)
        }
        guard problem.kind == .input || problem.kind == .conflict else { throw problem }
        return try page(
            try await changes(request, nil, viewer, problem: problem), request, visitor,
            status: problem.kind == .input ? .unprocessableContent : .conflict)
    }

    private func found(_ typed: String?, _ viewer: Viewer) async throws -> [Member] {
        guard let typed, !typed.isEmpty,
            let search = PersonSearch(typed: typed, prefix: facts.region.personNumberPrefix)
        else { return [] }
        return try await desk.members(matching: search, for: viewer)
    }

    /// The villages in the viewer's reach.
    private func villages(of viewer: Viewer) -> [PlaceCode] {
        let all = facts.places(at: .village).map(\.code)
        guard let areas = try? viewer.scope(for: .seeMembers).areas else { return all }
        return all.filter { areas.contains($0) || areas.contains($0.district) }
    }

    /// One change; `trouble` is what kept something from being done.
    func changePage(
        _ id: Int, _ trouble: Problem?, _ request: Request, _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        guard let record = try await desk.change(id, for: viewer) else {
            throw HTTPError(.notFound)
        }
        let awards = try desk.benefits(of: record)
        let key = viewer.may(.changeMembers) ? FormKey.new() : nil
        let found = changePresenter.change(record, awards, key: key, trouble: trouble?.phrase)
        guard let found else { throw HTTPError(.notFound) }
        return try page(
            found, request, visitor, status: trouble == nil ? .ok : .conflict)
    }
}

extension Problem {
    /// What and what to do, in one sentence each.
    var phrase: Phrase {
        Phrase(
            "\(what.indonesian) \(remedy.indonesian)", en: "\(what.english) \(remedy.english)")
    }
}
