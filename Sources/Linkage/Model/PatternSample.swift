/// Counts of patterns among sampled candidate pairs.
struct PatternSample: Sendable {
    private(set) var counts: [Pattern: Int] = [:]

    mutating func add(_ pattern: Pattern) { counts[pattern, default: 0] += 1 }

    mutating func merge(_ other: PatternSample) {
        counts.merge(other.counts) { $0 + $1 }
    }

    /// In an order that does not depend on hashing.
    var ordered: [(pattern: Pattern, count: Int)] {
        counts.sorted {
            ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high)
        }.map { ($0.key, $0.value) }
    }
}
