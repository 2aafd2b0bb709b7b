/// Which questions a list shows. Its address can be shared: it holds nothing about a person.
package struct AnswersFilter: Sendable, Hashable {
    package enum Match: String, Sendable, CaseIterable {
        case exact = "persis"
        case near = "mirip"
        case twins = "beberapa"
        case none = "tanpa"
    }

    package var match: Match?
    /// As it stands in addresses.
    package var district: String?
    /// The SIGAP number behind which the page begins.
    package var after: String?

    package init(match: Match? = nil, district: String? = nil, after: String? = nil) {
        self.match = match
        self.district = district
        self.after = after
    }

    package init(query: (String) -> String?) {
        match = query("cocok").flatMap(Match.init(rawValue:))
        district = query("kec").flatMap { $0.isEmpty ? nil : $0 }
        after = query("sesudah").flatMap { $0.isEmpty ? nil : $0 }
    }

    package var isEmpty: Bool { match == nil && district == nil }

    /// The list with this filter.
    package var address: String { Address.answers + query }

    /// What stands behind an address so that it leads back here.
    package var query: String {
        Query.text([("cocok", match?.rawValue), ("kec", district), ("sesudah", after)])
    }
}
