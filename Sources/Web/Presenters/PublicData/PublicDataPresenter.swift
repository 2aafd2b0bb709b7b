import Pages
import Store

enum PublicDataPresenter {
    /// `figures` are of the whole city; the addresses are those where the texts of
    /// ``csv(_:figures:funds:settings:)`` and ``metadata(_:funds:settings:)`` are given out.
    static func page(
        _ facts: CityFacts, figures: Figures, funds: FundNames, settings: RunSettings,
        csvHref: String, metadataHref: String
    ) -> PublicDataPage {
        let published = PublicFigures(facts, figures, funds, asOf: settings.asOf)
        func groups(_ groups: [PublicFigures.Group]) -> [PublicDataPage.Group] {
            groups.map { PublicDataPage.Group(name: $0.name, people: $0.people) }
        }
        return PublicDataPage(
            asOf: settings.asOf, totals: published.totals,
            districts: published.districts.map { district in
                PublicDataPage.District(
                    name: district.place.name, row: district.place.row,
                    column: district.place.column, selected: district.selected,
                    waiting: district.waiting)
            },
            reasons: published.reasons.map {
                ReasonCount(code: $0.code, name: $0.name, people: $0.people)
            },
            occupations: groups(published.occupations),
            ages: published.ages.map {
                PublicDataPage.AgeBand(years: $0.years, women: $0.women, men: $0.men)
            },
            funds: groups(published.funds), csvHref: csvHref, metadataHref: metadataHref)
    }
}
