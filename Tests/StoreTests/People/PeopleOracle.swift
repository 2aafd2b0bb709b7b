import Civic
import Store

/// What a list should hold, by looking at every person in turn.
struct PeopleOracle {
    let people: [ImportedPerson]

    func list(_ filter: PersonFilter, _ scope: Scope) -> [String] {
        let kept = people.enumerated().filter { _, person in
            fits(person, filter) && sees(person, scope)
        }
        let sorted = kept.sorted { left, right in
            if filter.order == .rank {
                return (left.element.rank ?? 0) < (right.element.rank ?? 0)
            }
            let names = (
                Array(NameSpelling.canonical(left.element.name).utf8),
                Array(NameSpelling.canonical(right.element.name).utf8)
            )
            return names.0 == names.1
                ? left.offset < right.offset : names.0.lexicographicallyPrecedes(names.1)
        }
        return sorted.map(\.element.number.text)
    }

    func sees(_ person: ImportedPerson, _ scope: Scope) -> Bool {
        if let areas = scope.areas {
            guard let place = person.place else { return false }
            guard areas.contains(place) || areas.contains(place.district) else { return false }
        }
        guard let agency = scope.agency else { return true }
        return person.rows.contains { SampleCity.agencies[$0.delivery] == agency }
    }

    private func fits(_ person: ImportedPerson, _ filter: PersonFilter) -> Bool {
        if let place = filter.place, person.place != place, person.place?.district != place {
            return false
        }
        if let outcome = filter.outcome, person.standing.outcome != outcome { return false }
        if let standing = filter.standing, person.standing != standing { return false }
        if let occupation = filter.occupation, person.occupation != occupation { return false }
        if let decile = filter.decile, person.decile != decile { return false }
        if let fund = filter.fund, person.fund != fund { return false }
        if let reason = filter.reason, person.reasons.first != reason { return false }
        if filter.order == .rank, person.rank == nil { return false }
        return finds(person, filter.search)
    }

    private func finds(_ person: ImportedPerson, _ search: PersonSearch?) -> Bool {
        switch search {
        case nil: true
        case .nik(let nik): person.nik == nik
        case .number(let number): person.number == number
        case .name(let typed):
            typed.split(separator: " ").allSatisfy { beginning in
                NameSpelling.canonical(person.name).split(separator: " ").contains {
                    $0.prefix(12).hasPrefix(beginning.prefix(12))
                }
            }
        }
    }
}
