import Civic

/// Two rows that may be one person.
struct Edge: BitwiseCopyable, Sendable {
    var left: UInt32
    var right: UInt32
    var weight: Float
}

/// Visits all candidate pairs, key by key, on as many cores as there are.
struct CandidateWalk: Sendable {
    private let set: RecordSet

    init(_ set: RecordSet) { self.set = set }

    /// About this many pairs are enough for estimates whose error does not matter.
    private static let sampleTarget = 400_000

    /// Patterns of a repeatable sample of the candidate pairs.
    func sample() async -> PatternSample {
        let expected = max(1, set.records.count * 6)
        let keepEvery = UInt64(max(1, expected / CandidateWalk.sampleTarget))
        let parts = await overKeys { key -> PatternSample in
            var sample = PatternSample()
            visit(key, repeating: true) { left, right, comparison, records in
                let mixed = SeededGenerator.mix(UInt64(left) << 32 | UInt64(right))
                guard mixed % keepEvery == 0 else { return }
                sample.add(comparison.compare(records[left], records[right]))
            }
            return sample
        }
        var whole = PatternSample()
        for part in parts { whole.merge(part) }
        return whole
    }

    /// All pairs that are worth keeping, each once, strongest first.
    func score(with model: LinkageModel) async -> (edges: [Edge], compared: Int) {
        let parts = await overKeys { key -> ([Edge], Int) in
            var edges: [Edge] = []
            var compared = 0
            visit(key, repeating: false) { left, right, comparison, records in
                compared += 1
                let weight = model.weight(comparison.compare(records[left], records[right]))
                guard weight >= LinkageModel.reviewAt else { return }
                edges.append(
                    Edge(left: UInt32(left), right: UInt32(right), weight: weight))
            }
            return (edges, compared)
        }
        var edges = parts.flatMap(\.0)
        edges.sort { ($0.left, $0.right) < ($1.left, $1.right) }
        var kept = 0
        for index in edges.indices {
            if kept > 0, edges[kept - 1].left == edges[index].left,
                edges[kept - 1].right == edges[index].right
            {
                continue
            }
            edges[kept] = edges[index]
            kept += 1
        }
        edges.removeLast(edges.count - kept)
        edges.sort { first, second in
            first.weight != second.weight
                ? first.weight > second.weight
                : (first.left, first.right) < (second.left, second.right)
        }
        return (edges, parts.reduce(0) { $0 + $1.1 })
    }

    /// Runs `work` for each key, two at a time or more, and returns the results in order of keys.
    private func overKeys<Result: Sendable>(
        _ work: @escaping @Sendable (BlockingKey) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            for key in BlockingKey.allCases { group.addTask { (key.rawValue, work(key)) } }
            var results: [(Int, Result)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Calls `body` for each pair of rows with one value of `key`, the earlier row first.
    ///
    /// - Parameters:
    ///   - key: the reason for comparing.
    ///   - repeating: also for pairs with one number, which the key of numbers visits already. The
    ///     sample needs them: what a field says about one person must be learnt where that field
    ///     brought the pair together.
    ///   - body: gets both rows, the comparison and all records.
    private func visit(
        _ key: BlockingKey, repeating: Bool,
        _ body: (Int, Int, PairComparison, UnsafeBufferPointer<Record>) -> Void
    ) {
        set.records.withUnsafeBufferPointer { records in
            set.tokens.tokens.withUnsafeBufferPointer { tokens in
                set.tokens.letters.withUnsafeBufferPointer { letters in
                    let comparison = PairComparison(
                        names: NameComparison(
                            tokens: tokens, letters: letters,
                            muhammad: set.tokens.sound(of: "MUHAMMAD")))
                    let keyed = keyedRows(key, records, tokens)
                    visitGroups(keyed, records) { left, right in
                        let number = records[left].nik
                        let isKnown = key != .nik && number != 0 && number == records[right].nik
                        if isKnown, !repeating { return }
                        body(left, right, comparison, records)
                    }
                }
            }
        }
    }

    private func keyedRows(
        _ key: BlockingKey, _ records: UnsafeBufferPointer<Record>,
        _ tokens: UnsafeBufferPointer<TokenTable.Token>
    ) -> [KeyedRow] {
        var keyed: [KeyedRow] = []
        keyed.reserveCapacity(records.count)
        for row in records.indices {
            let value = key.value(of: records[row], tokens)
            if value != 0 { keyed.append(KeyedRow(key: value, row: UInt32(row))) }
        }
        RadixSort.sort(&keyed)
        return keyed
    }

    private func visitGroups(
        _ keyed: [KeyedRow], _ records: UnsafeBufferPointer<Record>, _ body: (Int, Int) -> Void
    ) {
        var start = 0
        while start < keyed.count {
            var end = start + 1
            while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
            if end - start <= BlockingKey.groupMax {
                for first in start..<end {
                    for second in first + 1..<max(first + 1, end) {
                        body(Int(keyed[first].row), Int(keyed[second].row))
                    }
                }
            } else {
                visitNeighbours(keyed[start..<end].map { Int($0.row) }, records, body)
            }
            start = end
        }
    }

    /// A group too large to compare whole: each row meets its neighbours in two orders.
    private func visitNeighbours(
        _ rows: [Int], _ records: UnsafeBufferPointer<Record>, _ body: (Int, Int) -> Void
    ) {
        let byBirth = rows.sorted {
            (records[$0].birth, records[$0].name[0], $0) < (
                records[$1].birth, records[$1].name[0], $1
            )
        }
        let byName = rows.sorted {
            (records[$0].name[0], records[$0].name[1], $0)
                < (records[$1].name[0], records[$1].name[1], $1)
        }
        let reach = BlockingKey.neighbours(inGroupOf: rows.count)
        for order in [byBirth, byName] {
            for first in order.indices {
                for second in first + 1..<min(first + 1 + reach, order.count) {
                    let (left, right) = (order[first], order[second])
                    body(min(left, right), max(left, right))
                }
            }
        }
    }
}
