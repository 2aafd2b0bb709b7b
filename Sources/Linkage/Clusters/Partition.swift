/// The best way to part a few rows into people.
///
/// Best is the partition for which most speaks (``PairMatrix/value(of:)``, summed over its groups;
/// correlation clustering in the spirit of Bansal, Blum and Chawla 2004), among those whose groups are
/// consistent (``PairMatrix/isConsistent(_:)``). Connected components would
/// chain people instead: a son's row that fits father and son would make the two one.
enum Partition {
    /// Up to this many rows all partitions are weighed: 3^10 steps. Larger components are rare.
    static let exactMax = 10

    /// Groups of rows as bits, in the order of their first rows.
    static func best(_ matrix: PairMatrix) -> [UInt64] {
        if let whole = undisputed(matrix) { return whole }
        let groups = matrix.count <= exactMax ? exact(matrix) : improved(matrix, greedy(matrix))
        return groups.sorted { $0.trailingZeroBitCount < $1.trailingZeroBitCount }
    }

    /// One group of all rows when no pair speaks against it.
    private static func undisputed(_ matrix: PairMatrix) -> [UInt64]? {
        guard !matrix.weights.contains(where: { $0 < 0 }) else { return nil }
        return matrix.isConsistent(matrix.all) ? [matrix.all] : nil
    }

    // MARK: All partitions

    /// Weighs every partition: the best one of a set is its best group with the set's first row and
    /// the best partition of the rest.
    static func exact(_ matrix: PairMatrix) -> [UInt64] {
        let sets = 1 << matrix.count
        var value = [Float](repeating: -.infinity, count: sets)
        for group in 1..<sets where matrix.isConsistent(UInt64(group)) {
            value[group] = matrix.value(of: UInt64(group))
        }
        var best = [Float](repeating: 0, count: sets)
        var choice = [Int](repeating: 0, count: sets)
        for set in 1..<sets {
            let first = set & -set
            let rest = set ^ first
            (best[set], choice[set]) = (-.infinity, first)
            var more = rest
            while true {
                let group = first | more
                let sum = value[group] + best[set ^ group]
                if sum > best[set] { (best[set], choice[set]) = (sum, group) }
                if more == 0 { break }
                more = (more - 1) & rest
            }
        }
        var groups: [UInt64] = []
        var set = sets - 1
        while set != 0 {
            groups.append(UInt64(choice[set]))
            set ^= choice[set]
        }
        return groups
    }

    // MARK: Many rows

    /// Joins groups along the pairs of rows, strongest first, where what comes of it is consistent.
    static func greedy(_ matrix: PairMatrix) -> [UInt64] {
        var groupOf = (0..<matrix.count).map { UInt64(1) << UInt64($0) }
        for (first, second) in pairsThatSuffice(matrix) where groupOf[first] != groupOf[second] {
            let both = groupOf[first] | groupOf[second]
            guard matrix.isConsistent(both) else { continue }
            PairMatrix.forEach(both) { groupOf[$0] = both }
        }
        var groups: [UInt64] = []
        for row in groupOf.indices where groupOf[row].trailingZeroBitCount == row {
            groups.append(groupOf[row])
        }
        return groups
    }

    private static func pairsThatSuffice(_ matrix: PairMatrix) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for first in 0..<matrix.count {
            PairMatrix.forEach(matrix.joined[first] & ~((2 << UInt64(first)) &- 1)) {
                pairs.append((first, $0))
            }
        }
        return pairs.sorted {
            (matrix.weight($1.0, $1.1), $0.0, $0.1) < (matrix.weight($0.0, $0.1), $1.0, $1.1)
        }
    }

    /// Moves single rows to another group or out of theirs as long as that gains something.
    static func improved(_ matrix: PairMatrix, _ start: [UInt64]) -> [UInt64] {
        var groups = start
        // Every move gains, so that this ends; the bound guards against gains lost in rounding.
        for _ in 0..<matrix.count * matrix.count {
            guard let (row, from, target) = bestMove(matrix, groups) else { break }
            groups[from] &= ~(1 << UInt64(row))
            if let target {
                groups[target] |= 1 << UInt64(row)
            } else {
                groups.append(1 << UInt64(row))
            }
            groups.removeAll { $0 == 0 }
        }
        return groups
    }

    private static func bestMove(
        _ matrix: PairMatrix, _ groups: [UInt64]
    ) -> (row: Int, from: Int, target: Int?)? {
        var best: (gain: Float, move: (Int, Int, Int?)) = (0.001, (0, 0, nil))
        for from in groups.indices {
            PairMatrix.forEach(groups[from]) { row in
                let bit = UInt64(1) << UInt64(row)
                let rest = groups[from] & ~bit
                guard rest == 0 || matrix.isConsistent(rest) else { return }
                let loss = matrix.value(of: groups[from]) - matrix.value(of: rest)
                if rest != 0, -loss > best.gain { best = (-loss, (row, from, nil)) }
                for target in groups.indices where target != from {
                    let with = matrix.value(of: groups[target] | bit)
                    let gain = with - matrix.value(of: groups[target]) - loss
                    guard gain > best.gain, matrix.isConsistent(groups[target] | bit) else {
                        continue
                    }
                    best = (gain, (row, from, target))
                }
            }
        }
        return best.gain > 0.001 ? best.move : nil
    }
}
