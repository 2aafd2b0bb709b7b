/// What speaks for each pair of a few rows being one person, and which pairs must not be.
struct PairMatrix {
    let count: Int
    /// Bits for each pair, held within ``bound``.
    private(set) var weights: [Float]
    /// For each row a bit for every row that must not be the same person.
    private(set) var forbidden: [UInt64]
    /// For each row a bit for every row that it is surely enough one person with to be joined on
    /// that pair alone.
    private(set) var joined: [UInt64]

    /// Rows that fit into the bits of one word.
    static let rowsMax = 64
    /// No pair counts for more than this, so that one sure pair does not outweigh many that differ:
    /// a pair of 20 bits is wrong once in a million times.
    private static let bound: Float = 20
    /// What a human has decided outweighs all other pairs of a component together.
    private static let decided: Float = 100_000

    init(count: Int) {
        precondition(count <= PairMatrix.rowsMax)
        self.count = count
        weights = [Float](repeating: 0, count: count * count)
        forbidden = [UInt64](repeating: 0, count: count)
        joined = [UInt64](repeating: 0, count: count)
    }

    func weight(_ first: Int, _ second: Int) -> Float { weights[first * count + second] }

    mutating func set(_ first: Int, _ second: Int, _ weight: Float, joinsAt threshold: Float) {
        let held = min(max(weight, -PairMatrix.bound), PairMatrix.bound)
        weights[first * count + second] = held
        weights[second * count + first] = held
        if weight >= threshold { mark(first, second, in: \.joined) }
    }

    mutating func forbid(_ first: Int, _ second: Int) {
        mark(first, second, in: \.forbidden)
        joined[first] &= ~(1 << UInt64(second))
        joined[second] &= ~(1 << UInt64(first))
    }

    mutating func decideSame(_ first: Int, _ second: Int) {
        weights[first * count + second] = PairMatrix.decided
        weights[second * count + first] = PairMatrix.decided
        mark(first, second, in: \.joined)
    }

    private mutating func mark(
        _ first: Int, _ second: Int, in rows: WritableKeyPath<PairMatrix, [UInt64]>
    ) {
        self[keyPath: rows][first] |= 1 << UInt64(second)
        self[keyPath: rows][second] |= 1 << UInt64(first)
    }

    // MARK: Groups of rows, as bits

    var all: UInt64 { count == 64 ? ~0 : 1 << UInt64(count) - 1 }

    /// What speaks for a group being one person: the weights of its strongest tree, the pairs that
    /// are enough to hold it together. Pairs of one person repeat each other; the sum over all of
    /// them would draw a row to whoever stands in more lists.
    func value(of group: UInt64) -> Float {
        var inTree = group & ~(group &- 1)
        var sum: Float = 0
        while inTree != group {
            var best: (weight: Float, row: Int) = (-.infinity, 0)
            PairMatrix.forEach(group & ~inTree) { row in
                PairMatrix.forEach(inTree) { other in
                    if weight(row, other) > best.weight { best = (weight(row, other), row) }
                }
            }
            sum += best.weight
            inTree |= 1 << UInt64(best.row)
        }
        return sum
    }

    /// Whether a group may be one person: it holds no forbidden pair, hangs together by pairs that
    /// suffice alone, and no row has more against it than for it among the others.
    func isConsistent(_ group: UInt64) -> Bool {
        var reached = group & ~(group &- 1)
        var rest = reached
        while rest != 0 {
            let row = rest.trailingZeroBitCount
            rest &= rest &- 1
            if forbidden[row] & group != 0 || isMisfit(row, group) { return false }
            let more = joined[row] & group & ~reached
            reached |= more
            rest |= more
        }
        return reached == group
    }

    private func isMisfit(_ row: Int, _ group: UInt64) -> Bool {
        var sum: Float = 0
        PairMatrix.forEach(group & ~(1 << UInt64(row))) { sum += weight(row, $0) }
        return sum < 0
    }

    @inline(__always)
    static func forEach(_ group: UInt64, _ body: (Int) -> Void) {
        var rest = group
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
    }
}
