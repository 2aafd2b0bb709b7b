import Civic
import Office
import Pages
import Programme
import Store

/// The figures that are published, in the order in which they are shown: page and download are both
/// made from these, because small cells are hidden by order and one must not give away what the
/// other hides.
struct PublicFigures {
    struct District {
        let place: DistrictTile
        let selected: Int
        let waiting: Int

        var eligible: Int { selected + waiting }
    }

    struct Group {
        /// Stable, for the download.
        let code: String
        let name: Phrase
        let people: Int
    }

    struct AgeBand {
        let years: ClosedRange<Int>
        let women: Int
        let men: Int
    }

    /// Code of the group in which small reasons stand together.
    static let otherReasons = "lain"

    let totals: PublicDataPage.Totals
    let districts: [District]
    /// People by the first of the reasons that hold them back.
    let reasons: [Group]
    /// The next three are of the selected.
    let occupations: [Group]
    let funds: [Group]
    let ages: [AgeBand]

    init(_ facts: CityFacts, _ figures: Figures, _ names: FundNames, asOf: Day) {
        totals = PublicFigures.totals(figures)
        districts = PublicFigures.districts(facts, figures)
        reasons = PublicFigures.withoutSmall(
            PublicFigures.groups(figures.reasons) { facts.region.reasons[$0]?.short })
        occupations = PublicFigures.groups(figures.selectedOccupations) {
            facts.occupation($0)?.name
        }
        funds = PublicFigures.groups(figures.funds) { names[$0] }
        ages = PublicFigures.ages(figures, within: facts.rule(.age, on: asOf)?.ages)
    }

    private static func totals(_ figures: Figures) -> PublicDataPage.Totals {
        PublicDataPage.Totals(
            people: figures.people, eligible: figures[PersonOutcome.eligible],
            selected: figures[.standing(.selected)], waiting: figures[.standing(.waiting)],
            ineligible: figures[PersonOutcome.ineligible], review: figures[PersonOutcome.review])
    }

    private static func districts(_ facts: CityFacts, _ figures: Figures) -> [District] {
        facts.districtTiles.map { tile in
            let area = figures.areas.first { $0.place == tile.code }
            return District(
                place: tile, selected: area?[.selected] ?? 0, waiting: area?[.waiting] ?? 0)
        }
    }

    /// Largest first; those of equal size in order of code.
    private static func groups(
        _ counts: [String: Int], name: (String) -> Phrase?
    ) -> [Group] {
        counts.map { code, people in
            Group(code: code, name: name(code) ?? .same(code), people: people)
        }.sorted { ($1.people, $0.code) < ($0.people, $1.code) }
    }

    /// Each person counts under one reason, so that all reasons add up to a published total: small
    /// ones are put together until they are small no more.
    private static func withoutSmall(_ groups: [Group]) -> [Group] {
        var kept = groups
        var other = 0
        let small = 1..<SmallCells.least
        while let last = kept.last, small.contains(last.people) || small.contains(other) {
            other += last.people
            kept.removeLast()
        }
        guard other > 0 else { return kept }
        let rest = Group(
            code: otherReasons, name: Phrase("Alasan lain", en: "Other reasons"), people: other)
        let place = kept.firstIndex { $0.people < other } ?? kept.endIndex
        kept.insert(rest, at: place)
        return kept
    }

    /// Bands of ten years that end at 24, 34 and so on, within the ages that are served, up to the
    /// oldest person.
    private static func ages(_ figures: Figures, within limits: Range<Int>?) -> [AgeBand] {
        let women = figures.selectedAges(.female)
        let men = figures.selectedAges(.male)
        guard let oldest = Set(women.keys).union(men.keys).max() else { return [] }
        let last = limits.map { $0.upperBound - 1 } ?? oldest
        var bands: [AgeBand] = []
        var start = limits?.lowerBound ?? 0
        while start <= min(last, oldest) {
            let years = start...min(last, (start + 5) / 10 * 10 + 4)
            func people(_ counts: [Int: Int]) -> Int {
                years.reduce(0) { $0 + (counts[$1] ?? 0) }
            }
            bands.append(AgeBand(years: years, women: people(women), men: people(men)))
            start = years.upperBound + 1
        }
        return bands
    }
}
