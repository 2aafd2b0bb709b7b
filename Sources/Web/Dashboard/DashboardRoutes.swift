import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/dasbor`: where the programme stands, as far as the viewer's scope reaches.
    func addDashboardRoutes(to router: Router<WebContext>) {
        router.get("/kerja/dasbor") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.dashboard)
            let settings = try await runSettings()
            let figures = try await desk.figures(for: viewer)
            let deliveries = try await desk.store.deliveries()
            return try page(
                try DashboardPresenter.page(
                    facts, figures: figures, deliveries: deliveries, funds: funds,
                    settings: settings, today: settings.asOf,
                    dataAgeMax: facts.region.oldDataAfterDays, insured: try await insured(viewer)),
                request, visitor)
        }
    }

    private func insured(_ viewer: Viewer) async throws -> DashboardPage.Insured? {
        guard viewer.may(.seeContributions) else { return nil }
        let groups = try await desk.coverage(
            in: Day.jakarta(at: .now()).month, for: viewer)
        let own = groups.filter { $0.cohort == Member.programmeCohort }
        let people = groups.reduce(0) { $0 + $1.standing }
        guard people > 0 else { return nil }
        let programme = own.reduce(0) { $0 + $1.standing }
        return DashboardPage.Insured(programme: programme, cohorts: people - programme)
    }
}
