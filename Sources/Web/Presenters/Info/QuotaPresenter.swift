import Civic
import Office
import Pages
import Programme
import Store

enum QuotaPresenter {
    /// For which people ``page(_:figures:settings:)`` wants its figures: every village by itself.
    static func scope(_ facts: CityFacts) -> Scope {
        .areas(facts.places(at: .village).map(\.code))
    }

    /// `figures` are those of ``scope(_:)``.
    static func page(
        _ facts: CityFacts, figures: Figures, settings: RunSettings
    ) throws(Problem) -> QuotaPage {
        QuotaPage(
            asOf: settings.asOf, quota: try settings.quota() ?? facts.region.quota,
            villageFloor: facts.region.ranking.floorPerVillage,
            steps: [
                .welfare, .hazard, .olderProposal, .draw(seed: Int(clamping: settings.seed)),
            ],
            districts: districts(facts, figures))
    }

    private static func districts(
        _ facts: CityFacts, _ figures: Figures
    ) -> [QuotaPage.District] {
        let villages = facts.places(at: .village)
        return facts.places(at: .district).map { district in
            QuotaPage.District(
                name: district.name,
                villages: villages.filter { $0.code.district == district.code }.map { village in
                    let area = figures.areas.first { $0.place == village.code }
                    return QuotaPage.Village(
                        name: village.name, selected: area?[.selected] ?? 0,
                        waiting: area?[.waiting] ?? 0)
                })
        }
    }
}
