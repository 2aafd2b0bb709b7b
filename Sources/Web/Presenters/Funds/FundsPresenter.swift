import Civic
import Jamsostek
import Office
import Pages
import Programme
import Store

/// Turns funds into a page.
enum FundsPresenter {
    static func page(
        _ facts: CityFacts, _ balances: [FundBalance], names: FundNames, mayManage: Bool,
        typed: [String: [String]] = [:], trouble: Problem? = nil, key: String
    ) -> FundsPage {
        FundsPage(
            rows: balances.map { row(facts, $0, names) },
            choices: mayManage ? choices(facts, names) : nil, typed: typed, key: key,
            trouble: trouble)
    }

    private static func row(
        _ facts: CityFacts, _ balance: FundBalance, _ names: FundNames
    ) -> FundsPage.Row {
        let fund = balance.fund
        return FundsPage.Row(
            id: fund.id, title: fund.title, source: source(fund.source, names),
            payer: fund.payer, group: fund.workerGroup, months: fund.months,
            terms: terms(facts, fund.terms),
            money: FundMoney(
                given: balance.given, committed: balance.committed, paid: balance.paid,
                available: balance.available))
    }

    static func source(_ source: FundingSource, _ names: FundNames) -> Phrase {
        names[source.rawValue] ?? .same(source.rawValue)
    }

    private static func terms(_ facts: CityFacts, _ terms: FundTerms) -> [FundTerm] {
        var found: [FundTerm] = []
        if !terms.places.isEmpty {
            found.append(
                .places(terms.places.map { facts.name(of: PlaceCode($0)) ?? $0 }))
        }
        if !terms.occupations.isEmpty {
            found.append(
                .occupations(terms.occupations.map { facts.occupation($0)?.name ?? .same($0) }))
        }
        if let least = terms.monthsAtLeast { found.append(.atLeast(least)) }
        if let most = terms.monthsAtMost { found.append(.atMost(most)) }
        if let seats = terms.seats { found.append(.seats(seats)) }
        return found
    }

    private static func choices(_ facts: CityFacts, _ names: FundNames) -> FundsPage.Choices {
        func entries(_ level: PlaceCode.Level) -> [(code: String, name: String)] {
            facts.places(at: level).map { ($0.code.description, $0.name) }
        }
        return FundsPage.Choices(
            // A worker who pays for himself is in no fund.
            sources: names.funds.filter { $0.code != FundingSource.selfPaid.rawValue },
            districts: entries(.district), villages: entries(.village),
            occupations: facts.region.occupations.occupations
                .filter { $0.standing == .informal }.map { ($0.code, $0.name) })
    }
}
