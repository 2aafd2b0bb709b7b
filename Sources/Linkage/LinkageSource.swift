package import Civic

/// One list whose rows take part in linkage.
package struct LinkageSource: Sendable {
    package let roster: Roster
    /// The civil registry: two of its numbers that differ are two people.
    package let isRegistry: Bool
    /// The list names each person once by its own rules.
    package let listsEachPersonOnce: Bool
    /// Columns beyond those of a person, six at most: for each the text of every row.
    package let attributes: [[TextRange]]
    /// The district of each position of the place directory.
    let districtOfPlace: [Int16]

    /// - Parameters:
    ///   - roster: the rows.
    ///   - isRegistry: see ``isRegistry``.
    ///   - listsEachPersonOnce: see ``listsEachPersonOnce``.
    ///   - places: to which the rows' places refer.
    ///   - attributes: in the same order in all sources of a run.
    package init(
        roster: Roster, isRegistry: Bool, listsEachPersonOnce: Bool, places: PlaceDirectory,
        attributes: [[TextRange]] = []
    ) {
        precondition(attributes.count <= Field.extras.count, "six further columns at most")
        self.roster = roster
        self.isRegistry = isRegistry
        self.listsEachPersonOnce = listsEachPersonOnce
        self.attributes = attributes
        districtOfPlace = places.entries.indices.map { Int16(places.district(of: $0)) }
    }
}
