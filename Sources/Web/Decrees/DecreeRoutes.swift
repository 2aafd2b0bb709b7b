import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/sk`: decrees, from draft to in force.
    func addDecreeRoutes(to router: Router<WebContext>) {
        router.get("/kerja/sk") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.decrees)
            let decrees = try await desk.decrees(for: viewer)
            let mayIssue = viewer.may(.issueDecrees)
            let waves = mayIssue ? try await desk.wavesToDecree(for: viewer) : []
            return try page(DecreePresenter.list(decrees, waves), request, visitor)
        }
        router.post("/kerja/sk") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.decrees)
            try viewer.require(.issueDecrees)
            let form = try await form(request)
            try requireToken(form, session)
            guard let wave = form["gelombang"].flatMap({ Int($0) }) else {
                throw HTTPError(.notFound)
            }
            let id = try await desk.draftDecree(
                fromWave: wave, key: DecreeForms.key(form), for: viewer)
            return Response.redirect(to: Address.decree(id), type: .normal)
        }
        router.get("/kerja/sk/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await decreePage(try pathID(context), nil, request, visitor, viewer)
        }
        router.get("/kerja/sk/{id}/lampiran") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await annexPage(try pathID(context), request, visitor, viewer)
        }
        router.get("/kerja/sk/{id}/beda") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await redraftPage(try pathID(context), request, visitor, viewer)
        }
        addDecreeActions(to: router)
        addDecreeFileRoutes(to: router)
    }

    /// The page of a decree; `trouble` is what kept something from being done.
    func decreePage(
        _ id: Int, _ trouble: Problem?, _ request: Request, _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        guard let record = try await desk.decree(id, for: viewer) else {
            throw HTTPError(.notFound)
        }
        let isDraft = record.decree.state == .draft
        let check = try await desk.draftCheck(id, for: viewer)
        let changes =
            isDraft ? try await desk.redraftDifference(record.decree, for: viewer) : nil
        let content = DecreePresenter.Content(
            record: record, check: check, changes: changes, trouble: trouble)
        return try page(
            DecreePresenter.page(facts, content, for: viewer), request, visitor,
            status: trouble == nil
                ? .ok : trouble?.kind == .input ? .unprocessableContent : .conflict)
    }

    private func redraftPage(
        _ id: Int, _ request: Request, _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        let query = request.uri.queryParameters
        guard let decree = try await desk.decree(id, for: viewer)?.decree else {
            throw HTTPError(.notFound)
        }
        guard let difference = try await desk.redraftDifference(decree, for: viewer) else {
            throw HTTPError(.notFound)
        }
        let name = query["bagian"].map(String.init)
        guard let part = RedraftPresenter.part(name, of: difference) else {
            throw HTTPError(.notFound)
        }
        let presenter = RedraftPresenter(
            facts: facts, funds: try await desk.fundTitles(for: viewer))
        let place = max(0, query["setelah"].flatMap { Int($0) } ?? 0)
        return try page(
            presenter.page(decree, difference, part, after: place), request, visitor)
    }

    private func annexPage(
        _ id: Int, _ request: Request, _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        guard let decree = try await desk.decree(id, for: viewer)?.decree else {
            throw HTTPError(.notFound)
        }
        let places = try await desk.annexPlaces(of: id, for: viewer)
        let query = request.uri.queryParameters
        guard let slug = query["kel"].map(String.init) else {
            return try page(AnnexPresenter.overview(facts, decree, places), request, visitor)
        }
        let village = PlaceSlugs(facts.region.places).village(slug)
        let place = places.first { $0.village == village }
        guard village != nil || slug == AnnexPresenter.noVillage, let place else {
            throw HTTPError(.notFound)
        }
        let after = query["setelah"].flatMap { Int($0) } ?? 0
        let lines = try await desk.annexLines(
            of: id, village: village, after: max(0, after), for: viewer)
        let funds = try await desk.fundTitles(for: viewer)
        return try page(
            AnnexPresenter.village(facts, decree, place, lines, funds: funds), request, visitor)
    }
}
