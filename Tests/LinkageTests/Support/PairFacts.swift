import Civic

@testable import Linkage

/// What is known about every pair of a few rows, as plainly as can be.
struct PairFacts {
    let count: Int
    /// Bits by the two rows; the same both ways round.
    var weights: [[Float]]
    /// Pairs that must not be one person, lower row first.
    var forbidden: Set<[Int]> = []
    /// Pairs that a human called one person, lower row first.
    var same: Set<[Int]> = []

    init(count: Int, weight: (Int, Int) -> Float) {
        self.count = count
        weights = [[Float]](repeating: [Float](repeating: 0, count: count), count: count)
        for (first, second) in PairFacts.pairs(count) {
            weights[first][second] = weight(first, second)
            weights[second][first] = weights[first][second]
        }
    }

    /// Any weight for any pair.
    static func noise(_ count: Int, _ generator: inout SeededGenerator) -> PairFacts {
        PairFacts(count: count) { _, _ in Float.random(in: -19...19, using: &generator) }
    }

    /// Rows of a few people: mostly for a pair of one, mostly against a pair of two.
    static func people(_ count: Int, _ generator: inout SeededGenerator) -> PairFacts {
        let people = Int.random(in: 1...max(1, count / 2), using: &generator)
        let truth = (0..<count).map { _ in Int.random(in: 0..<people, using: &generator) }
        return PairFacts(count: count) { first, second in
            truth[first] == truth[second]
                ? Float.random(in: -3...19, using: &generator)
                : Float.random(in: -19...5, using: &generator)
        }
    }

    /// Forbids about `share` of a hundred pairs.
    mutating func forbidSome(_ share: Int, _ generator: inout SeededGenerator) {
        forbidden = pick(share, &generator)
    }

    mutating func decideSome(_ share: Int, _ generator: inout SeededGenerator) {
        same = pick(share, &generator)
    }

    private func pick(_ share: Int, _ generator: inout SeededGenerator) -> Set<[Int]> {
        Set(
            PairFacts.pairs(count).filter { _ in
                Int.random(in: 1...100, using: &generator) <= share
            }.map { [$0, $1] })
    }

    /// The same facts about the same rows, which now stand in another order.
    func permuted(_ order: [Int]) -> PairFacts {
        var copy = PairFacts(count: count) { weights[order[$0]][order[$1]] }
        for (first, second) in PairFacts.pairs(count) {
            let pair = [min(order[first], order[second]), max(order[first], order[second])]
            if forbidden.contains(pair) { copy.forbidden.insert([first, second]) }
            if same.contains(pair) { copy.same.insert([first, second]) }
        }
        return copy
    }

    static let joinAt: Float = 3

    var matrix: PairMatrix {
        var matrix = PairMatrix(count: count)
        for (first, second) in PairFacts.pairs(count) {
            matrix.set(first, second, weights[first][second], joinsAt: PairFacts.joinAt)
            if same.contains([first, second]) { matrix.decideSame(first, second) }
            if forbidden.contains([first, second]) { matrix.forbid(first, second) }
        }
        return matrix
    }

    /// The people that linkage makes of the rows.
    var people: Set<Set<Int>> { Set(Partition.best(matrix).map { Set(rows(Int($0))) }) }

    static func pairs(_ count: Int) -> [(Int, Int)] {
        (0..<count).flatMap { first in (first + 1..<max(count, first + 1)).map { (first, $0) } }
    }
}
