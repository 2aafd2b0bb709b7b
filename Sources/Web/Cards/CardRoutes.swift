import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/kartu`: cards to print and lists to sign on, village by village; `?sk=` narrows both to
    /// the people of one decree.
    func addCardRoutes(to router: Router<WebContext>) {
        router.get("/kerja/kartu") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.cards())
            let decree = try cardDecree(request)
            let places = try await desk.cardPlaces(of: decree, for: viewer)
            let named = try await cardDecreeName(decree, viewer)
            return try page(
                CardPresenter.page(facts, places, decree: decree, named: named), request, visitor)
        }
        router.get("/kerja/kartu/{name}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.cards())
            try viewer.require(.seeMembers)
            guard let name = CardFileName(context.parameters.get("name")) else {
                throw HTTPError(.notFound)
            }
            return try await cardFile(name, request, viewer)
        }
    }

    private func cardFile(
        _ name: CardFileName, _ request: Request, _ viewer: Viewer
    ) async throws -> Response {
        var filter = CardFilter(decree: try cardDecree(request))
        let slug = request.uri.queryParameters["kel"].map(String.init)
        if let slug {
            guard let village = PlaceSlugs(facts.region.places).village(slug) else {
                throw HTTPError(.notFound)
            }
            filter.village = village
        }
        let file = try await desk.cardFile(
            filter, name.form, site: siteAddress(request), for: viewer)
        guard let file else { throw HTTPError(.notFound) }
        let parts = [name.stem, slug, filter.decree.map { "sk-\($0)" }].compactMap(\.self)
        let shown = "\(parts.joined(separator: "-")).\(name.ending)"
        return name.form == .workbook
            ? workbook(file, shown, request) : paper(file, shown, request)
    }

    /// The decree of `?sk=`; nil for all.
    private func cardDecree(_ request: Request) throws -> Int? {
        guard let text = request.uri.queryParameters["sk"] else { return nil }
        guard let id = Int(text) else { throw HTTPError(.notFound) }
        return id
    }

    /// What the decree is called, for whoever may see decrees.
    private func cardDecreeName(_ id: Int?, _ viewer: Viewer) async throws -> String? {
        guard let id, viewer.may(.seeDecrees) else { return nil }
        return try await desk.decrees(for: viewer).first { $0.id == id }?.number
    }
}

/// A file of cards, as addresses call it.
private struct CardFileName {
    let stem: String
    let ending: String
    let form: Desk.CardForm

    init?(_ text: String?) {
        switch text {
        case "kartu.pdf": (stem, ending, form) = ("kartu", "pdf", .cards)
        case "tanda-terima.pdf": (stem, ending, form) = ("tanda-terima-kartu", "pdf", .handover)
        case "tanda-terima.xlsx": (stem, ending, form) = ("tanda-terima-kartu", "xlsx", .workbook)
        default: return nil
        }
    }
}
