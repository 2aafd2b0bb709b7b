import Civic
import Jamsostek

/// A wave and the funds offered to it, in whole numbers: what all steps of the matching walk on.
///
/// People whom the same funds may pay at the same prices are one class.
struct FundingGrid: Sendable {
    let wave: FundingWave
    let offers: [FundOffer]
    /// By fund: the months of the wave it can pay, counted from 0.
    let windows: [Range<Int>]
    /// By group of the wave: its class.
    let classOfGroup: [Int32]
    /// By class: its funds, in the order in which they are tried.
    let fundsOfClass: [[Int32]]
    let sectorOfClass: [Int]
    /// By person, first place first.
    let classOfPerson: [Int32]
    let sizeOfClass: [Int]
    /// Rupiah a month by fund, sector and month.
    private let prices: [Int64]

    var months: Int { wave.months }
    var classes: Int { fundsOfClass.count }

    /// - Throws: a problem of kind input when no tariff is in force in a month of the wave.
    init(
        _ wave: FundingWave, offers: [FundOffer], law: Law, declaredIncome: Rupiah
    ) throws(Problem) {
        let windows = offers.map { $0.window(from: wave.start, months: wave.months) }
        let prices = try FundingGrid.prices(wave, offers, law, declaredIncome)
        var known: [[Int32]: Int32] = [:]
        var funds: [[Int32]] = []
        var sectors: [Int] = []
        var classOfGroup: [Int32] = []
        for group in wave.groups {
            let sector = group.sector == .transport ? 1 : 0
            let allowed = offers.indices.filter {
                !windows[$0].isEmpty && offers[$0].allows(placeOf: group)
                    && offers[$0].allows(workOf: group)
            }
            let signature = [Int32(sector)] + allowed.map { Int32($0) }
            if let position = known[signature] {
                classOfGroup.append(position)
                continue
            }
            known[signature] = Int32(funds.count)
            classOfGroup.append(Int32(funds.count))
            funds.append(allowed.map { Int32($0) })
            sectors.append(sector)
        }
        self.wave = wave
        self.offers = offers
        self.windows = windows
        self.prices = prices
        self.classOfGroup = classOfGroup
        sectorOfClass = sectors
        classOfPerson = wave.people.map { classOfGroup[Int($0)] }
        var sizes = [Int](repeating: 0, count: funds.count)
        for position in classOfPerson { sizes[Int(position)] += 1 }
        sizeOfClass = sizes
        fundsOfClass = zip(funds, sectors).map { funds, sector in
            FundingGrid.inOrder(funds, offers, windows) { fund in
                windows[fund].reduce(0) {
                    $0 + prices[(fund * 2 + sector) * wave.months + $1]
                } / Int64(windows[fund].count)
            }
        }
    }

    /// Rupiah for one month (counted from 0) of a person of `position`, paid by `fund`.
    func price(_ fund: Int, _ position: Int, _ month: Int) -> Int64 {
        prices[(fund * 2 + sectorOfClass[position]) * months + month]
    }

    /// Rupiah for all months of the fund's window.
    func packagePrice(_ fund: Int, _ position: Int) -> Int64 {
        windows[fund].reduce(0) { $0 + price(fund, position, $1) }
    }

    private static func prices(
        _ wave: FundingWave, _ offers: [FundOffer], _ law: Law, _ income: Rupiah
    ) throws(Problem) -> [Int64] {
        var tariffs: [MonthlyTariff] = []
        for month in 0..<wave.months {
            tariffs.append(try law.contributions(in: wave.start + month))
        }
        return offers.flatMap { offer in
            [Occupation.Sector.other, .transport].flatMap { sector in
                tariffs.map {
                    $0.breakdown(
                        for: ContributionClass(
                            sector: sector, fund: offer.source, declaredIncome: income)
                    ).total.amount
                }
            }
        }
    }

    /// Packages first, because nothing else can be done with their money; then the cheaper fund,
    /// then the one that lasts longer, so that people need not be handed over.
    private static func inOrder(
        _ funds: [Int32], _ offers: [FundOffer], _ windows: [Range<Int>],
        price: (Int) -> Int64
    ) -> [Int32] {
        let keys = funds.map { fund in
            let fund = Int(fund)
            return (
                offers[fund].givesPackages ? 0 : 1, price(fund), -windows[fund].count, Int32(fund)
            )
        }
        return keys.sorted { $0 < $1 }.map { $0.3 }
    }
}
