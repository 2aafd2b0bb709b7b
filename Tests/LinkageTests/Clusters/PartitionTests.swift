import Civic
import Testing

@testable import Linkage

/// The best partition of up to seven rows, against all partitions there are.
struct PartitionTests {
    struct World: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let seed: UInt64
        var forbidden = 0
        var same = 0
        var isNoise = true
        /// Weights this many times as large, which takes many beyond what a pair may count.
        var scale: Float = 1

        func facts(_ count: Int, _ generator: inout SeededGenerator) -> PairFacts {
            var facts =
                isNoise
                ? PairFacts.noise(count, &generator) : PairFacts.people(count, &generator)
            for (first, second) in PairFacts.pairs(count) {
                facts.weights[first][second] *= scale
                facts.weights[second][first] *= scale
            }
            facts.forbidSome(forbidden, &generator)
            facts.decideSome(same, &generator)
            return facts
        }
    }

    private static let worlds = [
        World(testDescription: "any weights", seed: 301),
        World(testDescription: "rows of people", seed: 302, isNoise: false),
        World(testDescription: "forbidden pairs", seed: 303, forbidden: 25),
        World(testDescription: "a human's word", seed: 304, same: 15),
        World(
            testDescription: "forbidden pairs and a human's word", seed: 305, forbidden: 20,
            same: 15),
        World(
            testDescription: "people, forbidden pairs and a human's word", seed: 306, forbidden: 15,
            same: 15, isNoise: false),
        World(testDescription: "very large weights", seed: 307, forbidden: 10, scale: 4),
    ]

    @Test(arguments: worlds)
    func `the exact way is the best of all ways`(_ world: World) {
        var generator = SeededGenerator(seed: world.seed)
        var wrong: [String] = []
        for round in 0..<600 {
            let facts = world.facts(round % 7 + 1, &generator)
            let slow = SlowPartition(facts)
            for (name, groups) in [
                ("exact", Partition.exact(facts.matrix)), ("best", Partition.best(facts.matrix)),
            ] {
                let isWhole = groups.reduce(0, &+) == (1 << UInt64(facts.count)) - 1
                // Sums of a human's words leave hundredths of a bit to rounding.
                guard isWhole, let score = slow.score(of: groups.map { Int($0) }),
                    abs(score - slow.score) < (facts.same.isEmpty ? 0.001 : 0.2)
                else {
                    wrong.append("round \(round), \(name): \(groups), not \(slow.best): \(facts)")
                    continue
                }
            }
        }
        #expect(wrong.prefix(2) == [], "seed \(world.seed)")
    }

    @Test func `a human's word outweighs whatever speaks against it, but nothing that forbids`() {
        var generator = SeededGenerator(seed: 308)
        for round in 0..<500 {
            let count = round % 6 + 2
            var facts = PairFacts(count: count) { _, _ in
                Float.random(in: -90...6, using: &generator)
            }
            facts.weights[0][1] = -90
            facts.weights[1][0] = -90
            facts.same = [[0, 1]]
            let together = Partition.best(facts.matrix).contains { $0 & 3 == 3 }
            #expect(together, "seed 308, round \(round): \(facts)")
            facts.forbidden = [[0, 1]]
            let apart = Partition.best(facts.matrix).contains { $0 & 3 == 3 }
            #expect(!apart, "seed 308, round \(round): \(facts)")
        }
    }

    /// All rows but the second agree with the first and with nobody else.
    @Test(arguments: 2...20)
    func `a human's word outweighs many rows at once`(_ count: Int) {
        var facts = PairFacts(count: count) { first, second in
            first == 0 && second > 1 ? 20 : first == 1 || second == 1 ? -20 : -1
        }
        facts.same = [[0, 1]]
        #expect(Partition.best(facts.matrix).contains { $0 & 3 == 3 })
    }

    @Test(arguments: [309, 310] as [UInt64])
    func `the order of rows decides nothing`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<400 {
            let count = round % 9 + 2
            var facts =
                seed == 309 ? PairFacts.noise(count, &generator) : .people(count, &generator)
            facts.forbidSome(15, &generator)
            let order = (0..<count).shuffled(using: &generator)
            let found = facts.permuted(order).people.map { Set($0.map { order[$0] }) }
            #expect(Set(found) == facts.people, "seed \(seed), round \(round): \(facts)")
        }
    }

    @Test func `groups come in the order of their first rows`() {
        var generator = SeededGenerator(seed: 311)
        for count in 1...20 {
            let groups = Partition.best(PairFacts.people(count, &generator).matrix)
            let firsts = groups.map(\.trailingZeroBitCount)
            #expect(firsts == firsts.sorted())
        }
    }
}
