import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/pencocokan`: how rows became people, as a page and as JSON.
    func addLinkageRoutes(to router: Router<WebContext>) {
        router.get("/kerja/pencocokan") { request, context in
            let (visitor, settings) = try await linkageReader(request, context)
            guard let document = LinkageDocument(text: settings.linkage) else {
                throw Problem.linkageUnknown()
            }
            return try page(LinkagePresenter.page(document, settings: settings), request, visitor)
        }
        router.get("/kerja/pencocokan.json") { request, context in
            let (_, settings) = try await linkageReader(request, context)
            guard !settings.linkage.isEmpty else { throw Problem.linkageUnknown() }
            return body(
                Array(settings.linkage.utf8), "application/json; charset=utf-8", request)
        }
    }

    /// Somebody who may see how rows became people, and what the latest run kept of it.
    private func linkageReader(
        _ request: Request, _ context: WebContext
    ) async throws -> (Visitor, RunSettings) {
        let visitor = try await visitor(request, context)
        let (viewer, _) = try visitor.signedIn(wanting: Address.linkage)
        try viewer.require(.seeLinkage)
        return (visitor, try await runSettings())
    }
}

extension Problem {
    /// The store was filled before linking was recorded.
    fileprivate static func linkageUnknown() -> Problem {
        Problem(
            .notFound, "linkage-unknown",
            Phrase(
                "Hasil pencocokan belum tercatat.", en: "How rows were linked was not recorded."),
            do: Phrase("Impor lagi daftarnya.", en: "Import the lists again."))
    }
}
