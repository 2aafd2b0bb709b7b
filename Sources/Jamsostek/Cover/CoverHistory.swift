package import Civic

/// The months for which somebody's contribution was paid, however and by whomever.
package struct CoverHistory: Hashable, Sendable {
    /// Ascending, each once.
    package let paidMonths: [Month]
    /// The first day of cover, where it is known to lie within the first paid month.
    package let startsOn: Day?

    package init(paid months: some Sequence<Month>, startsOn: Day? = nil) {
        let sorted = months.sorted()
        let repeats = zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
        paidMonths = repeats ? Set(sorted).sorted() : sorted
        self.startsOn = startsOn
    }

    /// Position of the last paid month that is not after `month`; nil when there is none.
    func lastPaid(notAfter month: Month) -> Int? {
        paidMonths.lastIndex { $0 <= month }
    }

    /// The last month of the unbroken run of paid months that holds `position`.
    func endOfRun(from position: Int) -> Month {
        var end = position
        while end + 1 < paidMonths.count, paidMonths[end + 1] == paidMonths[end] + 1 { end += 1 }
        return paidMonths[end]
    }
}

/// A time of membership from its first day to the day on which cover lapses for want of payment.
struct CoverSpell: Hashable, Sendable {
    let first: Month
    /// The last paid month of the spell, known payments ahead included.
    let last: Month
    let start: Day
    /// The first day without cover.
    let lapse: Day
}

extension CoverHistory {
    /// The spells of membership, oldest first: paid months that no gap of more than
    /// `unpaidMonthsMax` months tears apart. `onlyFirst` tells that membership never returns after
    /// such a gap, because the law asks for every month that was missed.
    func spells(unpaidMonthsMax: Int, onlyFirst: Bool) -> [CoverSpell] {
        var spells: [CoverSpell] = []
        var first = 0
        for position in paidMonths.indices {
            let next = position + 1 < paidMonths.count ? paidMonths[position + 1] : nil
            if let next, next - paidMonths[position] <= unpaidMonthsMax + 1 { continue }
            let begin = paidMonths[first].firstDay
            let last = paidMonths[position]
            spells.append(
                CoverSpell(
                    first: paidMonths[first], last: last,
                    start: first == 0 ? max(begin, startsOn ?? begin) : begin,
                    lapse: (last + unpaidMonthsMax + 1).firstDay))
            if onlyFirst { break }
            first = position + 1
        }
        return spells
    }
}
