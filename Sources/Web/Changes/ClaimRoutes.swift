import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/klaim`: whose family waits, and how far each claim is.
    func addClaimRoutes(to router: Router<WebContext>) {
        router.get("/kerja/klaim") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.claims)
            let claims = try await desk.claims(for: viewer)
            return try page(changePresenter.claims(claims), request, visitor)
        }
        router.get("/kerja/klaim/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await claimPage(try pathID(context), nil, request, visitor, viewer)
        }
        router.post("/kerja/klaim/{id}") { request, context in
            let (visitor, viewer, form) = try await changeForm(request, context)
            return try await noteStep(try pathID(context), form, request, visitor, viewer)
        }
    }

    /// Notes a step; what stands against it is told on the page.
    private func noteStep(
        _ id: Int, _ form: [String: String], _ request: Request, _ visitor: Visitor,
        _ viewer: Viewer
    ) async throws -> Response {
        guard let step = form["langkah"].flatMap(ClaimStep.init(rawValue:)) else {
            throw HTTPError(.notFound)
        }
        guard case .day(let day) = WrittenDay(form) else {
            return try await claimPage(id, Self.unreadableDay(), request, visitor, viewer)
        }
        let wish = ClaimStepWish(
            step: step, day: day, note: form["catatan"] ?? "",
            amount: MoneyText.rupiah(form["jumlah"] ?? ""))
        do {
            let isNoted = try await desk.noteClaimStep(
                wish, of: id, key: ChangeForms.key(form), for: viewer)
            guard isNoted else { throw HTTPError(.notFound) }
        } catch let problem as Problem {
            guard problem.kind == .input || problem.kind == .conflict else { throw problem }
            return try await claimPage(id, problem, request, visitor, viewer)
        }
        return Response.redirect(to: Address.claim(id), type: .normal)
    }

    private func claimPage(
        _ id: Int, _ trouble: Problem?, _ request: Request, _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        guard let record = try await desk.claim(id, for: viewer) else {
            throw HTTPError(.notFound)
        }
        let found = changePresenter.claim(
            record, mayNote: viewer.may(.changeMembers), key: FormKey.new(),
            trouble: trouble?.phrase)
        return try page(
            found, request, visitor,
            status: trouble == nil
                ? .ok : trouble?.kind == .input ? .unprocessableContent : .conflict)
    }

    private static func unreadableDay() -> Problem {
        Problem(
            .input, "claim-day-missing",
            Phrase("Tanggalnya tidak terbaca.", en: "The day is unreadable."),
            do: Phrase("Isi hari, bulan dan tahun.", en: "Enter day, month and year."))
    }
}
