package import Civic
import Hummingbird
import Jamsostek
package import Logging
package import Office
import Pages
import Store

/// The site of one city: everything a request may need, made once when the server starts.
package struct WebApp: Sendable {
    let desk: Desk
    let facts: CityFacts
    let funds: FundNames
    let retention: Table
    let templates: PageTemplates
    let site: Site
    let assets: AssetShelf
    let options: WebOptions
    let logger: Logger
    let checkLimit: AttemptLimit
    /// Codes of papers from one address.
    let paperLimit: AttemptLimit
    /// Wrong passwords for a login from one address, and from everywhere.
    let addressLimit: AttemptLimit
    let loginLimit: AttemptLimit
    /// Wrong codes, or wrong passwords of somebody signed in, for an account.
    let factorLimit: AttemptLimit
    let ownPasswordLimit: AttemptLimit
    let startedAt: Instant
    let readiness: Readiness
    let requestMeter = RequestMeter()
    let storeMeter = StoreMeter()

    /// Reads templates, words and assets, and refuses to start when one of them is faulty.
    package init(
        desk: Desk, data: DataFolder, isSample: Bool, options: WebOptions, logger: Logger
    ) throws(Problem) {
        // Everything that is asked of the store is counted.
        let store = desk.store.metered(by: storeMeter)
        self.desk = Desk(
            store: store, region: desk.region, law: desk.law, access: desk.access)
        checkLimit = AttemptLimit(store: store, purpose: "check", attempts: 10, minutes: 10)
        paperLimit = AttemptLimit(store: store, purpose: "paper", attempts: 30, minutes: 10)
        let rules = desk.access.signIn
        addressLimit = AttemptLimit(store, "login", rules.address)
        loginLimit = AttemptLimit(store, "login everywhere", rules.login)
        factorLimit = AttemptLimit(store, "factor", rules.factor)
        ownPasswordLimit = AttemptLimit(store, "own password", rules.factor)
        startedAt = .now()
        self.options = options
        readiness = Readiness(patience: options.patience)
        self.logger = logger
        facts = CityFacts(region: desk.region, law: desk.law, isSample: isSample)
        funds = try FundNames(try data.table("national/funds"), city: desk.region.name)
        retention = try data.table("national/retention")
        assets = AssetShelf(data)
        templates = try PageTemplates(
            words: try Words(try data.table("words/pages")),
            statuses: try StatusWords(try data.table("words/status"))
        ) { (name) throws(Problem) in
            data.bytes("pages/\(name).mustache").map { String(decoding: $0, as: UTF8.self) }
        }
        site = try SitePresenter.site(
            facts, insurerPhone: desk.region.insurerPhone,
            stylesheet: assets.address(of: "sigap.css"),
            tabIcon: assets.address(of: "perisai.svg"), on: .jakarta(at: .now()))
    }

    /// Warns before a session ends.
    static let sessionScript = "sesi.js"

    /// The routes of the whole site.
    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestWatch(meter: requestMeter))
        router.add(middleware: Safeguards(app: self))
        addAssetRoutes(to: router)
        addInfoRoutes(to: router)
        addCheckRoutes(to: router)
        addPublicDataRoutes(to: router)
        addSessionRoutes(to: router)
        addFactorRoutes(to: router)
        addAccountRoutes(to: router)
        addUserRoutes(to: router)
        addDashboardRoutes(to: router)
        addPeopleRoutes(to: router)
        addPersonRoutes(to: router)
        addLinkageRoutes(to: router)
        addProposalRoutes(to: router)
        addDriverRoutes(to: router)
        addPartnerRoutes(to: router)
        addPairRoutes(to: router)
        addQueueRoutes(to: router)
        addTaskRoutes(to: router)
        addAnswerRoutes(to: router)
        addReferenceRoutes(to: router)
        addConflictRoutes(to: router)
        addReasonRoutes(to: router)
        addCorrectionRoutes(to: router)
        addRoundRoutes(to: router)
        addChangeRoutes(to: router)
        addCardRoutes(to: router)
        addContributionRoutes(to: router)
        addBillRoutes(to: router)
        addRefundRoutes(to: router)
        addMonthRoutes(to: router)
        addLapseRoutes(to: router)
        addRoundLinkRoutes(to: router)
        addFundRoutes(to: router)
        addWaveRoutes(to: router)
        addWaveOrderRoutes(to: router)
        addDecreeRoutes(to: router)
        addPaperRoutes(to: router)
        addWaveFundingRoutes(to: router)
        addInsurerRoutes(to: router)
        addReconciliationRoutes(to: router)
        addWatchRoutes(to: router)
        return router
    }

    /// What of the last run pages speak about; a problem as long as there was none.
    func runSettings() async throws(Problem) -> RunSettings {
        guard let settings = try await desk.store.runSettings() else {
            throw Problem(
                .notFound, "nothing-processed",
                Phrase(
                    "Belum ada daftar yang diproses di kota ini.",
                    en: "No lists have been processed in this city yet."),
                do: Phrase(
                    "Proses daftar instansi lebih dulu.", en: "Process the agencies' lists first."))
        }
        return settings
    }
}
