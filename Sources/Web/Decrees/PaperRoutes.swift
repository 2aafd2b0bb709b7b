import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/v`: whether a paper is genuine. The code is no secret and tells of nobody, so it may stand in
    /// the address, where a QR code puts it.
    func addPaperRoutes(to router: Router<WebContext>) {
        router.get("/v") { request, context in
            let visitor = try await visitor(request, context)
            let typed = String(
                (request.uri.queryParameters["kode"].map(String.init) ?? "").prefix(40))
            guard !typed.isEmpty else {
                return try page(PaperCheckPage(code: "", answer: .none), request, visitor)
            }
            return try await check(typed, request, visitor)
        }
        router.get("/v/{code}") { request, context in
            let visitor = try await visitor(request, context)
            let typed = String((context.parameters.get("code") ?? "").prefix(40))
            return try await check(typed, request, visitor)
        }
    }

    private func check(
        _ typed: String, _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        let code = PaperCode(typed: typed)
        let shown = code?.text ?? typed
        guard try await paperLimit.take(visitor.address) != nil else {
            return try page(
                PaperCheckPage(code: shown, answer: .tooMany(minutes: paperLimit.minutes)),
                request, visitor, status: .tooManyRequests)
        }
        guard let code else {
            return try page(
                PaperCheckPage(code: shown, answer: .unknown), request, visitor, status: .notFound)
        }
        guard let found = try await desk.verifiedPaper(code) else {
            if let sealed = try await desk.sealedPaper(code) {
                return try page(
                    PaperCheckPage(code: shown, answer: .sealed(AnnexPresenter.sealed(sealed))),
                    request, visitor)
            }
            return try page(
                PaperCheckPage(code: shown, answer: .unknown), request, visitor, status: .notFound)
        }
        return try page(
            PaperCheckPage(code: shown, answer: .found(AnnexPresenter.paper(found))), request,
            visitor)
    }
}
