import Civic
import Jamsostek

/// What each fund pays for one person in each month.
struct WavePrices {
    let months: [Month]
    let purses: [WavePurse]
    /// By month, then by fund.
    private let prices: [[(transport: Rupiah, other: Rupiah)]]

    init(
        law: Law, months: ClosedRange<Month>, purses: [WavePurse], declaredIncome: Rupiah
    ) throws(Problem) {
        self.purses = purses
        let count = months.upperBound - months.lowerBound + 1
        self.months = (0..<count).map { months.lowerBound + $0 }
        var prices: [[(transport: Rupiah, other: Rupiah)]] = []
        for month in self.months {
            let tariff = try law.contributions(in: month)
            func price(_ source: FundingSource, _ sector: Occupation.Sector) -> Rupiah {
                tariff.breakdown(
                    for: ContributionClass(
                        sector: sector, fund: source, declaredIncome: declaredIncome)
                ).total
            }
            // Without any fund a month costs what the city would pay.
            let sources = purses.isEmpty ? [.apbd] : purses.map(\.source)
            prices.append(sources.map { (price($0, .transport), price($0, .other)) })
        }
        self.prices = prices
    }

    /// Every month each fund in turn pays for as many people as it can.
    func lines(_ people: WaveHeadcount) -> [WavePlan.Line] {
        var money = purses.map(\.money)
        return months.enumerated().map { position, month in
            var (transport, other) = (people.transport, people.other)
            var payments: [WavePlan.Payment] = []
            var rest = Rupiah.zero
            for (purse, terms) in purses.enumerated() where terms.months.contains(month) {
                let price = prices[position][purse]
                var seats = terms.seats ?? .max
                func take(_ wanted: Int, at price: Rupiah) -> Int {
                    let taken = min(wanted, seats, Int(money[purse].times(price)))
                    money[purse] -= price * taken
                    seats -= taken
                    return taken
                }
                // Where drivers cost less, money goes furthest with them; else they are left to
                // funds where they do.
                let isCheaper = price.transport < price.other
                var drivers = isCheaper ? take(transport, at: price.transport) : 0
                let others = take(other, at: price.other)
                if !isCheaper { drivers = take(transport, at: price.transport) }
                if money[purse] < max(price.transport, price.other) { rest += money[purse] }
                guard drivers + others > 0 else { continue }
                transport -= drivers
                other -= others
                payments.append(
                    WavePlan.Payment(
                        purse: purse, people: WaveHeadcount(transport: drivers, other: others),
                        amount: price.transport * drivers + price.other * others))
            }
            return line(
                position, payments, rest: rest,
                uncovered: WaveHeadcount(transport: transport, other: other))
        }
    }

    /// Every month each fund pays for those whom it was settled to pay for.
    func lines(_ people: WaveHeadcount, promised: [WavePromise]) -> [WavePlan.Line] {
        months.enumerated().map { position, month in
            var (transport, other) = (people.transport, people.other)
            let here = Dictionary(grouping: promised.filter { $0.months.contains(month) }) {
                $0.purse
            }
            let payments = here.sorted { $0.key < $1.key }.map { purse, promises in
                let paid = promises.reduce(WaveHeadcount.none) { $0 + $1.people }
                transport -= paid.transport
                other -= paid.other
                let price = prices[position][purse]
                return WavePlan.Payment(
                    purse: purse, people: paid,
                    amount: price.transport * paid.transport + price.other * paid.other)
            }
            return line(
                position, payments, rest: .zero,
                uncovered: WaveHeadcount(transport: max(0, transport), other: max(0, other)))
        }
    }

    private func line(
        _ position: Int, _ payments: [WavePlan.Payment], rest: Rupiah, uncovered: WaveHeadcount
    ) -> WavePlan.Line {
        let last = prices[position][prices[position].count - 1]
        let paid = payments.reduce(Rupiah.zero) { $0 + $1.amount }
        return WavePlan.Line(
            month: months[position], payments: payments, rest: rest, uncovered: uncovered,
            cost: paid + last.transport * uncovered.transport + last.other * uncovered.other)
    }
}
