import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/iuran/pengembalian`: months that must come back from the insurer.
    func addRefundRoutes(to router: Router<WebContext>) {
        router.get("/kerja/iuran/pengembalian") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.refunds())
            let shown = try RefundForms.shown(request)
            return try page(try await refunds(shown, viewer), request, visitor)
        }
        router.post("/kerja/iuran/pengembalian") { request, context in
            try await settle(request, try await visitor(request, context))
        }
        router.get("/kerja/iuran/pengembalian/daftar.xlsx") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.refunds())
            let shown = try RefundForms.shown(request)
            let bytes = try await desk.refundSheet(
                RefundsPresenter.standing(shown.pile), fund: shown.fund, visitor.language,
                for: viewer)
            let day = Day.jakarta(at: .now()).iso
            return workbook(bytes, "pengembalian-\(shown.pile.rawValue)-\(day).xlsx", request)
        }
    }

    /// Does what was asked for. Whatever somebody else did before is told; otherwise the list is
    /// shown as it is then.
    private func settle(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.refunds())
        try viewer.require(.payContributions)
        let form = try await form(request)
        try requireToken(form, session)
        let shown = RefundsPresenter.Shown(
            pile: form["status"].flatMap(RefundsPage.Pile.init(rawValue:)) ?? .open,
            fund: RefundForms.fund(form["dana"]), after: nil)
        do {
            let outcome = try await desk.settleRefunds(
                try RefundForms.deed(form, shown.fund), key: ContributionForms.key(form),
                for: viewer)
            guard !outcome.passed.isEmpty else {
                return Response.redirect(
                    to: Address.refunds(shown.pile.rawValue, fund: shown.fund), type: .normal)
            }
            return try page(try await refunds(shown, viewer, told: outcome), request, visitor)
        } catch let problem as Problem {
            guard problem.kind == .input || problem.kind == .conflict else { throw problem }
            return try page(
                try await refunds(shown, viewer, problem: problem), request, visitor,
                status: problem.kind == .input ? .unprocessableContent : .conflict)
        }
    }

    private func refunds(
        _ shown: RefundsPresenter.Shown, _ viewer: Viewer, told: RefundOutcome? = nil,
        problem: Problem? = nil
    ) async throws -> RefundsPage {
        let standing = RefundsPresenter.standing(shown.pile)
        let rows = try await desk.refunds(standing, for: viewer)
        var bills: [Bill]?
        if viewer.may(.payContributions) {
            bills = try await creditBills(standing == .asked ? rows : [], shown.fund, viewer)
        }
        return RefundsPresenter(facts: facts, funds: try await desk.payers(for: viewer)).page(
            shown, rows, try await desk.refundSums(for: viewer), bills: bills, told: told,
            problem: problem)
    }

    private func creditBills(
        _ rows: [RefundRow], _ fund: String?, _ viewer: Viewer
    ) async throws -> [Bill] {
        var bills: [Bill] = []
        for id in Set(rows.map(\.due.fund)).sorted() where fund == nil || fund == id {
            bills += try await desk.creditBills(of: id, for: viewer)
        }
        return bills
    }
}
