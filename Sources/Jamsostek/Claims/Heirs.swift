package import Civic

/// What somebody was to the member who died.
package enum HeirRelation: String, CaseIterable, Sendable {
    case spouse
    case child
    case parent
    case grandchild
    case grandparent
    case sibling
    case parentInLaw = "parent_in_law"
    case namedInWill = "named_in_will"
    /// Nobody is left.
    case nobody = "none"
}

/// The place of one relation in the order of heirs.
package struct HeirRule: Sendable {
    /// 1 comes first.
    package let rank: Int
    package let relation: HeirRelation
    package let name: Phrase
    let source: CitationSet

    static func timeline(
        _ table: Table, citations: CitationRegister
    ) throws(Problem) -> Timeline<[HeirRule]> {
        let timeline = try table.versions { (row) throws(Problem) in
            HeirRule(
                rank: Int(try row.integer("rank")), relation: try row.choice("relation"),
                name: try row.phrase("name"), source: try citations.source(of: row))
        }
        for entry in timeline.entries {
            let relations = entry.value.map(\.relation)
            for relation in HeirRelation.allCases
            where relations.count(where: { $0 == relation }) != 1 {
                throw Problem.missing(relation.rawValue, in: table.name)
            }
        }
        return timeline
    }
}

/// Who receives the cash after a death.
package struct HeirDecision: Hashable, Sendable {
    /// The relations that share; `[.nobody]` when none is left: whoever arranged the funeral gets
    /// the funeral grant and the rest stays with the fund.
    package let entitled: [HeirRelation]
    package let rank: Int
    package let rules: CitationSet
}

extension Law {
    /// The heirs among the relations that are alive: all of the lowest rank (PP 44/2015 Pasal 37
    /// and 40).
    /// - Throws: a problem of kind input when no law was in force on the day of death.
    package func heirs(
        among living: Set<HeirRelation>, on day: Day
    ) throws(Problem) -> HeirDecision {
        let order = try heirOrder.inForce("heirs", on: day)
        let present = order.filter { $0.relation == .nobody || living.contains($0.relation) }
        let rank = present.map(\.rank).min() ?? 0
        let entitled = present.filter { $0.rank == rank }
        return HeirDecision(
            entitled: entitled.map(\.relation), rank: rank,
            rules: entitled.reduce(.none) { $0.union($1.source) })
    }

    /// The whole order of heirs, as a clerk shows it.
    /// - Throws: a problem of kind input when no law was in force.
    package func heirOrder(on day: Day) throws(Problem) -> [HeirRule] {
        try heirOrder.inForce("heirs", on: day)
    }
}
