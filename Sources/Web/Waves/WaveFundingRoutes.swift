import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/gelombang/{id}/dana`: which fund pays for whom.
    func addWaveFundingRoutes(to router: Router<WebContext>) {
        router.get("/kerja/gelombang/{id}/dana") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let wave = try await wave(context, viewer)
            return try page(try await fundingPage(wave, viewer), request, visitor)
        }
        router.post("/kerja/gelombang/{id}/dana") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.waves)
            let form = try await form(request)
            try requireToken(form, session)
            try viewer.require(.planWaves)
            let wave = try await wave(context, viewer)
            do {
                try await matchFunds(wave, form, viewer)
            } catch let problem as Problem {
                guard problem.kind == .conflict else { throw problem }
                return try page(
                    try await fundingPage(wave, viewer, trouble: problem), request, visitor,
                    status: .unprocessableContent)
            }
            return Response.redirect(to: Address.waveFunding(wave.id), type: .normal)
        }
    }

    private func fundingPage(
        _ wave: Wave, _ viewer: Viewer, trouble: Problem? = nil
    ) async throws -> WaveFundingPage {
        WaveFundingPresenter.page(
            wave, try await desk.waveFunding(of: wave, for: viewer),
            try await desk.funds(for: viewer), mayPlan: viewer.may(.planWaves),
            key: FormKey.new(), trouble: trouble)
    }

    private func matchFunds(
        _ wave: Wave, _ form: [String: String], _ viewer: Viewer
    ) async throws {
        try await desk.matchFunds(
            of: wave.id, version: form["versi"].flatMap { Int($0) } ?? 0,
            key: RoundForms.key(form), for: viewer)
    }
}
