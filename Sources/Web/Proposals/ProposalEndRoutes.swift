import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    private static let receiptRowsMax = 5_000

    /// Sending a list, taking it back, and what is printed or downloaded of it.
    func addProposalEndRoutes(to router: Router<WebContext>) {
        router.post("/kerja/usulan/{id}/kirim") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.proposals)
            try requireToken(try await form(request), session)
            let list = try await proposal(context, viewer)
            do throws(Problem) {
                try await desk.sendProposal(list.id, for: viewer)
            } catch {
                guard error.kind == .input || error.kind == .conflict else { throw error }
                return try await listPage(list, request, visitor, viewer, trouble: error)
            }
            return Response.redirect(to: Address.proposal(list.id), type: .normal)
        }
        router.post("/kerja/usulan/{id}/batal") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.proposals)
            try requireToken(try await form(request), session)
            let list = try await proposal(context, viewer)
            try await desk.undoProposal(list.id, for: viewer)
            return Response.redirect(to: Address.proposals, type: .normal)
        }
        router.get("/kerja/usulan/{id}/baris.xlsx") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.proposals)
            let list = try await proposal(context, viewer)
            guard let bytes = try await desk.proposalCorrections(of: list.id, for: viewer) else {
                throw HTTPError(.notFound)
            }
            return workbook(bytes, "perbaikan-\(list.id).xlsx", request)
        }
        router.get("/kerja/usulan/{id}/tanda-terima") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let list = try await proposal(context, viewer)
            guard let receipt = list.receipt, let sentAt = list.sentAt else {
                throw HTTPError(.notFound)
            }
            let rows = try await desk.proposalRows(
                of: list.id, states: [.sent], after: 0, limit: WebApp.receiptRowsMax, for: viewer)
            return try page(
                ProposalReceiptPage(
                    item: ProposalPresenter.item(facts, list), receipt: receipt,
                    sentAt: ProposalPresenter.moment(sentAt),
                    counts: ProposalPresenter.counts(list),
                    people: rows.map { row in
                        let view = ProposalPresenter.row(facts, row)
                        return .init(record: row.record, name: view.name, nik: view.nik)
                    }), request, visitor)
        }
    }
}
