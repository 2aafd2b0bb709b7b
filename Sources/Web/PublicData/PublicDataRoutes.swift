import Hummingbird
import Office
import Pages

extension WebApp {
    /// `/data`: the programme in figures, as a page, as CSV and with its description.
    func addPublicDataRoutes(to router: Router<WebContext>) {
        router.get("/data") { request, context in
            try page(
                PublicDataPresenter.page(
                    facts, figures: try await desk.publicFigures(), funds: funds,
                    settings: try await runSettings(), csvHref: "/data/unduh.csv",
                    metadataHref: "/data/keterangan.json"), request,
                try await visitor(request, context))
        }
        router.get("/data/unduh.csv") { request, context in
            let text = PublicDataPresenter.csv(
                facts, figures: try await desk.publicFigures(), funds: funds,
                settings: try await runSettings())
            var response = body(Array(text.utf8), "text/csv; charset=utf-8", request)
            response.headers[.contentDisposition] = "attachment; filename=\"sigap-data.csv\""
            return response
        }
        router.get("/data/keterangan.json") { request, context in
            let text = PublicDataPresenter.metadata(
                facts, funds: funds, settings: try await runSettings())
            return body(Array(text.utf8), "application/json; charset=utf-8", request)
        }
    }
}
