import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    private static let conflictsShown = 20

    /// `/kerja/rekonsiliasi/{month}/pertentangan`: answers of the insurer that contradict each other.
    func addInsurerConflictRoutes(to router: Router<WebContext>) {
        router.get("/kerja/rekonsiliasi/{month}/pertentangan") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try await conflictsPage(try pathMonth(context), request, visitor, viewer)
        }
        router.post("/kerja/rekonsiliasi/{month}/pertentangan") { request, context in
            try await settleConflict(request, context)
        }
    }

    private func conflictsPage(
        _ month: Month, _ request: Request, _ visitor: Visitor, _ viewer: Viewer,
        typed: InsurerConflictPresenter.Typed? = nil, trouble: Problem? = nil
    ) async throws -> Response {
        let query = request.uri.queryParameters
        // A form that was refused is shown again first.
        let position =
            typed.map { ConflictName(file: $0.id.file, line: $0.id.line - 1) }
            ?? ConflictName(
                file: query["berkas"].flatMap { Int($0) } ?? 0,
                line: query["sesudah"].flatMap { Int($0) } ?? 0)
        let found = try await desk.insurerConflicts(
            after: position, limit: WebApp.conflictsShown + 1, for: viewer)
        let shown = Array(found.prefix(WebApp.conflictsShown))
        let last = found.count > shown.count ? shown.last?.id : nil
        let presenter = InsurerConflictPresenter(facts: facts)
        return try page(
            InsurerConflictsPage(
                month: month,
                isClosed: try await desk.reconciliationIsClosed(month, for: viewer),
                count: try await desk.insurerConflictCount(for: viewer),
                cases: shown.map { presenter.row($0, typed) },
                nextHref: last.map {
                    Address.insurerConflicts(month, after: ($0.file, $0.line))
                }, key: FormKey.new(), isSettled: trouble == nil && query["putus"] != nil,
                trouble: trouble), request, visitor,
            status: trouble == nil ? .ok : .unprocessableContent)
    }

    private func settleConflict(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.reconciliations)
        let form = try await form(request)
        try requireToken(form, session)
        try viewer.require(.reconcile)
        let month = try pathMonth(context)
        let typed = InsurerConflictPresenter.Typed(
            id: ConflictName(
                file: Int(form["berkas"] ?? "") ?? 0, line: Int(form["baris"] ?? "") ?? 0),
            choice: InsurerConflictsPage.Choice(rawValue: form["putusan"] ?? ""),
            reason: form["alasan"] ?? "")
        guard let choice = typed.choice else {
            return try await conflictsPage(
                month, request, visitor, viewer, typed: typed, trouble: WebApp.noChoice())
        }
        var trouble: Problem?
        do throws(Problem) {
            try await desk.settleInsurerConflict(
                typed.id, InsurerConflictPresenter.choice(choice), because: typed.reason,
                version: Int(form["versi"] ?? "") ?? 0, in: month, key: form["kunci"] ?? "",
                for: viewer)
        } catch { trouble = error }
        guard let trouble else {
            return Response.redirect(
                to: Address.insurerConflicts(month, isSettled: true), type: .normal)
        }
        return try await conflictsPage(
            month, request, visitor, viewer, typed: typed, trouble: trouble)
    }

    private static func noChoice() -> Problem {
        Problem(
            .input, "insurer-conflict-choice",
            Phrase("Belum dipilih mana yang berlaku.", en: "It is not chosen which one holds."),
            do: Phrase(
                "Pilih salah satu jawaban dan tulis alasannya.",
                en: "Choose one of the answers and write why."))
    }
}
