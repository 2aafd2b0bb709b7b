import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/bpjs/masuk`: what the insurer sends back.
    func addInsurerInRoutes(to router: Router<WebContext>) {
        router.get("/kerja/bpjs/masuk") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.insurerIn)
            return try await insurerInPage(request, visitor, viewer)
        }
        router.post("/kerja/bpjs/masuk") { request, context in
            try await takeInsurerFile(request, try await visitor(request, context))
        }
    }

    private func insurerInPage(
        _ request: Request, _ visitor: Visitor, _ viewer: Viewer,
        _ chosen: InsurerPresenter.Chosen = .init(), trouble: Problem? = nil
    ) async throws -> Response {
        try page(
            InsurerPresenter.into(
                try await desk.insurerFiles(.into, for: viewer),
                try await desk.insurerFunds(for: viewer), today: .jakarta(at: .now()), chosen,
                trouble: trouble), request, visitor,
            status: trouble == nil ? .ok : .unprocessableContent)
    }

    private func takeInsurerFile(
        _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.insurerIn)
        try viewer.require(.exchangeInsurer)
        let limits = facts.region.uploads
        guard let form = try await multipart(request, limit: limits.bytes(.reference)) else {
            return try await insurerInPage(
                request, visitor, viewer, trouble: limits.tooLarge(.reference, file: nil))
        }
        try requireToken(form.fields, session)
        var chosen = InsurerPresenter.Chosen()
        chosen.kind = InsurerInPage.Kind(rawValue: form.fields["jenis"] ?? "") ?? .result
        chosen.month = Month(iso: form.fields["bulan"] ?? "")
        let known = try await desk.insurerFunds(for: viewer).map(\.id)
        chosen.fund = known.first { $0 == form.fields["dana"] } ?? ""
        guard let file = form.files["berkas"], !file.bytes.isEmpty, let month = chosen.month
        else {
            return try await insurerInPage(
                request, visitor, viewer, chosen, trouble: WebApp.noInsurerFile())
        }
        let upload = InsurerUpload(
            name: file.name, bytes: file.bytes, kind: InsurerPresenter.kind(chosen.kind),
            month: month, fund: chosen.fund.isEmpty ? nil : chosen.fund)
        var trouble: Problem?
        var intake: InsurerIntake?
        do throws(Problem) {
            intake = try await desk.takeInsurerFile(upload, for: viewer)
        } catch { trouble = error }
        guard let intake else {
            return try await insurerInPage(request, visitor, viewer, chosen, trouble: trouble)
        }
        let address = Address.insurerFile(intake.file)
        return Response.redirect(
            to: intake.isKnown ? "\(address)?sama=1" : address, type: .normal)
    }

    private static func noInsurerFile() -> Problem {
        Problem(
            .input, "no-file",
            Phrase("Belum ada berkas yang dipilih.", en: "No file was chosen."),
            do: Phrase(
                "Pilih berkas dari cabang BPJS dan bulannya, lalu baca.",
                en: "Choose the branch's file and its month, then read it."))
    }
}
