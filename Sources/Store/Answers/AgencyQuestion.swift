package import Civic
package import Programme

/// Somebody an agency is asked about, with what its own list says.
package struct AgencyQuestion: Sendable {
    package let number: String
    package let name: String
    package let birth: Day?
    /// Prints masked.
    package let nik: NIK?
    package let occupation: String?
    package let district: PlaceCode?
    package let village: PlaceCode?
    package let due: Day
    /// Best first.
    package let found: [FoundReference]

    package var kind: ReferenceMatch.Kind? { found.first?.kind }
    package var match: QuestionFilter.Match { QuestionFilter.Match(kind) }
}

/// A row of the agency's own list.
package struct FoundReference: Sendable, Hashable {
    package let row: Int
    /// What a spreadsheet shows at the left.
    package let record: Int
    package let kind: ReferenceMatch.Kind
    package let score: Int
    package let name: String
    package let birth: Day?
    /// Prints masked.
    package let nik: NIK?
    package let occupation: String?
    package let place: PlaceCode?
}

/// Which questions a list shows.
package struct QuestionFilter: Sendable, Hashable {
    package enum Match: Sendable, Hashable, CaseIterable {
        case exact
        case near
        case twins
        case none
    }

    package var match: Match?
    package var district: PlaceCode?

    package init(match: Match? = nil, district: PlaceCode? = nil) {
        self.match = match
        self.district = district
    }
}

/// One page of what waits for an agency.
package struct QuestionList: Sendable {
    package let questions: [AgencyQuestion]
    /// How many wait, by what was found of them; of the district of the filter.
    package let counts: [QuestionFilter.Match: Int]
    /// The earliest day by which one must be answered.
    package let due: Day?
    /// The number of the last one, where the list goes on.
    package let next: String?
    /// The list they were compared with; nil for an agency that gave none.
    package let list: ReferenceListRecord?

    package var total: Int { counts.values.reduce(0, +) }
}
