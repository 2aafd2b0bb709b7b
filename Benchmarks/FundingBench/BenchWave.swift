import Civic
import Jamsostek
import Programme

/// An invented wave in a city of 56 kelurahan and a dozen occupations, with funds of every kind:
/// the same for the same numbers.
struct BenchWave {
    enum Kind: String {
        case open
        case mixed
        case packages
    }

    let people: Int
    let funds: Int
    let kind: Kind

    private static let months = 12
    private static let occupations = (1...12).map { "occupation-\($0)" }
    private static let villages = (1...12).flatMap { district in
        (1...(district <= 8 ? 5 : 4)).compactMap { village in
            PlaceCode("32.75.\(district < 10 ? "0" : "")\(district).100\(village)")
        }
    }

    /// In April every price of PP 50/2025 is the same for all sectors until the end of the year;
    /// from January it is not.
    private var start: Month {
        kind == .mixed ? Month(year: 2026, month: 1) : Month(year: 2025, month: 1)
    }

    func wave() -> FundingWave {
        let groups = BenchWave.villages.flatMap { village in
            BenchWave.occupations.enumerated().map { number, occupation in
                Recipient(
                    village: village, occupation: occupation,
                    sector: number < 4 ? .transport : .other)
            }
        }
        let people = (0..<people).map { place in
            Int32(SeededGenerator.mix(UInt64(place)) % UInt64(groups.count))
        }
        return FundingWave(start: start, months: BenchWave.months, groups: groups, people: people)
    }

    /// Together they hold about nine tenths of what is promised, so that somebody goes without.
    func offers() -> [FundOffer] {
        var generator = SeededGenerator(seed: 2026)
        // Three quarters of the funds have the relief in most months.
        let price: Int64 = kind == .mixed ? 10_500 : 16_800
        let each = Int64(people * BenchWave.months) * price * 9 / 10 / Int64(funds)
        return (0..<funds).map { number in offer(number, each, &generator) }
    }

    private func offer(
        _ number: Int, _ each: Int64, _ generator: inout SeededGenerator
    ) -> FundOffer {
        func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let first = draw(1...3) > 1 ? 0 : draw(0...6)
        let last = draw(1...3) > 1 ? BenchWave.months - 1 : draw(first...BenchWave.months - 1)
        var offer = FundOffer(
            id: "fund-\(number)", source: [.apbd, .csr, .csr, .psr][number % 4],
            money: Rupiah(each * Int64(draw(20...180)) / 100), period: start + first...start + last)
        if draw(1...2) == 1 {
            offer.places = Set((0..<draw(1...20)).map { _ in BenchWave.villages[draw(0...51)] })
        }
        if draw(1...2) == 1 {
            offer.occupations = Set(
                (0..<draw(1...6)).map { _ in BenchWave.occupations[draw(0...11)] })
        }
        if draw(1...4) == 1 { offer.perPersonMonths = draw(3...12) }
        if kind == .packages, number % 4 == 1 {
            offer.perPersonMonthsMin = 6
            offer.seats = draw(50...20_000)
        }
        return offer
    }
}
