import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// So many people of each pile stand on the printed record.
    private static let recordRowsMax = 2000

    /// `/kerja/rekonsiliasi`: months beside what the insurer says.
    func addReconciliationRoutes(to router: Router<WebContext>) {
        router.get("/kerja/rekonsiliasi") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.reconciliations)
            try viewer.require(.reconcile)
            let month = Day.jakarta(at: .now()).month
            return Response.redirect(to: Address.reconciliation(month), type: .normal)
        }
        router.get("/kerja/rekonsiliasi/{month}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await monthPage(try pathMonth(context), request, visitor, viewer)
        }
        router.post("/kerja/rekonsiliasi/{month}") { request, context in
            try await closeMonth(request, context)
        }
        addInsurerConflictRoutes(to: router)
        router.get("/kerja/rekonsiliasi/{month}/berita-acara") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await recordPage(try pathMonth(context), request, visitor, viewer)
        }
        router.get("/kerja/rekonsiliasi/{month}/berita-acara.pdf") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let month = try pathMonth(context)
            let minutes = try await desk.reconciliationMinutes(
                of: month, site: siteAddress(request), for: viewer)
            guard let minutes else { throw HTTPError(.notFound) }
            return paper(minutes, "berita-acara-rekonsiliasi-\(month.iso).pdf", request)
        }
    }

    private func monthPage(
        _ month: Month, _ request: Request, _ visitor: Visitor, _ viewer: Viewer,
        trouble: Problem? = nil
    ) async throws -> Response {
        let totals = try await desk.reconciliation(of: month, for: viewer)
        let query = request.uri.queryParameters
        let group =
            query["kelompok"].flatMap { ReconciliationPage.Group(rawValue: String($0)) }
            ?? ReconciliationPresenter.first(totals)
        let rows = try await desk.reconciliationRows(
            of: month, ReconciliationPresenter.part(group),
            after: query["sesudah"].flatMap { Int($0) } ?? 0,
            limit: WebApp.insurerRowsShown + 1, for: viewer)
        let shown = Array(rows.prefix(WebApp.insurerRowsShown))
        let last = rows.count > shown.count ? shown.last?.line : nil
        return try page(
            ReconciliationPage(
                totals: ReconciliationPresenter.totals(totals), group: group,
                rows: shown.map { ReconciliationPresenter.row(facts, $0) },
                nextHref: last.map {
                    Address.reconciliation(month, group.rawValue, after: $0)
                }, conflicts: try await desk.insurerConflictCount(for: viewer), trouble: trouble),
            request, visitor,
            status: trouble == nil ? .ok : .unprocessableContent)
    }

    private func closeMonth(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.reconciliations)
        let form = try await form(request)
        try requireToken(form, session)
        try viewer.require(.reconcile)
        let month = try pathMonth(context)
        var trouble: Problem?
        do throws(Problem) {
            _ = try await desk.closeReconciliation(
                of: month, ours: form["kita"] ?? "", theirs: form["bpjs"] ?? "", for: viewer)
        } catch { trouble = error }
        guard let trouble else {
            return Response.redirect(to: Address.reconciliation(month), type: .normal)
        }
        return try await monthPage(month, request, visitor, viewer, trouble: trouble)
    }

    /// 404 for a month that is still open: it has no record.
    private func recordPage(
        _ month: Month, _ request: Request, _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        let totals = try await desk.reconciliation(of: month, for: viewer)
        guard totals.closing != nil else { throw HTTPError(.notFound) }
        var piles: [(ReconciliationPage.Group, [ReconciliationPage.Row])] = []
        for group in [ReconciliationPage.Group.oursOnly, .theirsOnly, .refused, .different] {
            let rows = try await desk.reconciliationRows(
                of: month, ReconciliationPresenter.part(group), after: 0,
                limit: WebApp.recordRowsMax, for: viewer)
            piles.append((group, rows.map { ReconciliationPresenter.row(facts, $0) }))
        }
        return try page(
            ReconciliationRecordPage(
                totals: ReconciliationPresenter.totals(totals), piles: piles), request, visitor)
    }

}
