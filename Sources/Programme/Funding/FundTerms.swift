package import Civic

/// For whom a fund may pay, as its giver has laid down. Whatever is empty or nil leaves everybody in.
package struct FundTerms: Sendable, Hashable, Codable {
    /// Codes of districts and villages.
    package var places: [String]
    /// Codes of trades.
    package var occupations: [String]
    /// Fewest and most months for one person. Companies give in blocks of at least six.
    package var monthsAtLeast: Int?
    package var monthsAtMost: Int?
    /// Most people at a time.
    package var seats: Int?

    package init(
        places: [String] = [], occupations: [String] = [], monthsAtLeast: Int? = nil,
        monthsAtMost: Int? = nil, seats: Int? = nil
    ) {
        self.places = places
        self.occupations = occupations
        self.monthsAtLeast = monthsAtLeast
        self.monthsAtMost = monthsAtMost
        self.seats = seats
    }

    /// Whether the fund may pay for somebody who lives and works so.
    package func allows(village: PlaceCode?, occupation: String?) -> Bool {
        isPlaceAllowed(village)
            && (occupations.isEmpty || occupation.map { occupations.contains($0) } ?? false)
    }

    private func isPlaceAllowed(_ village: PlaceCode?) -> Bool {
        guard !places.isEmpty else { return true }
        guard let village else { return false }
        return places.contains(village.description)
            || places.contains(village.district.description)
    }
}
