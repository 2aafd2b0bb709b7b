import Civic
import Jamsostek
import Office
import Pages
import Programme
import Store

enum LapsesPresenter {
    static func page(
        _ facts: CityFacts, _ day: GuardDay, _ risks: [GuardRisk], _ filter: GuardFilter,
        funds: [FundBalance], key: String, problem: Problem?
    ) -> LapsesPage {
        let owners = Owners(facts, day, funds)
        let lost = day.unpaid.count - 1
        let month = day.day.month
        return LapsesPage(
            day: day.day,
            counts: day.unpaid.enumerated().map { unpaid, people in
                LapsesPage.Count(unpaid: unpaid, people: people, isLapsed: unpaid == lost)
            }, notStarted: day.notStarted,
            lines: risks.map { risk in
                LapsesPage.Line(
                    number: risk.number, name: risk.name, village: facts.name(of: risk.village),
                    unpaid: risk.unpaid, isLapsed: risk.unpaid >= lost, safeDay: risk.safeDay,
                    lapsesOn: risk.lapsesOn, fund: risk.fund.map(owners.title),
                    owner: risk.fund.flatMap(owners.owner), warned: risk.warned)
            }, funds: day.funds.map { fund($0, owners) },
            filter: LapsesPage.Filter(
                unpaid: filter.unpaid, fund: filter.fund, next: next(risks, filter)),
            bridges: funds.filter { $0.fund.source == .csr || $0.fund.source == .psr }.map {
                Choice(value: $0.fund.id, name: .same($0.fund.title))
            }, months: month...Month(year: month.year, month: 12), key: key, problem: problem)
    }

    /// Names of funds, and of whoever is in charge of them.
    private struct Owners {
        private let funds: [String: Fund]
        private let named: [String: String]
        private let usual: [FundingSource: Phrase]

        init(_ facts: CityFacts, _ day: GuardDay, _ funds: [FundBalance]) {
            self.funds = Dictionary(uniqueKeysWithValues: funds.map { ($0.fund.id, $0.fund) })
            named = Dictionary(
                uniqueKeysWithValues: day.funds.compactMap { fund in
                    fund.owner.map { (fund.fund, $0) }
                })
            usual = facts.region.contributions.guarding.owners
        }

        func title(_ fund: String) -> String { funds[fund]?.title ?? fund }

        func owner(_ fund: String) -> Phrase? {
            if let name = named[fund] { return .same(name) }
            return funds[fund].flatMap { usual[$0.source] }
        }
    }

    private static func fund(_ fund: GuardFund, _ owners: Owners) -> LapsesPage.Fund {
        LapsesPage.Fund(
            id: fund.fund, title: fund.fund.isEmpty ? "–" : owners.title(fund.fund),
            owner: owners.owner(fund.fund), standing: fund.standing, gap: fund.gap,
            lacking: fund.lines.first { $0.month == fund.gap }?.lacking ?? 0,
            moneyLasts: fund.moneyLasts,
            months: fund.lines.map { (month: $0.month, people: $0.people) })
    }

    private static func next(_ risks: [GuardRisk], _ filter: GuardFilter) -> String? {
        guard risks.count == Desk.pageSize, let last = risks.last else { return nil }
        return Address.lapses(
            unpaid: filter.unpaid, fund: filter.fund,
            after: "\(last.safeDay.number)_\(last.number)")
    }

    /// The place behind which a page begins, as ``next(_:_:)`` writes it.
    static func position(_ text: String) -> GuardPosition? {
        let parts = text.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, let day = Int32(parts[0]), parts[1].utf8.count <= 40 else {
            return nil
        }
        return GuardPosition(safeDay: Day(number: day), number: String(parts[1]))
    }

    static func bridge(
        _ effect: BridgeEffect, _ months: ClosedRange<Month>, funds: [FundBalance], key: String
    ) -> BridgePage {
        let titles = Dictionary(uniqueKeysWithValues: funds.map { ($0.fund.id, $0.fund.title) })
        return BridgePage(
            fundID: effect.fund, fund: titles[effect.fund] ?? effect.fund, span: months,
            effect: BridgePage.Effect(
                people: effect.people.map {
                    (number: $0.number, name: $0.name, months: $0.months.count)
                }, months: effect.months, cost: effect.cost,
                released: effect.released.sorted { $0.key < $1.key }.map {
                    (fund: titles[$0.key] ?? $0.key, amount: $0.value)
                },
                refused: BridgeRule.Obstacle.allCases.compactMap { obstacle in
                    effect.refused[obstacle].map { (reason: refusal(obstacle), people: $0) }
                }, lacking: effect.lacking), key: key)
    }

    private static func refusal(_ obstacle: BridgeRule.Obstacle) -> BridgePage.Refusal {
        switch obstacle {
        case .nothingPromised: .nothing
        case .sameFund: .same
        case .terms: .terms
        case .months: .months
        case .tooFew: .few
        case .tooMany: .many
        case .seats: .seats
        }
    }

    static func nothingPicked() -> Problem {
        Problem(
            .input, "bridge-nothing-picked",
            Phrase("Belum ada orang yang dipilih.", en: "Nobody is chosen."),
            do: Phrase(
                "Centang nama, dan tulis bulan seperti 2026-01.",
                en: "Tick names, and write months as 2026-01."))
    }
}
