/// The best way to part a few rows into people, by trying all ways.
struct SlowPartition {
    private let facts: PairFacts
    /// By group, as bits: what speaks for it, or nothing when it cannot be one person.
    private var worth: [Double?]
    private(set) var score = -Double.infinity
    private(set) var best: [Int] = []

    init(_ facts: PairFacts) {
        self.facts = facts
        let pairs = PairFacts.pairs(facts.count).sorted { facts.held($0) > facts.held($1) }
        worth = (0..<1 << facts.count).map { facts.mayBeOne($0) ? facts.tree($0, pairs) : nil }
        tryAll(row: 0, [])
    }

    /// Each row joins each group that the rows before it have formed, or begins a new one.
    private mutating func tryAll(row: Int, _ groups: [Int]) {
        guard row < facts.count else { return judge(groups) }
        for position in groups.indices {
            var grown = groups
            grown[position] |= 1 << row
            tryAll(row: row + 1, grown)
        }
        tryAll(row: row + 1, groups + [1 << row])
    }

    private mutating func judge(_ groups: [Int]) {
        guard let sum = score(of: groups), sum > score else { return }
        (score, best) = (sum, groups)
    }

    /// The sum over groups; nil when one of them cannot be one person.
    func score(of groups: [Int]) -> Double? {
        var sum = 0.0
        for group in groups {
            guard let value = worth[group] else { return nil }
            sum += value
        }
        return sum
    }
}

extension PairFacts {
    /// The weight of a pair as it counts: a human's word above all, else 20 bits at most.
    func held(_ pair: (Int, Int)) -> Double {
        if same.contains([min(pair.0, pair.1), max(pair.0, pair.1)]) { return 100_000 }
        return Double(min(max(weights[pair.0][pair.1], -20), 20))
    }

    /// The rows of a group of bits.
    func rows(_ group: Int) -> [Int] { (0..<count).filter { group >> $0 & 1 == 1 } }

    /// The weight of the heaviest tree over a group (Kruskal 1956); `pairs` come heaviest first.
    func tree(_ group: Int, _ pairs: [(Int, Int)]) -> Double {
        var part = Array(0..<count)
        var sum = 0.0
        for (first, second) in pairs where group >> first & group >> second & 1 == 1 {
            let (kept, lost) = (part[first], part[second])
            guard kept != lost else { continue }
            sum += held((first, second))
            for row in part.indices where part[row] == lost { part[row] = kept }
        }
        return sum
    }

    /// No forbidden pair, together by pairs that suffice alone, nobody with more against than for it.
    func mayBeOne(_ group: Int) -> Bool {
        let rows = rows(group)
        var reached = Set(rows.prefix(1))
        for row in rows {
            var sum = 0.0
            for other in rows where other != row {
                if forbidden.contains([min(row, other), max(row, other)]) { return false }
                sum += held((row, other))
            }
            if sum < 0 { return false }
        }
        for _ in rows {
            for row in rows where reached.contains(where: { $0 != row && suffices($0, row) }) {
                reached.insert(row)
            }
        }
        return reached.count == rows.count
    }

    private func suffices(_ first: Int, _ second: Int) -> Bool {
        weights[first][second] >= PairFacts.joinAt
            || same.contains([min(first, second), max(first, second)])
    }
}
