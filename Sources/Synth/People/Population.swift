import Civic

/// All people of the city, their households, and the pairs that are easily confused.
struct Population: Sendable {
    var persons: [Person]
    var households: [Household]
    var pairs: [HardPair]
}

extension Population {
    /// Adds every two people in different households who share name, sex and birth date.
    mutating func findNamesakes() {
        var keys: [(key: UInt64, person: Int32)] = []
        keys.reserveCapacity(persons.count)
        for (index, person) in persons.enumerated() {
            let date = UInt64(UInt32(bitPattern: person.birth)) << 1 | UInt64(person.sex.index)
            let key = SeededGenerator.mix(person.name.key ^ SeededGenerator.mix(date))
            keys.append((key, Int32(index)))
        }
        keys.sort { ($0.key, $0.person) < ($1.key, $1.person) }
        for (left, right) in zip(keys, keys.dropFirst()) where left.key == right.key {
            let first = Int(left.person)
            let second = Int(right.person)
            guard persons[first].household != persons[second].household else { continue }
            pairs.append(HardPair(kind: .namesakes, first: first, second: second))
        }
    }
}
