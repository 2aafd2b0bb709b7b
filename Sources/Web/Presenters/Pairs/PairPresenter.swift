import Civic
import Office
import Pages
import Store

/// A pair with everything that helps to judge it.
struct PairPresenter {
    let facts: CityFacts
    let elsewhere: [Phrase]
    let script: String
    let key: String
    /// Login of who reads the page.
    let reader: String

    func page(
        _ record: PairRecord, latest: PairDecision?, done: PairDecision?, needsSecond: Bool
    ) -> PairPage {
        let people = [record.first, record.second].compactMap(\.self)
        return PairPage(
            id: record.item.id, names: people.map(\.summary.name),
            percent: PairsPresenter.percent(record.item.probability),
            rows: PairRows(facts: facts, people: people).rows, lists: people.map(lists),
            findings: record.item.findings.map {
                PairPage.Finding(sentence: $0.sentence, weight: $0.weight.map(tenths))
            },
            weight: tenths(record.item.weight),
            decision: decision(record, latest, needsSecond: needsSecond),
            others: others(record, people), done: done,
            nextHref: record.next.map { Address.pair($0) }, script: script)
    }

    private func tenths(_ thousandths: Int) -> Int {
        (abs(thousandths) + 50) / 100 * thousandths.signum()
    }

    private func lists(_ person: PersonRecord) -> PairPage.Lists {
        PairPage.Lists(
            number: person.summary.number, name: person.summary.name,
            status: facts.statusCode(of: person.summary),
            entries: person.rows.map { row in
                PairPage.Lists.Entry(
                    agency: facts.agencyName(row.agency) ?? .same(row.agency), file: row.file,
                    row: row.record, written: row.name)
            })
    }

    private func decision(
        _ record: PairRecord, _ latest: PairDecision?, needsSecond: Bool
    ) -> PairPage.Decision {
        guard let first = record.first, let second = record.second else {
            return .elsewhere(elsewhere)
        }
        let form = PairPage.Form(
            first: first.summary.number, second: second.summary.number,
            seen: record.latest?.id ?? 0, key: key, needsSecond: needsSecond)
        guard let latest, let kind = record.latest?.kind else { return .open(form) }
        switch kind {
        case .propose:
            return record.latest?.actor == reader ? .waiting(latest) : .confirm(form, latest)
        case .same, .different: return .decided(latest, note: record.note)
        case .unsure, .split, .undo, .refuse: return .open(form)
        }
    }

    /// Other open pairs of the two, as far as the reader may see them.
    private func others(_ record: PairRecord, _ people: [PersonRecord]) -> [PairPage.Other] {
        people.flatMap { person in
            person.reviews.filter { $0.pair != record.item.id }.map { review in
                PairPage.Other(
                    pair: review.pair, of: person.summary.name, name: review.otherName,
                    number: review.otherNumber,
                    percent: PairsPresenter.percent(review.probability))
            }
        }
    }
}
