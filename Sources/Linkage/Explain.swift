/// Why two rows are, or are not, one person.
package struct PairExplanation: Sendable {
    package let evidence: Evidence
    /// The keys by which the two met in a small group; where there are none, they were compared only
    /// if they were neighbours in a large one.
    package let sharedKeys: [String]
    package var weight: Float { evidence.weight }
    package var probability: Double { Bits.probability(weight) }
}

extension Linkage {
    /// Explains pairs of rows, given by position over all sources, by the model of a run over the
    /// same sources.
    package static func explain(
        _ pairs: [(Int, Int)], of sources: [LinkageSource], model: LinkageModel, workers: Int = 2
    ) async -> [PairExplanation] {
        let set = await RecordSet(sources)
        let table = await KeyTable(set, workers: workers)
        return PairComparison.over(set) { comparison in
            pairs.map { first, second in
                let positions = (set.order.position(of: first), set.order.position(of: second))
                let (left, right) = (
                    min(positions.0, positions.1), max(positions.0, positions.1)
                )
                return PairExplanation(
                    evidence: Evidence(comparison.compare(left, right), model),
                    sharedKeys: table.keysShared(left, right).map { "\($0)" })
            }
        }
    }
}
