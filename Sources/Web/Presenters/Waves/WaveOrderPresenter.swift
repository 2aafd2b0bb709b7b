import Civic
import Office
import Pages
import Programme
import Store

/// Turns the order of a wave into pages.
enum WaveOrderPresenter {
    /// In an address, people of whom no village is known.
    static let nowhere = "tanpa"

    static func page(
        _ facts: CityFacts, _ wave: Wave, rule: WaveRule, _ shares: [WaveShare],
        last: [PlaceCode?: Int], check: WaveCheck?
    ) -> WaveOrderPage {
        let isFrozen = wave.order != nil
        let slugs = PlaceSlugs(facts.region.places)
        return WaveOrderPage(
            head: WavesPresenter.head(wave), rule: wave.order?.rule ?? rule,
            villages: shares.map { share in
                let slug = share.village.map(slugs.slug) ?? nowhere
                return WaveOrderPage.Village(
                    name: facts.name(of: share.village),
                    href: isFrozen ? Address.waveOrder(wave.id, village: slug) : nil,
                    eligible: share.eligible, places: share.places, last: last[share.village])
            },
            frozen: wave.order.map { order in
                WaveOrderPage.Frozen(
                    seed: order.seed, digest: order.digest, login: order.actor,
                    at: JournalWords.moment(order.at), isRight: check?.isRight)
            })
    }

    /// Names are shown to whoever may see people.
    static func places(
        _ facts: CityFacts, _ wave: Wave, _ order: FrozenOrder, _ share: WaveShare,
        _ found: WavePlacePage, after: Int?, explaining neighbours: WaveNeighbours?,
        seesPeople: Bool
    ) -> WavePlacesPage {
        WavePlacesPage(
            head: WavesPresenter.head(wave), rule: order.rule, seed: order.seed,
            village: facts.name(of: share.village),
            slug: share.village.map(PlaceSlugs(facts.region.places).slug) ?? nowhere,
            share: share,
            rows: found.lines.map { line in
                WavePlacesPage.Row(
                    place: line.place, name: seesPeople ? line.name : nil,
                    occupation: facts.occupation(line.place.candidate.occupation)?.name)
            },
            next: found.next, after: after,
            explained: neighbours.map { near in
                WavePlacesPage.Explained(
                    place: near.line.place, before: near.before?.place,
                    behind: near.behind?.place)
            })
    }
}
