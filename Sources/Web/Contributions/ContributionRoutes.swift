import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/iuran`: contributions month by month, and the lists of older cohorts.
    func addContributionRoutes(to router: Router<WebContext>) {
        router.get("/kerja/iuran") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.contributions)
            return try page(
                try await contributions(viewer, nil, nil), request, visitor)
        }
        router.post("/kerja/iuran/kelompok") { request, context in
            try await takeIn(request, try await visitor(request, context))
        }
        router.get("/kerja/iuran/kelompok") { _, _ in
            Response.redirect(to: Address.contributions, type: .normal)
        }
        router.get("/kerja/iuran/{month}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try page(
                try await contributionMonth(try pathMonth(context), viewer), request, visitor)
        }
        router.get("/kerja/iuran/{month}/laporan.pdf") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let month = try pathMonth(context)
            return paper(
                try await desk.monthlyReport(month, for: viewer),
                "laporan-bulanan-\(month.iso).pdf", request)
        }
        router.post("/kerja/iuran/{month}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: request.uri.path)
            try viewer.require(.billContributions)
            let form = try await form(request)
            try requireToken(form, session)
            let month = try pathMonth(context)
            let outcome = try await desk.billMonth(
                month, key: ContributionForms.key(form), for: viewer)
            guard !outcome.shortages.isEmpty else {
                return Response.redirect(
                    to: Address.contributions(in: month), type: .normal)
            }
            return try page(
                try await contributionMonth(month, viewer, outcome.shortages), request, visitor)
        }
    }

    private func contributions(
        _ viewer: Viewer, _ taken: ContributionsPage.Taken?, _ problem: Problem?
    ) async throws -> ContributionsPage {
        let current = Day.jakarta(at: .now()).month
        let months = try await desk.coverMonths(for: viewer)
        let groups = try await desk.coverage(in: current, for: viewer)
        let funds = viewer.may(.billContributions) ? try await desk.payers(for: viewer) : []
        return ContributionsPresenter.overview(
            facts, current: current, months: months, groups: groups,
            funds: viewer.may(.billContributions) ? funds : nil, taken: taken,
            problem: problem, seesLapses: viewer.may(.guardCover))
    }

    private func contributionMonth(
        _ month: Month, _ viewer: Viewer, _ shortages: [FundShortage] = []
    ) async throws -> ContributionMonthPage {
        let figures = try await desk.coverMonth(month, for: viewer)
        let changes = try await desk.monthChanges(month, for: viewer)
        return ContributionsPresenter.month(
            facts, figures, changes, shortages,
            key: viewer.may(.billContributions) ? FormKey.new() : nil)
    }

    private func takeIn(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.contributions)
        try viewer.require(.billContributions)
        let limits = facts.region.uploads
        guard let form = try await multipart(request, limit: limits.bytes(.reference)) else {
            return try page(
                try await contributions(viewer, nil, limits.tooLarge(.reference, file: nil)),
                request, visitor, status: .contentTooLarge)
        }
        try requireToken(form.fields, session)
        guard let months = ContributionForms.months(form.fields), let file = form.files["berkas"],
            !file.bytes.isEmpty
        else {
            return try page(
                try await contributions(viewer, nil, ContributionForms.incomplete()), request,
                visitor, status: .unprocessableContent)
        }
        do {
            let report = try await desk.takeIn(
                CohortWish(
                    cohort: form.fields["kelompok"] ?? "", fund: form.fields["dana"] ?? "",
                    months: months, file: file.name, bytes: file.bytes),
                key: ContributionForms.key(form.fields), for: viewer)
            guard let report else {
                return Response.redirect(to: Address.contributions, type: .normal)
            }
            return try page(
                try await contributions(viewer, ContributionsPresenter.taken(report), nil),
                request, visitor)
        } catch let problem as Problem {
            guard problem.kind == .input || problem.kind == .conflict else { throw problem }
            return try page(
                try await contributions(viewer, nil, problem), request, visitor,
                status: .unprocessableContent)
        }
    }
}

/// What forms about contributions send.
enum ContributionForms {
    /// The key that makes the form safe to send twice; one of its own for a form without.
    static func key(_ form: [String: String]) -> String {
        let given = String((form["kunci"] ?? "").prefix(80))
        return given.isEmpty ? FormKey.new() : given
    }

    /// The months of the fields `dari` and `sampai`.
    static func months(_ form: [String: String]) -> ClosedRange<Month>? {
        guard let first = Month(iso: Text.trimmed(form["dari"] ?? "")),
            let last = Month(iso: Text.trimmed(form["sampai"] ?? "")), first <= last
        else { return nil }
        return first...last
    }

    /// The places, or numbers, behind `p-` that were ticked.
    static func picked(_ form: [String: String]) -> [String] {
        form.compactMap { name, value in
            name.hasPrefix("p-") && value == "1" ? String(name.dropFirst(2)) : nil
        }.sorted()
    }

    static func incomplete() -> Problem {
        Problem(
            .input, "form-incomplete",
            Phrase("Isian belum lengkap.", en: "The form is not complete."),
            do: Phrase(
                "Pilih berkas, dan tulis bulan seperti 2026-01.",
                en: "Choose a file, and write months as 2026-01."))
    }
}
