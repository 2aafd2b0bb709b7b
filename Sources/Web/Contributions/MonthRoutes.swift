import Civic
import Hummingbird
import Office
import Pages
import Programme
import Store

extension WebApp {
    /// `/kerja/peserta/{number}/iuran`: the months of one member; `?bulan=` names the one whose way
    /// is shown.
    func addMonthRoutes(to router: Router<WebContext>) {
        router.get("/kerja/peserta/{number}/iuran") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            try viewer.require(.seeContributions)
            let number = try memberNumber(context)
            let today = Day.jakarta(at: .now())
            guard
                let months = try await desk.memberMonths(number.text, for: viewer, on: today)
            else { throw HTTPError(.notFound) }
            var trace: CoverTrace?
            let chosen = request.uri.queryParameters["bulan"].flatMap { Month(iso: $0) }
            if let chosen { trace = try await desk.trace(number.text, chosen, for: viewer) }
            let hasPage =
                months.record.member.cohort == Member.programmeCohort
                && viewer.may(.seePeople)
            return try page(
                MonthsPresenter.page(
                    facts, months, trace, funds: try await desk.payers(for: viewer),
                    hasPersonPage: hasPage, on: today), request, visitor)
        }
    }

    /// The `{number}` of an address as that of a member, who may belong to an older cohort.
    private func memberNumber(_ context: WebContext) throws -> PersonNumber {
        let prefixes =
            [facts.region.personNumberPrefix]
            + facts.region.contributions.cohorts.map(\.numberPrefix)
        guard let typed = context.parameters.get("number"),
            let number = prefixes.lazy.compactMap({ PersonNumber(typed: typed, prefix: $0) }).first
        else { throw HTTPError(.notFound) }
        return number
    }
}
