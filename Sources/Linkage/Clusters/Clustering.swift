import Civic

/// Gathers rows into people, strongest evidence first, and refuses joins that contradict what is
/// certain.
///
/// Connected components would chain people together (a son's row that fits both father and son).
/// Here two groups of rows join only when the evidence between *all* their rows, taken together,
/// speaks for it, and when no constraint forbids it: two different numbers of the civil registry,
/// or two different rows of a list that names each person once.
struct Clustering {
    private let set: RecordSet
    private let model: LinkageModel
    private let edges: [Edge]
    private var parent: [UInt32]
    private var next: [UInt32]
    private var size: [UInt32]
    private var joinWeight: [Float]
    /// The registry number of each group, under its root; 0 when it has none.
    private var registryNumber: [UInt64]
    private(set) var refused = 0

    /// Groups larger than this are no person: one number on hundreds of rows. They are not compared
    /// as a whole but row by row.
    private static let compareAllMax = 24
    /// A row without a number of its own that fits two people about equally well (within these
    /// bits) is left to a human.
    private static let ambiguityMargin: Float = 3

    init(_ set: RecordSet, model: LinkageModel, edges: [Edge]) {
        self.set = set
        self.model = model
        self.edges = edges
        let count = set.records.count
        parent = (0..<UInt32(count)).map { $0 }
        next = parent
        size = [UInt32](repeating: 1, count: count)
        joinWeight = [Float](repeating: 0, count: count)
        registryNumber = set.records.map { $0.flags.contains(.registry) ? $0.nik : 0 }
    }

    mutating func run() {
        let ambiguous = ambiguousRows()
        for edge in edges where edge.weight >= LinkageModel.joinAt {
            let (left, right) = (root(edge.left), root(edge.right))
            guard left != right else { continue }
            if ambiguous[Int(edge.left)] || ambiguous[Int(edge.right)] { continue }
            if mayJoin(left, right, edge) { join(left, right, edge) } else { refused += 1 }
        }
    }

    // MARK: Ambiguity

    /// Rows without a usable number whose best two candidates are different registered people of
    /// about equal weight.
    private func ambiguousRows() -> [Bool] {
        var bestNumber = [UInt64](repeating: 0, count: set.records.count)
        var bestWeight = [Float](repeating: 0, count: set.records.count)
        var ambiguous = [Bool](repeating: false, count: set.records.count)
        for edge in edges where edge.weight >= LinkageModel.joinAt - Clustering.ambiguityMargin {
            for (row, other) in [
                (Int(edge.left), Int(edge.right)), (Int(edge.right), Int(edge.left)),
            ] {
                let record = set.records[row]
                guard record.nik == 0 || record.flags.contains(.nikDisagrees) else { continue }
                let number = registryNumber[other]
                guard number != 0 else { continue }
                if bestNumber[row] == 0 {
                    (bestNumber[row], bestWeight[row]) = (number, edge.weight)
                } else if bestNumber[row] != number,
                    bestWeight[row] - edge.weight < Clustering.ambiguityMargin
                {
                    ambiguous[row] = true
                }
            }
        }
        return ambiguous
    }

    // MARK: Constraints

    private func mayJoin(_ left: UInt32, _ right: UInt32, _ edge: Edge) -> Bool {
        let (a, b) = (registryNumber[Int(left)], registryNumber[Int(right)])
        if a != 0, b != 0, a != b { return false }
        if Int(size[Int(left)]) + Int(size[Int(right)]) > Clustering.compareAllMax * 4 {
            return edge.weight >= LinkageModel.joinAt * 2
        }
        return !breaksOnce(left, right) && agreesAsWhole(left, right)
    }

    /// Whether a list that names each person once would get two rows in one group, unless the two
    /// rows say the same.
    private func breaksOnce(_ left: UInt32, _ right: UInt32) -> Bool {
        var broken = false
        forEach(left) { a in
            guard set.records[a].flags.contains(.oncePerSource) else { return }
            forEach(right) { b in
                let (first, second) = (set.records[a], set.records[b])
                if first.source == second.source, !repeats(first, second) { broken = true }
            }
        }
        return broken
    }

    /// Whether two rows of one list are the same row again: nothing in them differs that would tell
    /// two people apart.
    private func repeats(_ first: Record, _ second: Record) -> Bool {
        if first.nik != 0, second.nik != 0 { return first.nik == second.nik }
        guard first.birth == second.birth, first.nameCount == second.nameCount,
            first.card == second.card || first.card == 0 || second.card == 0
        else { return false }
        for word in 0..<Int(first.nameCount) where first.name[word] != second.name[word] {
            return false
        }
        return first.birth != RosterRow.noDay
    }

