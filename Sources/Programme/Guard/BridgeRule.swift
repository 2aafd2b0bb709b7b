package import Civic

/// Whether a fund may take over months that another one has promised, by what its giver laid down.
package struct BridgeRule: Sendable {
    /// Why it may not. Raw values name words.
    package enum Obstacle: String, CaseIterable, Sendable, Error {
        /// Nothing is promised in these months.
        case nothingPromised = "nothing"
        /// The fund pays for the months already.
        case sameFund = "same"
        /// The person lives elsewhere or does another trade.
        case terms
        /// A month lies outside of the fund's time.
        case months
        /// Fewer or more months for one person than the giver wants.
        case tooFew = "few"
        case tooMany = "many"
        /// The fund takes no more people at a time.
        case seats
    }

    private let terms: FundTerms
    private let time: ClosedRange<Month>
    /// People whom the fund pays for by month; grows as people are let in.
    private var seated: [Month: Int]

    package init(terms: FundTerms, time: ClosedRange<Month>, seated: [Month: Int]) {
        self.terms = terms
        self.time = time
        self.seated = seated
    }

    /// Lets somebody in whose `months` would be taken over, or tells why not. For `others` the fund
    /// pays already.
    package mutating func admit(
        village: PlaceCode?, occupation: String?, months: [Month], others: Int
    ) -> Obstacle? {
        guard !months.isEmpty else { return .nothingPromised }
        guard terms.allows(village: village, occupation: occupation) else { return .terms }
        guard months.allSatisfy({ time.contains($0) }) else { return .months }
        let count = months.count + others
        if let least = terms.monthsAtLeast, count < least { return .tooFew }
        if let most = terms.monthsAtMost, count > most { return .tooMany }
        if let seats = terms.seats, months.contains(where: { seated[$0, default: 0] >= seats }) {
            return .seats
        }
        for month in months { seated[month, default: 0] += 1 }
        return nil
    }
}
