package import Civic

/// What decides which funds may pay for a person, and at which price.
package struct Recipient: Hashable, Sendable {
    package let village: PlaceCode
    /// Code in the occupation catalogue.
    package let occupation: String
    package let sector: Occupation.Sector

    package init(village: PlaceCode, occupation: String, sector: Occupation.Sector) {
        self.village = village
        self.occupation = occupation
        self.sector = sector
    }
}

/// The recipients of one wave in order of priority, and the months that are promised to each.
package struct FundingWave: Sendable {
    package let start: Month
    /// 1 to 48: a key of the optimiser holds no more.
    package let months: Int
    /// The different recipients.
    package let groups: [Recipient]
    /// By place, first place first: position in ``groups``.
    package let people: [Int32]

    package static let monthsMax = 48

    /// - Parameters:
    ///   - start: the first month.
    ///   - months: 1 to 48.
    ///   - recipients: first place first.
    package init(start: Month, months: Int, recipients: some Sequence<Recipient>) {
        var groups: [Recipient] = []
        var positions: [Recipient: Int32] = [:]
        let people = recipients.map { recipient in
            if let known = positions[recipient] { return known }
            let position = Int32(groups.count)
            positions[recipient] = position
            groups.append(recipient)
            return position
        }
        self.init(start: start, months: months, groups: groups, people: people)
    }

    /// For callers that have the groups at hand, such as a query that numbers them.
    package init(start: Month, months: Int, groups: [Recipient], people: [Int32]) {
        precondition((1...FundingWave.monthsMax).contains(months), "a wave has 1 to 48 months")
        self.start = start
        self.months = months
        self.groups = groups
        self.people = people
    }
}
