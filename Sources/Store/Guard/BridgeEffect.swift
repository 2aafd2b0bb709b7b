package import Civic
import Jamsostek
package import Programme

/// What taking over months from other funds would do, or has done.
package struct BridgeEffect: Sendable, Hashable {
    package struct Person: Sendable, Hashable {
        package let number: String
        package let name: String
        package let months: [Month]
    }

    package let fund: String
    package let people: [Person]
    package let months: Int
    /// What the new fund pays.
    package let cost: Rupiah
    /// What is free again in each of the other funds.
    package let released: [String: Rupiah]
    /// How many cannot be taken over, by reason.
    package let refused: [BridgeRule.Obstacle: Int]
    /// What the new fund lacks; zero when it has enough.
    package let lacking: Rupiah
}

/// A wish to have months paid by another fund.
package struct BridgeWish: Sendable, Hashable {
    package let numbers: [String]
    package let months: ClosedRange<Month>
    package let fund: String

    package init(numbers: [String], months: ClosedRange<Month>, fund: String) {
        self.numbers = numbers
        self.months = months
        self.fund = fund
    }
}

extension CityStore {
    /// The most people of one bridge.
    package static let bridgePeopleMax = 5000

    /// What `wish` would do; `pricing` has each of its months.
    package func bridgeEffect(
        _ wish: BridgeWish, _ pricing: [Month: ContributionPricing]
    ) async throws(Problem) -> BridgeEffect {
        try await engine.read { reader throws(Problem) in
            try BridgePlan(wish: wish, pricing: pricing, reader: reader).effect()
        }
    }

    /// Has the promised months of some people paid by another fund: what is set aside for them moves
    /// with them. Whom the fund may not pay for is left as before.
    ///
    /// - Throws: `ledger-below-zero` when the fund has not enough; nothing is done then.
    package func bridge(
        _ wish: BridgeWish, _ pricing: [Month: ContributionPricing], by act: Act
    ) async throws(Problem) -> BridgeEffect? {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "fund.bridge", writer) else { return nil }
            let plan = try BridgePlan(wish: wish, pricing: pricing, reader: writer)
            try Bridging(plan: plan, act: act, journal: journal, writer: writer).run()
            return plan.effect()
        }
    }
}
