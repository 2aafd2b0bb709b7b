import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// The pages that explain the programme to everybody.
    func addInfoRoutes(to router: Router<WebContext>) {
        router.get("/") { request, context in
            let settings = try await desk.store.runSettings()
            let figures = settings == nil ? nil : try await desk.publicFigures()
            return try page(
                HomePresenter.page(figures: figures, settings: settings), request,
                try await visitor(request, context))
        }
        router.get("/syarat") { request, context in
            try page(
                try ConditionsPresenter.page(
                    facts, settings: try await desk.store.runSettings(), on: today), request,
                try await visitor(request, context))
        }
        addPage("/kecelakaan", to: router) { AccidentPresenter.page() }
        addPage("/ahli-waris", to: router) { try HeirsPresenter.page(facts, on: today) }
        addPage("/bantuan", to: router) { HelpPresenter.page() }
        addPage("/privasi", to: router) {
            try PrivacyPresenter.page(facts, retention: retention, on: today)
        }
        addPage("/aksesibilitas", to: router) {
            AccessibilityPresenter.page(checked: facts.region.accessibilityChecked)
        }
        router.get("/kuota") { request, context in
            let villages = facts.region.places.villages.map { facts.region.places.entries[$0].code }
            return try page(
                try QuotaPresenter.page(
                    facts, figures: try await desk.store.figures(in: .areas(villages)),
                    settings: try await runSettings()), request,
                try await visitor(request, context))
        }
    }

    var today: Day { Day.jakarta(at: .now()) }

    private func addPage<P: Page>(
        _ path: String, to router: Router<WebContext>, _ make: @escaping @Sendable () throws -> P
    ) {
        router.get(RouterPath(path)) { request, context in
            try page(try make(), request, try await visitor(request, context))
        }
    }
}
