/// Which people a list shows. Its address can be shared: it holds places, reasons and the like, but
/// nothing about a person.
package struct PeopleFilter: Sendable, Hashable {
    package enum Outcome: String, Sendable, CaseIterable {
        case eligible = "layak"
        case selected = "terpilih"
        case waiting = "tunggu"
        case ineligible = "tidak"
        case review = "periksa"
    }

    /// The names of the filters in an address.
    package enum Field: String, Sendable, CaseIterable {
        case district = "kec"
        case village = "kel"
        case outcome = "hasil"
        case reason = "alasan"
        case occupation = "kerja"
        case decile = "desil"
        case fund = "dana"
    }

    package private(set) var values = FilterValues<Field>()

    package init(
        district: String? = nil, village: String? = nil, outcome: Outcome? = nil,
        reason: String? = nil, occupation: String? = nil, decile: Int? = nil, fund: String? = nil
    ) {
        values[.district] = district
        values[.village] = village
        values[.outcome] = outcome?.rawValue
        values[.reason] = reason
        values[.occupation] = occupation
        values[.decile] = decile.map(String.init)
        values[.fund] = fund
    }

    /// The filter in the query of an address. Names it does not know and empty values are ignored,
    /// and so is an outcome or decile that does not exist.
    package init(query: (String) -> String?) {
        values = FilterValues(query: query)
        if outcome == nil { values[.outcome] = nil }
        if decile == nil { values[.decile] = nil }
    }

    package var district: String? { values[.district] }
    package var village: String? { values[.village] }
    package var outcome: Outcome? { values[.outcome].flatMap(Outcome.init(rawValue:)) }
    package var reason: String? { values[.reason] }
    package var occupation: String? { values[.occupation] }
    /// 1 to 10.
    package var decile: Int? {
        values[.decile].flatMap { Int($0) }.flatMap { (1...10).contains($0) ? $0 : nil }
    }
    package var fund: String? { values[.fund] }

    package var isEmpty: Bool { values.isEmpty }

    package func without(_ field: Field) -> PeopleFilter {
        var others = self
        others.values = values.without(field)
        return others
    }

    /// The list with this filter.
    package var address: String { address(with: []) }

    /// The list with this filter and more, such as the key from which a page goes on.
    package func address(with more: [(name: String, value: String?)]) -> String {
        values.address(of: Address.people, with: more)
    }
}
