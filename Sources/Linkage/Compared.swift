/// Rows after all candidate pairs were compared: what is known before anybody is gathered.
struct Compared: Sendable {
    let set: RecordSet
    let table: KeyTable
    let model: LinkageModel
    /// Pairs that are worth keeping, each once, strongest first.
    let edges: [Edge]
    let statistics: LinkageStatistics

    /// - Parameters:
    ///   - set: the rows.
    ///   - sources: how many lists they come from.
    ///   - columns: beyond a person's, those that tell most first; nil to count their values.
    ///   - model: to weigh by; nil to estimate one.
    ///   - workers: how many cores to use.
    init(
        _ set: RecordSet, sources: Int, columns: [Int]? = nil, model: LinkageModel?,
        workers: Int
    ) async {
        let table = await KeyTable(set, columns: columns, workers: workers)
        let walk = CandidateWalk(set, table, workers: workers)
        let chosen: LinkageModel
        if let model {
            chosen = model
        } else {
            let every = max(1, walk.pairsAtMost / Compared.sampleTarget)
            let some = CandidateWalk(set, table, workers: workers, every: every)
            chosen = Estimation.model(of: await Compared.sample(some))
        }
        let scored = await Compared.score(walk, set, chosen)
        var statistics = scored.statistics
        statistics.rows = set.records.count
        statistics.unlinkable = await Unlinkable.count(
            set, chosen, sources: sources, workers: workers)
        self.set = set
        self.table = table
        self.model = chosen
        self.edges = scored.edges
        self.statistics = statistics
    }

    /// About this many pairs: enough that even one pair in ten thousand, as of people who lend each
    /// other numbers, is met a hundred times.
    private static let sampleTarget = 1_500_000

    private static func sample(_ walk: CandidateWalk) async -> PatternSample {
        let parts = await walk.visit(state: (), begin: PatternSample()) {
            _, sample, comparison, left, right in
            sample.add(comparison.compare(left, right))
        }
        return parts.reduce(into: PatternSample()) { $0.merge($1) }
    }

    private static func score(
        _ walk: CandidateWalk, _ set: RecordSet, _ model: LinkageModel
    ) async -> ScoredPairs {
        let parts = await walk.visit(state: WeightCache(model), begin: ScoredPairs()) {
            cache, scored, comparison, left, right in
            scored.add(left, right, comparison, &cache)
        }
        var whole = ScoredPairs(parts)
        Edge.sort(&whole.edges, set.records)
        whole.statistics.pairsKept = whole.edges.count
        return whole
    }
}

/// What some candidate pairs came to.
struct ScoredPairs: Sendable {
    var edges: [Edge] = []
    var statistics = LinkageStatistics()

    init() {}

    init(_ parts: [ScoredPairs]) {
        edges.reserveCapacity(parts.reduce(0) { $0 + $1.edges.count })
        for part in parts {
            edges += part.edges
            statistics.merge(part.statistics)
        }
    }

    /// Weighs a pair and keeps it if it comes near.
    @inline(__always)
    mutating func add(
        _ left: Int, _ right: Int, _ comparison: PairComparison, _ cache: inout WeightCache
    ) {
        // Whatever agrees, they will not be joined, and nobody need be asked.
        if comparison.areTwo(left, right) { return statistics.countTwo() }
        let weight = cache.weight(comparison.compare(left, right))
        statistics.count(weight)
        guard weight >= Review.from else { return }
        edges.append(Edge(left: UInt32(left), right: UInt32(right), weight: weight))
    }
}
