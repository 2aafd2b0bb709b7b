import Civic
import Jamsostek
import Office
import Pages
import Programme
import Store

enum DashboardPresenter {
    /// `figures` are of the whole city, `deliveries` are the lists of the latest run. Data is old
    /// when it is more than `dataAgeMax` days old on `today`.
    static func page(
        _ facts: CityFacts, figures: Figures, deliveries: [DeliveryRecord], funds: FundNames,
        settings: RunSettings, today: Day, dataAgeMax: Int,
        insured: DashboardPage.Insured? = nil
    ) throws(Problem) -> DashboardPage {
        DashboardPage(
            asOf: settings.asOf, coverage: coverage(figures, funds),
            plan: plan(facts, try settings.planDocument()),
            work: work(facts, figures, deliveries), map: map(facts, figures),
            funnel: funnel(figures, deliveries), reasons: reasons(facts, figures),
            sources: deliveries.map { source(facts, $0, today, dataAgeMax) }, insured: insured)
    }

    /// The insured and those whom the plan would cover, against the insured and the eligible.
    private static func coverage(
        _ figures: Figures, _ funds: FundNames
    ) -> DashboardPage.Coverage {
        let insured = figures[.standing(.insured)]
        let people = figures.funds
        return DashboardPage.Coverage(
            workers: insured + figures[PersonOutcome.eligible], insured: insured,
            funds: funds.funds.compactMap { fund in
                people[fund.code].map {
                    DashboardPage.Coverage.Fund(code: fund.code, name: fund.name, people: $0)
                }
            })
    }

    /// A plan for nobody where nobody was selected.
    private static func plan(
        _ facts: CityFacts, _ document: PlanDocument?
    ) -> DashboardPage.PlanOutlook {
        let policy = facts.region.plan
        guard let document else {
            return DashboardPage.PlanOutlook(
                people: 0, start: policy.start,
                monthly: Array(repeating: .zero, count: policy.months), budget: nil,
                affordableTenths: 0, affordablePeople: 0, shortfall: .zero)
        }
        return DashboardPage.PlanOutlook(
            people: document.people, start: document.startMonth ?? policy.start,
            monthly: document.monthly.map { Rupiah($0) }, budget: Rupiah(document.budget),
            affordableTenths: Int(document.monthsAffordable),
            affordablePeople: Int(document.peopleAffordable), shortfall: document.shortfall)
    }

    private static func work(
        _ facts: CityFacts, _ figures: Figures, _ deliveries: [DeliveryRecord]
    ) -> DashboardPage.WorkToDo {
        let damages = deliveries.flatMap { delivery in
            delivery.warnings.map { warning in
                DashboardPage.WorkToDo.Damage(
                    file: delivery.file, agency: agency(facts, delivery),
                    sentence: warning.sentence)
            }
        }
        return DashboardPage.WorkToDo(
            reviewPairs: figures.openReviews, reviewHref: nil,
            rejectedValues: deliveries.reduce(0) { $0 + $1.faultCount }, rejectsHref: nil,
            damages: damages)
    }

    private static func map(_ facts: CityFacts, _ figures: Figures) -> TileMap {
        let slugs = PlaceSlugs(facts.region.places)
        return TileMap(
            facts.districtTiles.map { tile in
                let area = figures.areas.first { $0.place == tile.code }
                let selected = area?[.selected] ?? 0
                return TileMap.Tile(
                    name: tile.name,
                    href: PeopleFilter(district: slugs.slug(of: tile.code)).address,
                    row: tile.row, column: tile.column, part: selected,
                    whole: selected + (area?[.waiting] ?? 0))
            })
    }

    private static func funnel(
        _ figures: Figures, _ deliveries: [DeliveryRecord]
    ) -> DashboardPage.Funnel {
        DashboardPage.Funnel(
            rows: deliveries.reduce(0) { $0 + $1.read }, people: figures.people,
            eligible: figures[PersonOutcome.eligible], selected: figures[.standing(.selected)],
            waiting: figures[.standing(.waiting)])
    }

    /// By the first reason, in the order of the catalogue; links lead to the same people.
    private static func reasons(_ facts: CityFacts, _ figures: Figures) -> [ReasonCount] {
        let people = figures.reasons
        return facts.region.reasons.reasons.compactMap { reason in
            people[reason.code].map {
                ReasonCount(code: reason.code, name: reason.short, people: $0)
            }
        }
    }

    private static func source(
        _ facts: CityFacts, _ delivery: DeliveryRecord, _ today: Day, _ dataAgeMax: Int
    ) -> DashboardPage.SourceFile {
        DashboardPage.SourceFile(
            agency: agency(facts, delivery), file: delivery.file, rows: delivery.read,
            people: delivery.people, rejected: delivery.faultCount, dated: delivery.dataDay,
            isOld: delivery.dataDay.map { today - $0 > dataAgeMax } ?? false)
    }

    private static func agency(_ facts: CityFacts, _ delivery: DeliveryRecord) -> Phrase {
        facts.agencyName(delivery.agency) ?? .same(delivery.agency)
    }
}
