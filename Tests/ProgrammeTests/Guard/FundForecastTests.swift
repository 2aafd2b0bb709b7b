import Civic
import Testing

@testable import Programme

struct FundForecastTests {
    private func forecast(
        _ kept: [Int], price: Int64, available: Int64, until last: String = "2027-12"
    ) -> FundForecast {
        FundForecast(
            fund: "apbd-2026", standing: 100, kept: kept, from: month("2026-11"),
            until: month(last), price: Rupiah(price), available: Rupiah(available))
    }

    /// The promise ends with the year and no decree names January.
    @Test func theYearEndIsAGap() {
        let found = forecast([100, 100, 0, 0], price: 1_680_000, available: 0)
        #expect(found.gap == month("2027-01"))
        #expect(found.moneyLasts == nil)
        #expect(found.lines.map(\.lacking) == [0, 0, 100, 100])
    }

    @Test func freeMoneyIsCountedInWholeMonths() {
        let found = forecast([100, 100, 0, 0], price: 1_680_000, available: 3_400_000)
        #expect(found.moneyLasts == month("2027-02"))
        // Not beyond what the fund may pay for.
        let ended = forecast(
            [100, 100, 0, 0], price: 1_680_000, available: 3_400_000, until: "2026-12")
        #expect(ended.moneyLasts == nil)
        let short = forecast(
            [100, 100, 0, 0], price: 1_680_000, available: 9_999_000_000, until: "2027-03")
        #expect(short.moneyLasts == month("2027-03"))
    }

    @Test func aPartThatLacksAMonthIsAGapToo() {
        #expect(forecast([100, 99, 100], price: 1, available: 0).gap == month("2026-12"))
        #expect(forecast([100, 100, 100], price: 1, available: 0).gap == nil)
    }
}
