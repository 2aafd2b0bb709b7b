/// Record linkage after Fellegi and Sunter (1969): every candidate pair is weighed by how much
/// likelier what is seen is for one person than for two; rows are then gathered into people, under
/// constraints that no weight overrules. docs/linkage.md is the account of it.
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
    /// - Returns: the person of every row, and what is left uncertain.
    package static func link(
        _ sources: [LinkageSource], model: LinkageModel? = nil, decisions: [Decision] = [],
        keepsPairs: Bool = false, workers: Int = 2
    ) async -> LinkageResult {
        let compared = await Compared(
            RecordSet(sources), sources: sources.count, model: model, workers: workers)
        let set = compared.set
        let verdicts = DecisionTable(decisions, set.order)
        let groups = await Clustering(
            set, model: compared.model, decisions: verdicts, workers: workers
        ).groups(compared.edges)
        let people = People(groups, set.order)
        return LinkageResult(
            sourceStarts: set.sourceStarts, personOfRow: people.personOfRow,
            personCount: people.count, weightOfRow: people.weightOfRow,
            reviews: Review.pairs(compared.edges, people, set, compared.model, verdicts),
            model: compared.model, statistics: compared.statistics,
            pairs: keepsPairs ? compared.edges.map { $0.pair(set.order) } : [])
    }

    /// Log-odds in bits from which on a pair is a question for a human.
    package static var asksFrom: Float { Review.from }

    /// Log-odds in bits from which on a pair may join two rows.
    package static var joinsFrom: Float { Clustering.joinAt }
}
