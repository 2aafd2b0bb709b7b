/// Who is the same person, over all sources.
package struct LinkageResult: Sendable {
    /// Position of the first row of each source among all rows.
    package let sourceStarts: [Int]
    /// The person of each row; people are numbered in the order of their first rows.
    package let personOfRow: [Int32]
    package let personCount: Int
    /// Log-odds in bits of the strongest pair of each row with another row of its person; 0 for a
    /// row that stands alone.
    package let weightOfRow: [Float]
    /// Surest first.
    package let reviews: [ReviewPair]
    package let model: LinkageModel
    package let statistics: LinkageStatistics
    /// All pairs from ``Review/from`` on, when they were asked for.
    package let pairs: [ScoredPair]
}

/// Two rows that were compared, by their places over all sources.
package struct ScoredPair: Sendable {
    package let left: Int
    package let right: Int
    /// Log-odds in bits that the two are one person.
    package let weight: Float
    package var probability: Double { Bits.probability(weight) }
}

/// What a run of linkage did.
package struct LinkageStatistics: Sendable {
    package var rows = 0
    package var pairsCompared = 0
    package var pairsKept = 0
    /// Rows of each source that say too little to be joined to anybody, even to their own copy.
    package var unlinkable: [Int] = []
    /// How many compared pairs have which weight: whole bits from ``weightMin`` on; the first and
    /// the last count all beyond them as well.
    package private(set) var histogram = [Int](repeating: 0, count: 81)
    package static let weightMin = -40

    /// Counts a pair of which is certain that it is two people.
    mutating func countTwo() { count(Float(LinkageStatistics.weightMin)) }

    mutating func count(_ weight: Float) {
        pairsCompared += 1
        let bin = Int(weight.rounded(.down)) - LinkageStatistics.weightMin
        histogram[min(max(bin, 0), histogram.count - 1)] += 1
    }

    mutating func merge(_ other: LinkageStatistics) {
        pairsCompared += other.pairsCompared
        for bin in histogram.indices { histogram[bin] += other.histogram[bin] }
    }
}
