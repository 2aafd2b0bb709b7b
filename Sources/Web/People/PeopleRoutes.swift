import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/peserta`: the list of people, by filter (GET) or by what was typed (POST, so that
    /// names and numbers stay out of addresses).
    func addPeopleRoutes(to router: Router<WebContext>) {
        router.get("/kerja/peserta") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.people)
            let query = request.uri.queryParameters
            let filter = PeopleFilter { name in query[Substring(name)].map(String.init) }
            return try page(
                try await people(
                    filter, search: nil,
                    at: position { name in query[Substring(name)].map(String.init) }, viewer),
                request, visitor
            )
        }
        router.get("/kerja/peserta/cari") { request, context in
            Response.redirect(to: Address.people, type: .normal)
        }
        router.post("/kerja/peserta/cari") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.people)
            let form = try await form(request)
            try requireToken(form, session)
            let typed = String(Text.trimmed(form["cari"] ?? "").prefix(80))
            return try page(
                try await people(PeopleFilter(), search: typed, at: .first, viewer), request,
                visitor)
        }
    }

    private func position(_ query: (String) -> String?) -> PagePosition {
        if let after = query("sesudah") { return .after(PersonCursor(number: after)) }
        if let before = query("sebelum") { return .before(PersonCursor(number: before)) }
        return .first
    }

    private func people(
        _ filter: PeopleFilter, search: String?, at position: PagePosition, _ viewer: Viewer
    ) async throws -> PeoplePage {
        guard var wanted = PeoplePresenter.storeFilter(facts, filter, funds: funds) else {
            throw HTTPError(.notFound)
        }
        if let search, !search.isEmpty {
            wanted.search = PersonSearch(typed: search, prefix: facts.region.personNumberPrefix)
        }
        let list = try await desk.people(matching: wanted, at: position, for: viewer)
        let isSearch = search != nil
        return PeoplePresenter.page(
            facts, list: list, filter: filter, searched: search, funds: funds,
            previousHref: isSearch ? nil : list.previous.map { href(filter, $0) },
            nextHref: isSearch ? nil : list.next.map { href(filter, $0) })
    }

    private func href(_ filter: PeopleFilter, _ position: PagePosition) -> String {
        switch position {
        case .first: filter.address
        case .after(let cursor): filter.address(with: [("sesudah", cursor.number)])
        case .before(let cursor): filter.address(with: [("sebelum", cursor.number)])
        }
    }
}
