package import Civic
package import Programme

/// What the guard found last.
package struct GuardDay: Sendable, Hashable {
    package let day: Day
    package let people: Int
    /// How many have 0, 1, 2 … unpaid months; the last place is for whoever has lost cover.
    package let unpaid: [Int]
    package let notStarted: Int
    /// One for each fund that anybody's months are paid from, in order of ids; the empty id is for
    /// whoever has no month at all.
    package let funds: [GuardFund]
    package let at: Instant

    /// Of whom at least one month is unpaid, cover not lost.
    package var atRisk: Int { unpaid.dropFirst().dropLast().reduce(0, +) }
    package var lapsed: Int { unpaid.last ?? 0 }

    /// The earliest month that somebody lacks.
    package var gap: Month? { funds.compactMap(\.gap).min() }
}

/// How long the promises and the money of a fund last.
package struct GuardFund: Sendable, Hashable {
    package let fund: String
    package let standing: Int
    package let gap: Month?
    package let moneyLasts: Month?
    package let lines: [FundForecast.Line]
    /// Who is in charge; nil when nobody is named.
    package let owner: String?
}

/// Somebody whose cover may lapse.
package struct GuardRisk: Sendable, Hashable {
    package let number: String
    package let name: String
    package let village: PlaceCode?
    /// One more than the law allows for whoever has lost cover.
    package let unpaid: Int
    package let lapsesOn: Day
    package let safeDay: Day
    package let fund: String?
    /// When the guard first told of it, and on how many days since.
    package let firstWarned: Day
    package let warned: Int
}

/// Which of them to show.
package struct GuardFilter: Sendable, Hashable {
    package var unpaid: Int?
    package var fund: String?

    package init(unpaid: Int? = nil, fund: String? = nil) {
        self.unpaid = unpaid
        self.fund = fund
    }
}

/// The place of a row in the list of risks, which goes by the safe day.
package struct GuardPosition: Sendable, Hashable {
    package let safeDay: Day
    package let number: String

    package init(safeDay: Day, number: String) {
        self.safeDay = safeDay
        self.number = number
    }
}
