import Civic
import Testing

@testable import Linkage

/// Components too large for all partitions to be weighed.
struct LargePartitionTests {
    private static func steps(_ facts: PairFacts) -> [UInt64] {
        Partition.improved(facts.matrix, Partition.greedy(facts.matrix))
    }

    private func facts(
        _ count: Int, isNoise: Bool, _ generator: inout SeededGenerator
    ) -> PairFacts {
        var facts = isNoise ? PairFacts.noise(count, &generator) : .people(count, &generator)
        facts.forbidSome(10, &generator)
        return facts
    }

    @Test(arguments: [(321, true), (322, false)] as [(UInt64, Bool)])
    func `eleven to twenty rows fall into people that may be`(_ seed: UInt64, _ isNoise: Bool) {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<100 {
            var facts = facts(11 + round % 10, isNoise: isNoise, &generator)
            facts.decideSome(round % 3, &generator)
            for groups in [LargePartitionTests.steps(facts), Partition.best(facts.matrix)] {
                // Each row once: neither a bit missing nor one carried.
                #expect(groups.reduce(0, &+) == (1 << UInt64(facts.count)) - 1)
                #expect(groups.reduce(0, |) == (1 << UInt64(facts.count)) - 1)
                let isSound = groups.allSatisfy { facts.mayBeOne(Int($0)) }
                #expect(isSound, "seed \(seed), round \(round): \(groups)")
                // Rows that all stand alone count for nothing.
                let sum = groups.reduce(0) { $0 + facts.matrix.value(of: $1) }
                #expect(sum >= 0, "seed \(seed), round \(round): \(groups)")
            }
        }
    }

    /// Measured with these seeds: 55 and 87 of a hundred, and 0.96 and 0.99 of the score.
    @Test(
        arguments: [(323, true, 0.45, 0.94), (324, false, 0.8, 0.985)]
            as [(UInt64, Bool, Double, Double)])
    func `steps from pair to pair mostly find the best way, and hardly miss it otherwise`(
        _ seed: UInt64, _ isNoise: Bool, _ shareMin: Double, _ scoreMin: Double
    ) {
        var generator = SeededGenerator(seed: seed)
        let rounds = 300
        var best = 0
        var reached = 0.0
        var wanted = 0.0
        for round in 0..<rounds {
            let facts = facts(8 + round % 3, isNoise: isNoise, &generator)
            let matrix = facts.matrix
            func score(_ groups: [UInt64]) -> Float {
                groups.reduce(0) { $0 + matrix.value(of: $1) }
            }
            let (found, exact) = (
                score(LargePartitionTests.steps(facts)), score(Partition.exact(matrix))
            )
            #expect(found <= exact + 0.01, "seed \(seed), round \(round)")
            if found > exact - 0.01 { best += 1 }
            (reached, wanted) = (reached + Double(found), wanted + Double(exact))
        }
        #expect(Double(best) >= shareMin * Double(rounds), "seed \(seed): \(best) of \(rounds)")
        #expect(reached >= scoreMin * wanted, "seed \(seed): \(reached / wanted)")
    }

    @Test func `the order of eleven to fifteen rows decides nothing`() {
        var generator = SeededGenerator(seed: 325)
        var different = 0
        for round in 0..<200 {
            let facts = facts(11 + round % 5, isNoise: false, &generator)
            let order = (0..<facts.count).shuffled(using: &generator)
            let found = facts.permuted(order).people.map { Set($0.map { order[$0] }) }
            if Set(found) != facts.people { different += 1 }
        }
        #expect(different == 0, "seed 325")
    }
}
