import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/peserta/{number}/alasan`: the card that tells a person why not yet.
    func addReasonRoutes(to router: Router<WebContext>) {
        router.get("/kerja/peserta/{number}/alasan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let number = try personNumber(context)
            guard let card = try await desk.reasonCard(of: number, for: viewer) else {
                throw HTTPError(.notFound)
            }
            let presenter = ReasonCardPresenter(
                facts: facts, card: card, asOf: try await runSettings().asOf)
            return try page(
                presenter.page(viewer, desk, at: JournalWords.moment(.now())), request, visitor)
        }
        router.get("/kerja/peserta/{number}/surat.pdf") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let number = try personNumber(context)
            try viewer.require(.seePeople)
            let asOf = try await runSettings().asOf
            let letter = try await desk.decisionLetter(to: number, asOf: asOf, for: viewer) {
                card, further in
                ReasonCardPresenter(facts: facts, card: card, asOf: asOf).letter(further)
            }
            guard let letter else { throw HTTPError(.notFound) }
            return paper(letter, "surat-pemberitahuan-\(number.text).pdf", request)
        }
    }
}
