import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/mitra`: the city's agreements with platforms.
    func addPartnerRoutes(to router: Router<WebContext>) {
        router.get("/kerja/mitra") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.partners)
            return try page(try await partners(viewer, nil), request, visitor)
        }
        router.post("/kerja/mitra") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.partners)
            try viewer.require(.managePartners)
            let form = try await form(request)
            try requireToken(form, session)
            return try await changed(viewer, request, visitor) {
                guard let terms = terms(form) else { throw unreadableTerms() }
                try await desk.addAgreement(terms, key: key(form), for: viewer)
            }
        }
        router.post("/kerja/mitra/{id}/panggilan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.partners)
            try viewer.require(.managePartners)
            let form = try await form(request)
            try requireToken(form, session)
            let id = try pathID(context)
            return try await changed(viewer, request, visitor) {
                let day = form["sampai"].flatMap { Day(iso: $0) }
                guard form["tutup"] != nil || day != nil else { throw unreadableTerms() }
                try await desk.setCall(
                    ofAgreement: id, until: form["tutup"] == nil ? day : nil, key: key(form),
                    for: viewer)
            }
        }
        router.get("/kerja/mitra/{id}/panggilan") { _, _ in
            Response.redirect(to: Address.partners, type: .normal)
        }
    }

    /// Does what a form asks for; what is wrong with the form is told above it.
    private func changed(
        _ viewer: Viewer, _ request: Request, _ visitor: Visitor, _ change: () async throws -> Void
    ) async throws -> Response {
        do {
            try await change()
            return Response.redirect(to: Address.partners, type: .normal)
        } catch let problem as Problem where problem.kind == .input || problem.kind == .conflict {
            return try page(
                try await partners(viewer, problem), request, visitor,
                status: .unprocessableContent)
        }
    }

    private func partners(_ viewer: Viewer, _ trouble: Problem?) async throws -> PartnersPage {
        DriverPresenter.partners(
            facts, try await desk.partnersOffice(for: viewer),
            key: FormKey.new(), trouble: trouble)
    }

    /// The key of the form, which no form of another page shares.
    private func key(_ form: [String: String]) -> String {
        "mitra \((form["kunci"] ?? "").prefix(64))"
    }

    private func terms(_ form: [String: String]) -> PartnerAgreement? {
        func text(_ name: String) -> String { String(Text.trimmed(form[name] ?? "").prefix(200)) }
        guard let from = Day(iso: text("mulai")), let to = Day(iso: text("selesai")),
            let days = Int(text("simpan"))
        else { return nil }
        let call = text("panggilan")
        guard call.isEmpty || Day(iso: call) != nil else { return nil }
        return PartnerAgreement(
            agency: text("mitra"), number: text("nomor"), from: from, to: to,
            purpose: text("tujuan"), retentionDays: days, callUntil: Day(iso: call))
    }

    private func unreadableTerms() -> Problem {
        Problem(
            .input, "agreement-form",
            Phrase("Ada tanggal atau angka yang belum benar.", en: "A date or number is wrong."),
            do: Phrase("Periksa isiannya, lalu simpan lagi.", en: "Check the form and save again."))
    }
}
