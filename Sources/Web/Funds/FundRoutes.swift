import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/dana`: the money that contributions are paid from.
    func addFundRoutes(to router: Router<WebContext>) {
        router.get("/kerja/dana") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.funds)
            return try page(try await fundsPage(viewer), request, visitor)
        }
        router.post("/kerja/dana") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.funds)
            let lists = try await formLists(request)
            let form = lists.compactMapValues(\.last)
            try requireToken(form, session)
            try viewer.require(.manageFunds)
            do {
                if form["aksi"] == "alokasi" {
                    try await allot(form, viewer)
                } else {
                    try await openFund(lists, viewer)
                }
            } catch let problem as Problem {
                guard problem.kind == .input || problem.kind == .conflict else { throw problem }
                return try page(
                    try await fundsPage(viewer, typed: lists, trouble: problem), request, visitor,
                    status: .unprocessableContent)
            }
            return Response.redirect(to: Address.funds, type: .normal)
        }
    }

    private func fundsPage(
        _ viewer: Viewer, typed: [String: [String]] = [:], trouble: Problem? = nil
    ) async throws -> FundsPage {
        FundsPresenter.page(
            facts, try await desk.funds(for: viewer), names: funds,
            mayManage: viewer.may(.manageFunds), typed: typed, trouble: trouble,
            key: FormKey.new())
    }

    private func allot(_ form: [String: String], _ viewer: Viewer) async throws {
        let note = String(Text.trimmed(form["dokumen"] ?? "").prefix(120))
        try await desk.allot(
            Rupiah(FundForms.amount(form["jumlah"] ?? "") ?? 0), to: form["alokasi-dana"] ?? "",
            note: note, key: RoundForms.key(form), for: viewer)
    }

    private func openFund(_ form: [String: [String]], _ viewer: Viewer) async throws {
        let others = try await desk.funds(for: viewer).map(\.fund)
        guard let fund = FundForms.fund(form, others: others) else {
            throw Desk.unusableFund()
        }
        try await desk.openFund(
            fund, key: RoundForms.key(form.compactMapValues(\.last)), for: viewer)
    }
}
