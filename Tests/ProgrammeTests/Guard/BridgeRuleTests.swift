import Civic
import Testing

@testable import Programme

struct BridgeRuleTests {
    private static let village = PlaceCode("32.75.01.1001")
    private static let time = month("2026-01")...month("2026-06")

    private func obstacle(
        _ terms: FundTerms, _ months: [String], others: Int = 0, seated: [Month: Int] = [:],
        occupation: String? = "online_ojek"
    ) -> BridgeRule.Obstacle? {
        var rule = BridgeRule(terms: terms, time: Self.time, seated: seated)
        return rule.admit(
            village: Self.village, occupation: occupation, months: months.map { month($0) },
            others: others)
    }

    @Test func whatTheGiverLaidDownHolds() {
        #expect(obstacle(FundTerms(), ["2026-01"]) == nil)
        #expect(obstacle(FundTerms(), []) == .nothingPromised)
        #expect(obstacle(FundTerms(), ["2026-06", "2026-07"]) == .months)
        #expect(obstacle(FundTerms(occupations: ["vendor"]), ["2026-01"]) == .terms)
        #expect(obstacle(FundTerms(places: ["32.75.02"]), ["2026-01"]) == .terms)
        #expect(obstacle(FundTerms(places: ["32.75.01"]), ["2026-01"]) == nil)
        #expect(obstacle(FundTerms(monthsAtLeast: 2), ["2026-01"]) == .tooFew)
        #expect(obstacle(FundTerms(monthsAtLeast: 2), ["2026-01"], others: 1) == nil)
        #expect(obstacle(FundTerms(monthsAtMost: 2), ["2026-01"], others: 2) == .tooMany)
    }

    @Test func seatsFillUp() {
        let january = month("2026-01")
        var rule = BridgeRule(terms: FundTerms(seats: 2), time: Self.time, seated: [january: 1])
        func admit() -> BridgeRule.Obstacle? {
            rule.admit(village: nil, occupation: nil, months: [january], others: 0)
        }
        #expect(admit() == nil)
        #expect(admit() == .seats)
    }
}
