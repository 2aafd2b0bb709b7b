import Civic
import Jamsostek
import Programme

/// A wave with its offers, small enough to write down every way of paying for it.
struct FundingCase {
    let people: [Recipient]
    let start: Month
    let months: Int
    let offers: [FundOffer]

    var wave: FundingWave { FundingWave(start: start, months: months, recipients: people) }

    static let villages = [
        place("32.75.01.1001"), place("32.75.01.1002"), place("32.75.02.1001"),
    ]

    /// Tight money, with every restriction now and then. Months cross the turns of prices of
    /// PP 50/2025: April 2026, January and April 2027.
    static func random(
        _ generator: inout SeededGenerator, people: Int, funds: Int, months: Int,
        packages: Bool
    ) -> FundingCase {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        func sometimes(_ one: Int) -> Bool { number(1...one) == 1 }
        let start = month(["2025-12", "2026-01", "2026-03", "2026-11", "2027-02"][number(0...4)])
        let recipients = (0..<people).map { _ in
            let drives = sometimes(2)
            return Recipient(
                village: villages[number(0...2)], occupation: drives ? "online_ojek" : "vendor",
                sector: drives ? .transport : .other)
        }
        let offers = (0..<funds).map { fund in
            let source = [FundingSource.apbd, .csr, .psr, .apbn][number(0...3)]
            let first = sometimes(2) ? 0 : number(0...months - 1)
            let last = sometimes(2) ? months - 1 : number(first...months - 1)
            let units = number(0...people * months * 2)
            var offer = FundOffer(
                id: "fund-\(fund)", source: source,
                money: Rupiah(Int64(units) * 8_400 + Int64(sometimes(3) ? number(0...8_399) : 0)),
                period: start + first...start + last)
            if sometimes(4) { offer.places = [villages[number(0...2)]] }
            if sometimes(6) { offer.places = [place("32.75.01")] }
            if sometimes(5) { offer.occupations = [sometimes(2) ? "vendor" : "online_ojek"] }
            if sometimes(6) { offer.sectors = [.transport] }
            if sometimes(4) { offer.perPersonMonths = number(1...months) }
            if packages, sometimes(3) { offer.perPersonMonthsMin = number(1...months) }
            if packages, sometimes(3) { offer.seats = number(0...people) }
            return offer
        }
        return FundingCase(people: recipients, start: start, months: months, offers: offers)
    }
}

/// How good a way of paying is.
struct FundingScore: Equatable, Comparable {
    var months = 0
    /// By place: months covered, and the months as a number in which earlier ones weigh more.
    var places: [[Int]] = []
    var cost: Int64 = 0

    static func < (left: FundingScore, right: FundingScore) -> Bool {
        if left.months != right.months { return left.months < right.months }
        for (mine, its) in zip(left.places, right.places) where mine != its {
            return mine.lexicographicallyPrecedes(its)
        }
        return left.cost > right.cost
    }

    static func of(_ found: FundMatching, _ city: FundingCase) throws -> FundingScore {
        var score = FundingScore()
        for (position, person) in city.people.enumerated() {
            var covered = [Int](repeating: 0, count: city.months)
            for run in found.runs(ofPlace: position + 1) {
                for month in 0..<run.months {
                    covered[run.first - city.start + month] += 1
                    let rate = try nationalLaw.rate(
                        for: ContributionClass(
                            sector: person.sector, fund: city.offers[run.fund].source),
                        in: run.first + month)
                    score.cost += rate.total.amount
                }
            }
            score.add(covered)
        }
        return score
    }

    mutating func add(_ covered: [Int]) {
        let count = covered.reduce(0, +)
        months += count
        places.append([count, covered.reduce(0) { $0 * 2 + $1 }])
    }
}

/// Writes down every way of paying, cell by cell, and keeps the best. Knows nothing of the program
/// but the prices of the law.
struct FundingOracle {
    private let city: FundingCase
    private let windows: [Range<Int>]
    private var prices: [[[Int64]]] = []
    private var payers: [[Int?]]
    private var money: [Int64]
    private var visits = 0
    private var best: FundingScore?

    /// - Returns: the best score, or nil where there are too many ways.
    static func best(_ city: FundingCase, visitsMax: Int) throws -> FundingScore? {
        var oracle = try FundingOracle(city)
        oracle.walk(0, visitsMax)
        return oracle.visits > visitsMax ? nil : oracle.best
    }

    private init(_ city: FundingCase) throws {
        self.city = city
        payers = city.people.map { _ in [Int?](repeating: nil, count: city.months) }
        money = city.offers.map(\.money.amount)
        windows = city.offers.map { offer in
            let allowed = (0..<city.months).filter { offer.period.contains(city.start + $0) }
            let cut = allowed.prefix(offer.perPersonMonths ?? city.months)
            guard let first = cut.first, let last = cut.last,
                cut.count >= offer.perPersonMonthsMin ?? 0
            else { return 0..<0 }
            return first..<last + 1
        }
        prices = try city.people.map { person in
            try city.offers.map { offer in
                try (0..<city.months).map { month in
                    try nationalLaw.rate(
                        for: ContributionClass(sector: person.sector, fund: offer.source),
                        in: city.start + month
                    ).total.amount
                }
            }
        }
    }

    private func mayPay(_ fund: Int, _ person: Int, _ month: Int) -> Bool {
        let (offer, its) = (city.offers[fund], city.people[person])
        let isNear =
            offer.places.isEmpty || offer.places.contains(its.village)
            || offer.places.contains(its.village.district)
        let isWork = offer.occupations.isEmpty || offer.occupations.contains(its.occupation)
        let isSector = offer.sectors.isEmpty || offer.sectors.contains(its.sector)
        return isNear && isWork && isSector && windows[fund].contains(month)
            && money[fund] >= prices[person][fund][month]
    }

    private mutating func walk(_ cell: Int, _ visitsMax: Int) {
        visits += 1
        if visits > visitsMax { return }
        let (person, month) = (cell / city.months, cell % city.months)
        if month == 0, person > 0, !isWhole(person - 1) { return }
        if person == city.people.count { return judge() }
        walk(cell + 1, visitsMax)
        for fund in city.offers.indices where mayPay(fund, person, month) {
            payers[person][month] = fund
            money[fund] -= prices[person][fund][month]
            walk(cell + 1, visitsMax)
            money[fund] += prices[person][fund][month]
            payers[person][month] = nil
        }
    }

    /// Packages are given whole.
    private func isWhole(_ person: Int) -> Bool {
        city.offers.indices.allSatisfy { fund in
            let offer = city.offers[fund]
            guard offer.seats != nil || offer.perPersonMonthsMin != nil else { return true }
            let paid = payers[person].count { $0 == fund }
            return paid == 0 || paid == windows[fund].count
        }
    }

    private mutating func judge() {
        for (fund, offer) in city.offers.enumerated() {
            guard let seats = offer.seats else { continue }
            if payers.count(where: { $0.contains(fund) }) > seats { return }
        }
        var score = FundingScore()
        for (person, row) in payers.enumerated() {
            score.add(row.map { $0 == nil ? 0 : 1 })
            for (month, fund) in row.enumerated() {
                if let fund { score.cost += prices[person][fund][month] }
            }
        }
        if best.map({ $0 < score }) ?? true { best = score }
    }
}
