import Civic

/// Who stands on a list, in the order of its rows.
struct Roll {
    struct Entry {
        fileprivate let key: UInt64
        let person: Int32
        /// 0 for the row as first written, 1 for the person written anew.
        let copy: Int32
    }

    private(set) var entries: [Entry] = []

    /// Draws who is on the list, and whose row comes twice. `purpose` tells this list from others.
    init(
        _ layout: ListLayout, _ population: Population, data: SynthData, rates: DirtRates,
        seed: UInt64, purpose: UInt64, asOf: Day
    ) {
        for (index, person) in population.persons.enumerated() {
            let household = population.households[Int(person.household)]
            var own = SeededGenerator(seed: seed, purpose: purpose, of: index)
            var shared = SeededGenerator(seed: seed, purpose: ~purpose, of: Int(person.household))
            let admitted = layout.members.admit(
                person, household, data.work.jobs[Int(person.occupation)].standing,
                age: person.birthDay.age(on: asOf), own: own.next(), shared: shared.next())
            guard admitted else { continue }
            let place = layout.sortedByPlace ? Roll.placeKey(household, data.plan, &own) : 0
            add(index, copy: 0, place, &own)
            if own.happens(rates[.againSame]) { add(index, copy: 0, place, &own) }
            if own.happens(rates[.againAltered]) { add(index, copy: 1, place, &own) }
        }
        entries.sort { ($0.key, $0.person, $0.copy) < ($1.key, $1.person, $1.copy) }
    }

    private mutating func add(
        _ person: Int, copy: Int32, _ place: UInt64, _ dice: inout SeededGenerator
    ) {
        let random = dice.next()
        let key = place == 0 ? random : place | random >> 24
        entries.append(Entry(key: key, person: Int32(person), copy: copy))
    }

    /// Village and ward in the upper bits. Outsiders are on the list of some village.
    private static func placeKey(
        _ household: Household, _ plan: CityPlan, _ dice: inout SeededGenerator
    ) -> UInt64 {
        let drawn = plan.pick(&dice).position
        let village = household.village < 0 ? drawn : Int(household.village)
        return UInt64(village + 1) << 48 | UInt64(household.ward) << 40
    }
}
