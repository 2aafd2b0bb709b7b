import Civic
import Office
import Pages
import Programme
import Store

enum PeoplePresenter {
    /// `list` is one page of the people that ``storeFilter(_:_:funds:)`` describes; `searched` is what
    /// was typed, nil for a list that was not searched.
    static func page(
        _ facts: CityFacts, list: PersonList, filter: PeopleFilter, searched: String?,
        funds: FundNames, previousHref: String?, nextHref: String?
    ) -> PeoplePage {
        PeoplePage(
            filter: filter, choices: choices(facts, filter, funds), searched: searched,
            total: list.total, rows: list.people.map { row(facts, $0) },
            previousHref: previousHref, nextHref: nextHref)
    }

    /// What the store is to look for; nil when a value of the address does not exist, so that a
    /// wrong link does not show everybody.
    static func storeFilter(
        _ facts: CityFacts, _ filter: PeopleFilter, funds: FundNames
    ) -> PersonFilter? {
        let slugs = PlaceSlugs(facts.region.places)
        var wanted = PersonFilter()
        if let district = filter.district {
            guard let code = slugs.district(district) else { return nil }
            wanted.place = code
        }
        if let village = filter.village {
            guard let code = slugs.village(village), wanted.place ?? code.district == code.district
            else { return nil }
            wanted.place = code
        }
        if let reason = filter.reason, facts.region.reasons[reason] == nil { return nil }
        if let work = filter.occupation, facts.occupation(work) == nil { return nil }
        if let fund = filter.fund, funds[fund] == nil { return nil }
        wanted.reason = filter.reason
        wanted.occupation = filter.occupation
        wanted.fund = filter.fund
        wanted.decile = filter.decile
        set(filter.outcome, in: &wanted)
        return wanted
    }

    private static func set(_ outcome: PeopleFilter.Outcome?, in filter: inout PersonFilter) {
        switch outcome {
        case .eligible: filter.outcome = .eligible
        case .selected: filter.standing = .selected
        case .waiting: filter.standing = .waiting
        case .ineligible: filter.outcome = .ineligible
        case .review: filter.outcome = .review
        case nil: break
        }
    }

    private static func row(_ facts: CityFacts, _ person: PersonSummary) -> PeoplePage.Row {
        PeoplePage.Row(
            number: person.number, name: person.name, nik: person.nik,
            village: facts.name(of: person.village),
            occupation: facts.occupation(person.occupation)?.name, decile: person.decile,
            status: facts.statusCode(of: person), rank: person.rank,
            reasons: person.reasons.compactMap { facts.region.reasons[$0]?.short })
    }

    private static func choices(
        _ facts: CityFacts, _ filter: PeopleFilter, _ funds: FundNames
    ) -> PeopleChoices {
        let slugs = PlaceSlugs(facts.region.places)
        let chosen = filter.district.flatMap(slugs.district)
        func choices(of places: [PlaceDirectory.Entry]) -> [PeopleChoices.Choice] {
            places.map { place in
                PeopleChoices.Choice(value: slugs.slug(of: place.code), name: .same(place.name))
            }
        }
        return PeopleChoices(
            districts: choices(of: facts.places(at: .district)),
            villages: choices(
                of: facts.places(at: .village).filter { village in
                    chosen.map { village.code.district == $0 } ?? true
                }),
            reasons: facts.region.reasons.reasons.map {
                PeopleChoices.Choice(value: $0.code, name: $0.short)
            },
            occupations: facts.region.occupations.occupations.map {
                PeopleChoices.Choice(value: $0.code, name: $0.name)
            },
            funds: funds.funds.map { PeopleChoices.Choice(value: $0.code, name: $0.name) })
    }
}
