import Civic

/// Gathers rows into people.
///
/// Rows that hang together by pairs above the threshold form a component. Each component is parted
/// on its own into the best consistent people, see ``Partition``, so that one component never
/// changes another, whatever is added later.
///
/// A class, so that handing it to closures does not count references to all its tables.
final class Clustering: Sendable {
    /// Pairs from this weight on may join two rows on their own (probability 0.71), if the rows
    /// around them agree, see ``PairMatrix/isConsistent(_:)``. Below, two rows that are one person
    /// are left to a human more cheaply than two people are taken for one.
    static let joinAt: Float = 1.3

    private let set: RecordSet
    private let model: LinkageModel
    private let decisions: DecisionTable
    private let workers: Int

    init(_ set: RecordSet, model: LinkageModel, decisions: DecisionTable, workers: Int) {
        self.set = set
        self.model = model
        self.decisions = decisions
        self.workers = workers
    }

    /// What became of the rows of one or more components.
    struct Groups: Sendable {
        /// Rows of each person, ascending; only people of two rows or more.
        var people: [[UInt32]] = []
        /// For each row of `people`, in the same order, the strongest pair with another row there.
        var weights: [[Float]] = []
    }

    /// Gathers the rows between which there are `edges`, strongest first.
    func groups(_ edges: [Edge]) async -> Groups {
        let components = components(edges)
        let parts = Parallel.ranges(of: components.count, size: 1 << 12)
        let found = await Parallel.map(
            units: parts.count, workers: workers, state: WeightCache(self.model)
        ) { [self] cache, unit in
            PairComparison.over(set) { comparison in
                var groups = Groups()
                for rows in components[parts[unit]] {
                    part(rows, comparison, &cache, into: &groups)
                }
                return groups
            }
        }
        return found.reduce(into: Groups()) {
            $0.people += $1.people
            $0.weights += $1.weights
        }
    }

    // MARK: Components

    /// Rows that hang together, two or more, in the order of their first rows.
    private func components(_ edges: [Edge]) -> [[UInt32]] {
        var sets = UnionFind(count: set.records.count)
        let isAmbiguous = Ambiguity.rows(set, edges, joinAt: Clustering.joinAt)
        for edge in edges where edge.weight >= Clustering.joinAt {
            guard !isAmbiguous[Int(edge.left)], !isAmbiguous[Int(edge.right)] else { continue }
            sets.join(edge.left, edge.right)
        }
        for decision in decisions.all where decision.isSame {
            sets.join(UInt32(decision.left), UInt32(decision.right))
        }
        // Rows follow their root, which is the first of them.
        var position = [Int32](repeating: -1, count: set.records.count)
        var components: [[UInt32]] = []
        for row in 0..<UInt32(set.records.count) {
            let root = Int(sets.root(row))
            guard root != Int(row) else { continue }
            if position[root] < 0 {
                position[root] = Int32(components.count)
                components.append([UInt32(root)])
            }
            components[Int(position[root])].append(row)
        }
        return components
    }

    // MARK: People of one component

    private func part(
        _ rows: [UInt32], _ comparison: PairComparison, _ cache: inout WeightCache,
        into groups: inout Groups
    ) {
        // In an order of what rows say, so that the order of lists decides nothing.
        let ordered = comparison.orderedByContent(rows)
        guard ordered.count <= PairMatrix.rowsMax else {
            return partLarge(ordered, comparison, &cache, into: &groups)
        }
        let matrix = matrix(ordered, comparison, &cache)
        for group in Partition.best(matrix) where group.nonzeroBitCount > 1 {
            add(group, of: ordered, matrix, to: &groups)
        }
    }

    private func matrix(
        _ rows: [UInt32], _ comparison: PairComparison, _ cache: inout WeightCache
    ) -> PairMatrix {
        var matrix = PairMatrix(count: rows.count)
        for first in rows.indices {
            for second in rows.indices.dropFirst(first + 1) {
                let left = Int(min(rows[first], rows[second]))
                let right = Int(max(rows[first], rows[second]))
                let weight = cache.weight(comparison.compare(left, right))
                matrix.set(first, second, weight, joinsAt: Clustering.joinAt)
                switch decisions.verdict(left, right) {
                case true?: matrix.decideSame(first, second)
                case false?: matrix.forbid(first, second)
                case nil: if comparison.areTwo(left, right) { matrix.forbid(first, second) }
                }
            }
        }
        return matrix
    }

    private func add(
        _ group: UInt64, of rows: [UInt32], _ matrix: PairMatrix, to groups: inout Groups
    ) {
        var members: [(row: UInt32, weight: Float)] = []
        PairMatrix.forEach(group) { row in
            var best = -Float.infinity
            PairMatrix.forEach(group & ~(1 << UInt64(row))) { other in
                best = max(best, matrix.weight(row, other))
            }
            members.append((rows[row], best))
        }
        members.sort { $0.row < $1.row }
        groups.people.append(members.map(\.row))
        groups.weights.append(members.map(\.weight))
    }

    // MARK: Components of more rows than a matrix holds

    /// A row meets this many people that were found before it, and this many rows of each.
    private static let peopleMet = 64
    private static let rowsMet = 4

    /// One number on thousands of rows. Rows are taken in the order of their names and birth dates;
    /// each joins the person among the latest whose rows it agrees with best.
    private func partLarge(
        _ rows: [UInt32], _ comparison: PairComparison, _ cache: inout WeightCache,
        into groups: inout Groups
    ) {
        let ordered = rows.map { (likeness($0), set.records[Int($0)].content, $0) }
            .sorted { $0 < $1 }.map(\.2)
        var people: [[UInt32]] = []
        var weights: [[Float]] = []
        for row in ordered {
            var best: (weight: Float, person: Int) = (-.infinity, 0)
            for person in people.indices.suffix(Clustering.peopleMet) {
                let weight = meanWeight(row, people[person], comparison, &cache)
                if weight > best.weight { best = (weight, person) }
            }
            if best.weight >= Clustering.joinAt {
                people[best.person].append(row)
                weights[best.person].append(best.weight)
            } else {
                people.append([row])
                weights.append([0])
            }
        }
        for (person, rows) in people.enumerated() where rows.count > 1 {
            let order = rows.indices.sorted { rows[$0] < rows[$1] }
            weights[person][0] = weights[person][1]
            groups.people.append(order.map { rows[$0] })
            groups.weights.append(order.map { weights[person][$0] })
        }
    }

    private func likeness(_ row: UInt32) -> UInt64 {
        let record = set.records[Int(row)]
        let hash = record.nameCount > 0 ? set.words.names.hash(of: record.name[0]) : 0
        return (hash & 0xFFFF_FFFF_0000_0000) | UInt64(UInt32(bitPattern: record.birth ^ Int32.min))
    }

    /// The mean weight of a row with the first rows of a person; nothing when it must not join them.
    private func meanWeight(
        _ row: UInt32, _ person: [UInt32], _ comparison: PairComparison,
        _ cache: inout WeightCache
    ) -> Float {
        for other in person {
            let (left, right) = (Int(min(row, other)), Int(max(row, other)))
            switch decisions.verdict(left, right) {
            case true?: return .greatestFiniteMagnitude
            case false?: return -.infinity
            case nil: if comparison.areTwo(left, right) { return -.infinity }
            }
        }
        let met = person.prefix(Clustering.rowsMet)
        let sum = met.reduce(Float(0)) { sum, other in
            sum + cache.weight(comparison.compare(Int(min(row, other)), Int(max(row, other))))
        }
        return sum / Float(met.count)
    }
}
