import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/pencocokan`: how rows became people, as a page and as JSON.
    func addLinkageRoutes(to router: Router<WebContext>) {
        router.get("/kerja/pencocokan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.linkage)
            try viewer.require(.seeLinkage)
            let settings = try await runSettings()
            guard let document = LinkageDocument(text: settings.linkage) else {
                throw Problem.linkageUnknown()
            }
            return try page(LinkagePresenter.page(document, settings: settings), request, visitor)
        }
        router.get("/kerja/pencocokan.json") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.linkage)
            try viewer.require(.seeLinkage)
            let settings = try await runSettings()
            guard !settings.linkage.isEmpty else { throw Problem.linkageUnknown() }
            return body(
                Array(settings.linkage.utf8), "application/json; charset=utf-8", request)
        }
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
