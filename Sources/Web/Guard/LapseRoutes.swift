import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/risiko-putus`: whose cover may lapse, and the bridge from other funds.
    func addLapseRoutes(to router: Router<WebContext>) {
        router.get("/kerja/risiko-putus") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.lapses)
            return try page(try await lapses(request, viewer, nil), request, visitor)
        }
        router.post("/kerja/risiko-putus/jembatan") { request, context in
            try await bridge(request, try await visitor(request, context))
        }
        router.post("/kerja/risiko-putus/penanggung-jawab") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.lapses)
            try viewer.require(.guardCover)
            let form = try await form(request)
            try requireToken(form, session)
            let funds = try await desk.payers(for: viewer)
            guard let fund = form["dana"], funds.contains(where: { $0.fund.id == fund }) else {
                throw HTTPError(.notFound)
            }
            try await desk.nameGuardOwner(
                form["nama"] ?? "", of: fund, key: ContributionForms.key(form), for: viewer)
            return Response.redirect(to: Address.lapseForecast, type: .normal)
        }
        for page in ["jembatan", "penanggung-jawab"] {
            router.get("/kerja/risiko-putus/\(page)") { _, _ in
                Response.redirect(to: Address.lapses, type: .normal)
            }
        }
    }

    private func lapses(
        _ request: Request, _ viewer: Viewer, _ problem: Problem?
    ) async throws -> LapsesPage {
        let day = try await desk.guardDay(for: viewer)
        let query = request.uri.queryParameters
        let filter = GuardFilter(
            unpaid: query["bulan"].flatMap { Int($0) },
            fund: query["dana"].map(String.init).flatMap { $0.isEmpty ? nil : $0 })
        let position = query["sesudah"].flatMap { LapsesPresenter.position(String($0)) }
        let risks = try await desk.guardRisks(filter, after: position, for: viewer)
        return LapsesPresenter.page(
            facts, day, risks, filter, funds: try await desk.payers(for: viewer),
            key: FormKey.new(), problem: problem)
    }

    /// Shows what a bridge would do; with `setuju` it is done.
    private func bridge(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.lapses)
        try viewer.require(.guardCover)
        let form = try await form(request)
        try requireToken(form, session)
        let numbers = ContributionForms.picked(form)
        guard let months = ContributionForms.months(form), !numbers.isEmpty else {
            return try page(
                try await lapses(request, viewer, LapsesPresenter.nothingPicked()), request,
                visitor, status: .unprocessableContent)
        }
        let wish = BridgeWish(numbers: numbers, months: months, fund: form["dana"] ?? "")
        do {
            if form["setuju"] == "1" {
                _ = try await desk.bridge(wish, key: ContributionForms.key(form), for: viewer)
                return Response.redirect(to: Address.lapses, type: .normal)
            }
            let effect = try await desk.bridgeEffect(wish, for: viewer)
            return try page(
                LapsesPresenter.bridge(
                    effect, months, funds: try await desk.payers(for: viewer), key: FormKey.new()),
                request, visitor)
        } catch let problem as Problem {
            guard problem.kind != .service else { throw problem }
            return try page(
                try await lapses(request, viewer, problem), request, visitor,
                status: .unprocessableContent)
        }
    }
}
