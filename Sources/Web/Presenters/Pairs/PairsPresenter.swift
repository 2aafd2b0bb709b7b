import Civic
import Office
import Pages
import Store

enum PairsPresenter {
    /// How many findings the list shows of a pair.
    private static let findingsShown = 2

    static func page(
        _ facts: CityFacts, _ list: PairList, _ shelf: PairsPage.Shelf, elsewhere: [Phrase]
    ) -> PairsPage {
        PairsPage(
            shelf: shelf, total: list.total, rows: list.pairs.map { row(facts, $0) },
            decisions: [], elsewhere: elsewhere,
            previousHref: list.previous.map { href(shelf, $0) },
            nextHref: list.next.map { href(shelf, $0) })
    }

    private static func href(_ shelf: PairsPage.Shelf, _ position: PairPosition) -> String {
        switch position {
        case .first: Address.pairs(shelf.rawValue)
        case .after(let id): href(shelf, ("sesudah", id))
        case .before(let id): href(shelf, ("sebelum", id))
        }
    }

    static func href(_ shelf: PairsPage.Shelf, _ place: (String, Int)) -> String {
        let address = Address.pairs(shelf.rawValue)
        return "\(address)\(address.contains("?") ? "&" : "?")\(place.0)=\(place.1)"
    }

    private static func row(_ facts: CityFacts, _ item: PairItem) -> PairsPage.Row {
        // From which lists the rows are speaks for nobody by itself.
        let said = item.findings.filter { $0.field != "lists" }
        let strongest = said.enumerated().sorted {
            (abs($0.element.weight ?? 0), $1.offset) > (abs($1.element.weight ?? 0), $0.offset)
        }
        return PairsPage.Row(
            id: item.id, first: item.first.summary.map { person(facts, $0) },
            second: item.second.summary.map { person(facts, $0) },
            percent: percent(item.probability),
            findings: strongest.prefix(findingsShown).map(\.element.sentence),
            isProposed: item.proposal != nil)
    }

    private static func person(_ facts: CityFacts, _ person: PersonSummary) -> PairsPage.Person {
        PairsPage.Person(
            number: person.number, name: person.name, village: facts.name(of: person.village))
    }

    /// Evidence never makes certain.
    static func percent(_ thousandths: Int) -> Int { min(max((thousandths + 5) / 10, 1), 99) }

    static func decision(_ decision: LinkDecision, who: String, key: String) -> PairDecision {
        PairDecision(
            id: decision.id, kind: kind(decision.kind), first: decision.first,
            second: decision.second, who: who, at: JournalWords.moment(decision.at), key: key)
    }

    private static func kind(_ kind: LinkKind) -> PairDecision.Kind {
        switch kind {
        case .propose, .refuse: .proposed
        case .same: .same
        case .different: .different
        case .unsure, .undo: .unsure
        case .split: .split
        }
    }

    static func verdict(_ verdict: PairVerdict) -> LinkVerdict {
        switch verdict {
        case .same: .same
        case .different: .different
        case .unsure: .unsure
        }
    }
}
