import Civic
import Office
import Pages
import Store

/// Cards of members, for pages.
enum CardPresenter {
    static func page(
        _ facts: CityFacts, _ places: [CardPlace], decree: Int?, named: String?
    ) -> CardsPage {
        let slugs = PlaceSlugs(facts.region.places)
        return CardsPage(
            places: places.map { place in
                CardsPage.Place(
                    name: facts.name(of: place.village),
                    district: facts.name(of: place.village?.district),
                    slug: place.village.map(slugs.slug), ready: place.ready,
                    waiting: place.waiting)
            }, decree: decree, decreeName: named, perSheet: Desk.cardsPerSheet)
    }
}
