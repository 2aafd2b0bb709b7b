package import Civic

/// Which people a list holds, and in which order.
package struct PersonFilter: Sendable, Hashable {
    package enum Order: Sendable, Hashable {
        case name
        /// By place in the ranking; holds eligible people only.
        case rank
    }

    /// A district or village.
    package var place: PlaceCode?
    package var outcome: PersonOutcome?
    package var standing: PersonStanding?
    package var occupation: String?
    /// 1 to 10.
    package var decile: Int?
    package var fund: String?
    /// The first of the reasons that hold a person back.
    package var reason: String?
    package var search: PersonSearch?
    package var order = Order.name

    package init() {}

    /// The standings the list holds; nil for all.
    var standings: [PersonStanding]? {
        var kept = PersonStanding.allCases
        if let standing { kept.removeAll { $0 != standing } }
        if let outcome { kept.removeAll { $0.outcome != outcome } }
        if order == .rank { kept.removeAll { $0.outcome != .eligible } }
        return kept.count == PersonStanding.allCases.count ? nil : kept
    }

    /// The maintained counts that add up to the size of the list; nil where people must be counted.
    var countKeys: [CountKey]? {
        guard search == nil else { return nil }
        var facets: [[CountKey]] = []
        if let standings { facets.append(standings.map { .standing($0) }) }
        if let occupation { facets.append([.occupation(occupation)]) }
        if let decile { facets.append([.decile(decile)]) }
        if let fund { facets.append([.fund(fund)]) }
        if let reason { facets.append([.reason(reason)]) }
        return facets.count > 1 ? nil : facets.first ?? [.people]
    }
}

/// The person at whose place in a list a page begins or ends: fit for an address, as it tells only
/// the SIGAP number.
package struct PersonCursor: Sendable, Hashable {
    package let number: String

    package init(number: String) { self.number = number }
}

/// Where a page of a list lies.
package enum PagePosition: Sendable, Hashable {
    case first
    case after(PersonCursor)
    case before(PersonCursor)
}
