/// Two people who may be one: a question for a human.
package struct ReviewPair: Sendable {
    package let personA: Int
    package let personB: Int
    /// Log-odds in bits that the rows compared belong to one person.
    package let weight: Float
    package let probability: Double
    /// The rows that were compared, by their position over all sources.
    package let rowA: Int
    package let rowB: Int
    package let evidence: Evidence
}

/// Finds what is left uncertain.
enum Review {
    /// Log-odds from which on a pair is shown to a human: probability 0.2. Of pairs below, more than
    /// four in five would be looked at in vain.
    static let from: Float = -2

    /// The strongest pair between any two people that were not joined although they may be one.
    static func pairs(
        _ edges: [Edge], _ people: People, _ set: RecordSet, _ model: LinkageModel,
        _ decisions: DecisionTable
    ) -> [ReviewPair] {
        let numbers = registeredNumbers(people, set)
        // Of two people about whom somebody decided nothing more is asked.
        var seen = Set(
            decisions.all.map { decision in
                pairKey(people, set.order.row(at: decision.left), set.order.row(at: decision.right))
            })
        var reviews: [ReviewPair] = []
        PairComparison.over(set) { comparison in
            for edge in edges {
                let (left, right) = (
                    set.order.row(at: Int(edge.left)), set.order.row(at: Int(edge.right))
                )
                let (a, b) = (people.personOfRow[left], people.personOfRow[right])
                guard a != b, !areTwoRegistered(numbers[Int(a)], numbers[Int(b)]),
                    seen.insert(pairKey(people, left, right)).inserted
                else { continue }
                reviews.append(
                    ReviewPair(
                        personA: Int(min(a, b)), personB: Int(max(a, b)), weight: edge.weight,
                        probability: Bits.probability(edge.weight),
                        rowA: a < b ? left : right, rowB: a < b ? right : left,
                        evidence: Evidence(
                            comparison.compare(Int(edge.left), Int(edge.right)), model)))
            }
        }
        return reviews
    }

    private static func pairKey(_ people: People, _ left: Int, _ right: Int) -> UInt64 {
        let (a, b) = (people.personOfRow[left], people.personOfRow[right])
        return UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }

    /// Two numbers of the civil registry are two people; there is nothing to ask.
    private static func areTwoRegistered(_ first: UInt64, _ second: UInt64) -> Bool {
        first != 0 && second != 0 && first != second
    }

    private static func registeredNumbers(_ people: People, _ set: RecordSet) -> [UInt64] {
        var numbers = [UInt64](repeating: 0, count: people.count)
        for (position, record) in set.records.enumerated()
        where record.flags.contains(.registry) && record.nik != 0 {
            numbers[Int(people.personOfRow[set.order.row(at: position)])] = record.nik
        }
        return numbers
    }
}
