package import Civic
package import Jamsostek

/// Money that may pay contributions of a wave, and on which terms.
package struct FundOffer: Hashable, Sendable {
    /// As the ledger names it: `apbd-2026`.
    package var id: String
    /// Decides the price of each month (PP 50/2025 Pasal 3).
    package var source: FundingSource
    /// The free balance, in rupiah: what is allotted and not yet promised.
    package var money: Rupiah
    /// The months it may pay, both ends included.
    package var period: ClosedRange<Month>
    /// Villages, districts or cities whose people it may pay; empty for all.
    package var places: Set<PlaceCode> = []
    /// Codes of occupations it may pay; empty for all.
    package var occupations: Set<String> = []
    /// Sectors it may pay; empty for all.
    package var sectors: Set<Occupation.Sector> = []
    /// Most months for one person, counted from the first month of the wave it may pay.
    package var perPersonMonths: Int?
    /// Fewest months for one person: donors give packages of at least so many.
    package var perPersonMonthsMin: Int?
    /// Most people.
    package var seats: Int?

    package init(
        id: String, source: FundingSource, money: Rupiah, period: ClosedRange<Month>
    ) {
        self.id = id
        self.source = source
        self.money = money
        self.period = period
    }

    /// Whether the fund takes a person for all months of its window or not at all. A fund that
    /// counts people, or wants each paid for long enough, gives whole packages
    /// (users.md 1.5 and 1.6).
    package var givesPackages: Bool { seats != nil || perPersonMonthsMin != nil }

    /// The months of a wave that the fund can pay for one person, counted from its first month.
    package func window(from start: Month, months: Int) -> Range<Int> {
        let first = max(0, period.lowerBound - start)
        var end = min(months, period.upperBound - start + 1)
        if let most = perPersonMonths { end = min(end, first + max(0, most)) }
        guard first < end, end - first >= perPersonMonthsMin ?? 1 else { return 0..<0 }
        return first..<end
    }

    func allows(placeOf recipient: Recipient) -> Bool {
        if places.isEmpty { return true }
        let village = recipient.village
        let regency = PlaceCode(district: Int(village.number / 1_000_000) * 100)
        return places.contains(village) || places.contains(village.district)
            || places.contains(regency)
    }

    func allows(workOf recipient: Recipient) -> Bool {
        (occupations.isEmpty || occupations.contains(recipient.occupation))
            && (sectors.isEmpty || sectors.contains(recipient.sector))
    }
}
