import Civic
import Jamsostek
import Programme
import Testing

struct WaveForecastTests {
    private static let budget = Rupiah(2_000_000_000)

    private static func year(_ share: WavePlan.Share) -> WavePlan {
        WavePlan(start: month("2026-01"), months: 12, shares: [share])
    }

    /// Worked example: Rp2,000,000,000 for the first 11,666 people.
    @Test func `two billion rupiah end before the year`() throws {
        let forecast = try nationalLaw.forecast(
            Self.year(WavePlan.Share(.apbd, transport: 2_000, other: 9_666, budget: Self.budget)))
        #expect(forecast.total == Rupiah(2_351_865_600))
        #expect(forecast.monthly == [Rupiah](repeating: Rupiah(195_988_800), count: 12))
        let share = try #require(forecast.shares.first)
        #expect(share.monthsAffordable == 102)
        #expect(share.peopleAffordable == 9_920)
        #expect(share.shortfall == Rupiah(351_865_600))
        #expect(forecast.endsIn == month("2026-11"))
    }

    /// PP 50/2025: drivers at half the price all year, others from April on.
    @Test func `each month has the price of its sector and source`() throws {
        let forecast = try nationalLaw.forecast(
            WavePlan(
                start: month("2026-03"), months: 2,
                shares: [
                    WavePlan.Share(.csr, transport: 10, other: 100),
                    WavePlan.Share(.apbd, transport: 1, other: 1, budget: Rupiah(67_200)),
                ]))
        #expect(forecast.shares[0].monthly == [Rupiah(1_764_000), Rupiah(924_000)])
        #expect(forecast.shares[1].monthly == [Rupiah(33_600), Rupiah(33_600)])
        #expect(forecast.monthly == [Rupiah(1_797_600), Rupiah(957_600)])
        #expect(forecast.shares[0].budget == nil && forecast.shares[0].shortfall == nil)
        #expect(forecast.shares[0].monthsAffordable == nil && forecast.shares[0].endsIn == nil)
        #expect(forecast.shares[1].shortfall == .zero && forecast.endsIn == nil)
        #expect(
            nationalLaw.citations(of: forecast.rules).contains { $0.id == "pp-50-2025" })
    }

    /// Worked example: the suggestion of the planning screen.
    @Test func `drivers who move to donors close the gap`() throws {
        let plan = Self.year(
            WavePlan.Share(.apbd, transport: 4_000, other: 7_666, budget: Self.budget))
        let moves = try nationalLaw.suggestMoves(plan)
        let move = try #require(moves.first)
        #expect(moves.count == 1)
        #expect(move.from == .apbd && move.to == [.csr, .psr] && move.sector == .transport)
        #expect(move.people == 1_746 && move.months == 12)
        #expect(move.saving == Rupiah(175_996_800))
        #expect(move.relief == Rupiah(351_993_600))
        #expect(move.cheaperUntil == month("2026-12"))
        #expect(move.citations.contains { $0.id == "pp-50-2025" })
    }

    @Test func `when drivers do not suffice others follow`() throws {
        let plan = Self.year(
            WavePlan.Share(.apbd, transport: 1_000, other: 10_666, budget: Self.budget))
        let moves = try nationalLaw.suggestMoves(plan)
        #expect(moves.map(\.sector) == [.transport, .other])
        #expect(moves.map(\.people) == [1_000, 746])
        // Others are at half the price in nine months of twelve.
        #expect(moves.map(\.saving) == [Rupiah(100_800_000), Rupiah(746 * 9 * 8_400)])
    }

    @Test func `nobody moves where the law asks the same`() throws {
        let before = WavePlan(
            start: month("2025-06"), months: 6,
            shares: [WavePlan.Share(.apbd, transport: 10, other: 10, budget: .zero)])
        #expect(try nationalLaw.suggestMoves(before) == [])
        #expect(try nationalLaw.suggestMoves(Self.year(WavePlan.Share(.csr, other: 10))) == [])
        let open = try nationalLaw.suggestMoves(Self.year(WavePlan.Share(.apbd, transport: 7)))
        #expect(open.map(\.people) == [7])
    }
}
