/// Record linkage after Fellegi and Sunter (1969): every candidate pair gets a weight that adds up
/// the evidence of its fields; rows are then gathered into people, under constraints that keep
/// twins, namesakes and borrowed numbers apart.
package enum Linkage {
    /// Links all rows of all sources. The result depends on the rows alone, not on how work was
    /// divided.
    ///
    /// - Parameters:
    ///   - sources: the lists.
    ///   - model: of an earlier run; nil to estimate one from these rows.
    ///   - decisions: what humans said about pairs of rows.
    ///   - keepsPairs: hand over all pairs that came near, for whoever wants to examine them.
    ///   - workers: how many cores to use.
    package static func link(
        _ sources: [LinkageSource], model: LinkageModel? = nil, decisions: [Decision] = [],
        keepsPairs: Bool = false, workers: Int = 2
    ) async -> LinkageResult {
        let set = await RecordSet(sources)
        let table = await KeyTable(set, workers: workers)
        let walk = CandidateWalk(set, table, workers: workers)
        var used = model
        if used == nil {
            let every = max(1, walk.pairsAtMost / sampleTarget)
            let some = CandidateWalk(set, table, workers: workers, every: every)
            used = Estimation.model(of: await sample(some))
        }
        let chosen = used ?? Estimation.model(of: PatternSample())
        let scored = await score(walk, set, chosen)
        let verdicts = DecisionTable(decisions, set.order)
        let groups = await Clustering(set, model: chosen, decisions: verdicts, workers: workers)
            .groups(scored.edges)
        let people = People(groups, set.order)
        var statistics = scored.statistics
        statistics.rows = set.records.count
        statistics.unlinkable = await Unlinkable.count(
            set, chosen, sources: sources.count, workers: workers)
        return LinkageResult(
            sourceStarts: set.sourceStarts, personOfRow: people.personOfRow,
            personCount: people.count, weightOfRow: people.weightOfRow,
            reviews: Review.pairs(scored.edges, people, set, chosen, verdicts), model: chosen,
            statistics: statistics,
            pairs: keepsPairs ? scored.edges.map { $0.pair(set.order) } : [])
    }

    /// Log-odds in bits from which on a pair may join two rows.
    package static var joinsFrom: Float { Clustering.joinAt }

    /// About this many pairs: enough that even one pair in ten thousand, as of people who lend each
    /// other numbers, is met a hundred times.
    private static let sampleTarget = 1_500_000

    private static func sample(_ walk: CandidateWalk) async -> PatternSample {
        let parts = await walk.visit(state: { () }, begin: { PatternSample() }) {
            _, sample, comparison, left, right in
            sample.add(comparison.compare(left, right))
        }
        return parts.reduce(into: PatternSample()) { $0.merge($1) }
    }

    /// What one unit of candidate pairs came to.
    private struct Scored: Sendable {
        var edges: [Edge] = []
        var statistics = LinkageStatistics()
    }

    /// All pairs that are worth keeping, each once, strongest first.
    private static func score(
        _ walk: CandidateWalk, _ set: RecordSet, _ model: LinkageModel
    ) async -> Scored {
        let parts = await walk.visit(state: { WeightCache(model) }, begin: { Scored() }) {
            cache, scored, comparison, left, right in
            // Whatever agrees, they will not be joined, and nobody need be asked.
            if comparison.areTwo(left, right) { return scored.statistics.countTwo() }
            let weight = cache.weight(comparison.compare(left, right))
            scored.statistics.count(weight)
            guard weight >= Review.from else { return }
            scored.edges.append(Edge(left: UInt32(left), right: UInt32(right), weight: weight))
        }
        var whole = Scored()
        whole.edges.reserveCapacity(parts.reduce(0) { $0 + $1.edges.count })
        for part in parts {
            whole.edges += part.edges
            whole.statistics.merge(part.statistics)
        }
        Edge.sort(&whole.edges, set.records)
        whole.statistics.pairsKept = whole.edges.count
        return whole
    }
}
