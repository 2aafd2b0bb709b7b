package import Civic

/// One list whose rows take part in linkage.
package struct LinkageSource: Sendable {
    package let roster: Roster
    /// The civil registry: two of its numbers that differ are two people.
    package let isRegistry: Bool
    /// The list names each person once by its own rules.
    package let listsEachPersonOnce: Bool
    /// The district of each position of the place directory.
    let districtOfPlace: [Int16]

    package init(
        roster: Roster, isRegistry: Bool, listsEachPersonOnce: Bool, places: PlaceDirectory
    ) {
        self.roster = roster
        self.isRegistry = isRegistry
        self.listsEachPersonOnce = listsEachPersonOnce
        districtOfPlace = places.entries.indices.map { Int16(places.district(of: $0)) }
    }
}

/// Two people who may be one: a question for a human.
package struct ReviewPair: Sendable {
    package let personA: Int
    package let personB: Int
    /// Log-odds in bits that the rows compared belong to one person.
    package let weight: Float
    package let probability: Double
    /// The rows that were compared, by their position over all sources.
    package let rowA: Int
    package let rowB: Int
    package let evidence: Evidence
}

/// Who is the same person, over all sources.
package struct LinkageResult: Sendable {
    /// Position of the first row of each source among all rows.
    package let sourceStarts: [Int]
    /// The person of each row; people are numbered in the order of their first rows.
    package let personOfRow: [Int32]
    package let personCount: Int
    /// Log-odds in bits with which each row joined its person; 0 for a row that stands alone.
    package let weightOfRow: [Float]
    /// Surest first.
    package let reviews: [ReviewPair]
    package let model: LinkageModel
    package let statistics: LinkageStatistics
}

/// What a run of linkage did.
package struct LinkageStatistics: Sendable {
    package var rows = 0
    package var pairsCompared = 0
    package var pairsKept = 0
    /// Joins that the evidence suggested and a constraint forbade.
    package var joinsRefused = 0

    package init() {}
}

/// Record linkage after Fellegi and Sunter (1969): every candidate pair gets a weight that adds up
/// the evidence of its fields; rows are then gathered into people, strongest evidence first, under
/// constraints that keep twins, namesakes and borrowed numbers apart.
package enum Linkage {
    /// Links all rows of all sources. The result depends on the rows alone, not on how work was
    /// divided.
    package static func link(_ sources: [LinkageSource]) async -> LinkageResult {
        let set = RecordSet(sources)
        var statistics = LinkageStatistics()
        statistics.rows = set.records.count
        let sample = await CandidateWalk(set).sample()
        let model = LinkageModel.estimated(from: sample)
        let found = await CandidateWalk(set).score(with: model)
        statistics.pairsCompared = found.compared
        statistics.pairsKept = found.edges.count
        var clusters = Clustering(set, model: model, edges: found.edges)
        clusters.run()
        statistics.joinsRefused = clusters.refused
        let people = clusters.people()
        return LinkageResult(
            sourceStarts: set.sourceStarts, personOfRow: people.personOfRow,
            personCount: people.count, weightOfRow: people.weightOfRow,
            reviews: clusters.reviews(people.personOfRow), model: model, statistics: statistics)
    }
}
