/// What a run would have found at other thresholds, by its own probabilities.
package struct ThresholdRow: Sendable {
    /// Whole bits; pairs from this weight on are taken for one person.
    package let weight: Int
    package let pairs: Int
    /// Share of those pairs that are one person.
    package let precision: Double
    /// Share of all compared pairs of one person that are among them.
    package let recall: Double
}

extension LinkageStatistics {
    /// From sure to doubtful. Estimates, not truth: they are as good as the probabilities are.
    package var thresholds: [ThresholdRow] {
        let expected = histogram.indices.map { bin in
            let middle = Float(bin + LinkageStatistics.weightMin) + 0.5
            return Double(histogram[bin]) * Bits.probability(middle)
        }
        let all = expected.reduce(0, +)
        var rows: [ThresholdRow] = []
        var pairs = 0
        var right = 0.0
        for bin in histogram.indices.reversed() {
            pairs += histogram[bin]
            right += expected[bin]
            rows.append(
                ThresholdRow(
                    weight: bin + LinkageStatistics.weightMin, pairs: pairs,
                    precision: pairs > 0 ? right / Double(pairs) : 1,
                    recall: all > 0 ? right / all : 1))
        }
        return rows
    }
}
