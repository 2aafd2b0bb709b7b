package import Civic
package import Jamsostek

/// Money that a plan reckons with.
package struct WavePurse: Hashable, Sendable {
    /// Id of the fund.
    package let fund: String
    package let source: FundingSource
    /// What nobody has claimed yet.
    package let money: Rupiah
    /// The months it may pay for.
    package let months: ClosedRange<Month>
    /// Most people at a time.
    package let seats: Int?

    package init(
        fund: String, source: FundingSource, money: Rupiah, months: ClosedRange<Month>,
        seats: Int? = nil
    ) {
        self.fund = fund
        self.source = source
        self.money = money
        self.months = months
        self.seats = seats
    }

    /// The same fund with other money.
    package func holding(_ money: Rupiah) -> WavePurse {
        WavePurse(fund: fund, source: source, money: money, months: months, seats: seats)
    }
}

/// What a wave costs month by month, and how far its money goes, reckoned before anybody is chosen:
/// every month each fund in turn pays for as many people as it can.
///
/// For whom a fund may pay is not asked here, because nobody is known yet; the matching of funds to
/// people asks it.
package struct WavePlan: Sendable {
    package struct Payment: Hashable, Sendable {
        /// Position of the fund.
        package let purse: Int
        package let people: WaveHeadcount
        package let amount: Rupiah

        package init(purse: Int, people: WaveHeadcount, amount: Rupiah) {
            self.purse = purse
            self.people = people
            self.amount = amount
        }
    }

    package struct Line: Hashable, Sendable {
        package let month: Month
        /// By fund, only those that pay.
        package let payments: [Payment]
        /// Money that is there, but too little for one more person.
        package let rest: Rupiah
        /// For whom no money is left.
        package let uncovered: WaveHeadcount
        /// What the month costs, with those whom nobody pays for at the price of the last fund.
        package let cost: Rupiah

        package var paid: Rupiah { payments.reduce(.zero) { $0 + $1.amount } }

        package init(
            month: Month, payments: [Payment], rest: Rupiah, uncovered: WaveHeadcount,
            cost: Rupiah
        ) {
            self.month = month
            self.payments = payments
            self.rest = rest
            self.uncovered = uncovered
            self.cost = cost
        }
    }

    package let people: WaveHeadcount
    package let lines: [Line]
    /// Whom the money carries through all months.
    package let affordable: Int

    package init(people: WaveHeadcount, lines: [Line], affordable: Int) {
        self.people = people
        self.lines = lines
        self.affordable = affordable
    }

    package var total: Rupiah { lines.reduce(.zero) { $0 + $1.cost } }
    package var paid: Rupiah { lines.reduce(.zero) { $0 + $1.paid } }
    package var shortfall: Rupiah { total - paid }

    /// What the fund at position `purse` pays.
    package func paid(by purse: Int) -> Rupiah {
        lines.lazy.flatMap(\.payments).filter { $0.purse == purse }
            .reduce(.zero) { $0 + $1.amount }
    }

    /// The first month for which not everybody is paid.
    package var ends: Month? { lines.first { $0.uncovered.total > 0 }?.month }

    /// For how long everybody is paid, in tenths of a month, cut: 102 is 10.2.
    package var tenths: Int {
        let whole = lines.prefix { $0.uncovered.total == 0 }.count
        guard whole < lines.count, people.total > 0 else { return whole * 10 }
        let line = lines[whole]
        let share = (line.paid + line.rest).scaled(by: 10, over: 1).times(line.cost)
        return whole * 10 + min(9, Int(share))
    }
}

extension Law {
    /// Reckons a plan for `people`, paid by `purses` in turn.
    /// - Throws: a problem of kind input when no tariff is in force in one of the months.
    package func plan(
        _ people: WaveHeadcount, in months: ClosedRange<Month>, paidBy purses: [WavePurse],
        declaredIncome: Rupiah
    ) throws(Problem) -> WavePlan {
        let prices = try WavePrices(
            law: self, months: months, purses: purses, declaredIncome: declaredIncome)
        let lines = prices.lines(people)
        var (low, high) = (0, people.total)
        while low < high {
            let middle = (low + high + 1) / 2
            let isPaid = prices.lines(people.scaled(to: middle))
                .allSatisfy { $0.uncovered.total == 0 }
            if isPaid { low = middle } else { high = middle - 1 }
        }
        return WavePlan(people: people, lines: lines, affordable: low)
    }
}
