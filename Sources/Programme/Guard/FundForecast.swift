package import Civic

/// How long the months and the money of one fund last.
package struct FundForecast: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let month: Month
        /// For whom the month is promised, ordered or paid.
        package let people: Int
        /// For whom it is not, among those whom the fund paid for last.
        package let lacking: Int

        package init(month: Month, people: Int, lacking: Int) {
            self.month = month
            self.people = people
            self.lacking = lacking
        }
    }

    package let fund: String
    /// Everybody whom the fund paid for last.
    package let standing: Int
    package let lines: [Line]
    /// The first month that somebody lacks; nil when none within the horizon.
    package let gap: Month?
    /// The last month that what is free in the fund would pay for everybody, after the last one
    /// that is promised; nil when it pays for none.
    package let moneyLasts: Month?

    /// `kept` is how many have each month, from `first` on; `last` the last month that the fund may
    /// pay for; `price` what one month costs everybody, zero when that is not known; `available`
    /// what the fund has left for new promises.
    package init(
        fund: String, standing: Int, kept: [Int], from first: Month, until last: Month,
        price: Rupiah, available: Rupiah
    ) {
        self.fund = fund
        self.standing = standing
        lines = kept.enumerated().map { place, people in
            Line(month: first + place, people: people, lacking: max(0, standing - people))
        }
        let gap = standing == 0 ? nil : lines.first { $0.lacking > 0 }?.month
        self.gap = gap
        let more = available.times(price)
        guard let gap, more > 0, gap <= last else {
            moneyLasts = nil
            return
        }
        moneyLasts = min(last, gap + Int(min(more, 1200)) + -1)
    }
}