    /// The mean weight over all pairs between two groups, each pair counted with what it can say at
    /// most.
    private func agreesAsWhole(_ left: UInt32, _ right: UInt32) -> Bool {
        set.tokens.tokens.withUnsafeBufferPointer { tokens in
            set.tokens.letters.withUnsafeBufferPointer { letters in
                let comparison = PairComparison(
                    names: NameComparison(
                        tokens: tokens, letters: letters,
                        muhammad: set.tokens.sound(of: "MUHAMMAD")))
                var sum: Float = 0
                var pairs: Float = 0
                var contradicted = false
                forEach(left) { a in
                    forEach(right) { b in
                        let pattern = comparison.compare(
                            set.records[min(a, b)], set.records[max(a, b)])
                        let weight = model.weight(pattern)
                        sum += min(max(weight, -20), 20)
                        pairs += 1
                        if contradicts(pattern) { contradicted = true }
                    }
                }
                return !contradicted && sum / pairs >= 0
            }
        }
    }

    /// Two rows that cannot be one person: other number and other name and other birth date or sex;
    /// or, for twins, another serial and quite another name.
    private func contradicts(_ pattern: Pattern) -> Bool {
        if pattern.nik == .sameBirthBlock { return pattern.name == .different }
        guard pattern.nik == .different else { return false }
        let otherName = pattern.name == .different || pattern.name == .partly
        return otherName && (pattern.birth == .different || pattern.sex == .different)
    }

    // MARK: Groups

    private mutating func join(_ left: UInt32, _ right: UInt32, _ edge: Edge) {
        let (keep, give) = size[Int(left)] >= size[Int(right)] ? (left, right) : (right, left)
        parent[Int(give)] = keep
        size[Int(keep)] += size[Int(give)]
        if registryNumber[Int(keep)] == 0 { registryNumber[Int(keep)] = registryNumber[Int(give)] }
        swapNext(Int(keep), Int(give))
        for row in [edge.left, edge.right] where joinWeight[Int(row)] < edge.weight {
            joinWeight[Int(row)] = edge.weight
        }
    }

    private mutating func swapNext(_ a: Int, _ b: Int) { next.swapAt(a, b) }

    private func forEach(_ root: UInt32, _ body: (Int) -> Void) {
        var row = root
        repeat {
            body(Int(row))
            row = next[Int(row)]
        } while row != root
    }

    private mutating func root(_ row: UInt32) -> UInt32 {
        var row = row
        while parent[Int(row)] != row {
            parent[Int(row)] = parent[Int(parent[Int(row)])]
            row = parent[Int(row)]
        }
        return row
    }

    // MARK: Results

    /// People numbered in the order of their first rows.
    mutating func people() -> (personOfRow: [Int32], count: Int, weightOfRow: [Float]) {
        var person = [Int32](repeating: -1, count: parent.count)
        var numbers = [Int32](repeating: -1, count: parent.count)
        var count: Int32 = 0
        for row in parent.indices {
            let root = Int(root(UInt32(row)))
            if numbers[root] < 0 {
                numbers[root] = count
                count += 1
            }
            person[row] = numbers[root]
        }
        return (person, Int(count), joinWeight)
    }

    /// The strongest pair between any two people that were not joined although they may be one.
    func reviews(_ personOfRow: [Int32]) -> [ReviewPair] {
        var seen: Set<UInt64> = []
        var reviews: [ReviewPair] = []
        set.tokens.tokens.withUnsafeBufferPointer { tokens in
            set.tokens.letters.withUnsafeBufferPointer { letters in
                let comparison = PairComparison(
                    names: NameComparison(
                        tokens: tokens, letters: letters,
                        muhammad: set.tokens.sound(of: "MUHAMMAD")))
                for edge in edges {
                    let a = personOfRow[Int(edge.left)]
                    let b = personOfRow[Int(edge.right)]
                    guard a != b, !areTwoRegistered(edge) else { continue }
                    let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
                    guard seen.insert(pair).inserted else { continue }
                    let pattern = comparison.compare(
                        set.records[Int(edge.left)], set.records[Int(edge.right)])
                    reviews.append(
                        ReviewPair(
                            personA: Int(min(a, b)), personB: Int(max(a, b)), weight: edge.weight,
                            probability: Bits.probability(edge.weight),
                            rowA: Int(a < b ? edge.left : edge.right),
                            rowB: Int(a < b ? edge.right : edge.left),
                            evidence: Evidence(pattern, model)))
                }
            }
        }
        return reviews
    }

    /// Two numbers of the civil registry are two people; there is nothing to ask.
    private func areTwoRegistered(_ edge: Edge) -> Bool {
        let (a, b) = (rootNumber(edge.left), rootNumber(edge.right))
        return a != 0 && b != 0 && a != b
    }

    private func rootNumber(_ row: UInt32) -> UInt64 {
        var row = row
        while parent[Int(row)] != row { row = parent[Int(row)] }
        return registryNumber[Int(row)]
    }
}
