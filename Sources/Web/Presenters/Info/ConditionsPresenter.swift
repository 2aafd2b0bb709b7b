import Civic
import Office
import Pages
import Programme
import Store

enum ConditionsPresenter {
    /// The rules in force on `day`. `settings` are of the latest run; before the first, the quota of
    /// the region holds.
    static func page(
        _ facts: CityFacts, settings: RunSettings?, on day: Day
    ) throws(Problem) -> ConditionsPage {
        let rules = facts.region.rules.filter { $0.isInForce(on: day) }
        let ages = rules.first { $0.kind == .age }?.ages ?? 0..<0
        return ConditionsPage(
            conditions: rules.compactMap { rule in
                RuleName(rawValue: rule.kind.rawValue).map {
                    ConditionsPage.Condition(rule: $0, source: rule.source)
                }
            },
            minimumAge: ages.lowerBound, ageEnd: ages.upperBound,
            occupations: facts.region.occupations.occupations.lazy
                .filter { $0.standing == .informal }.map(\.name),
            quota: try settings?.quota() ?? facts.region.quota)
    }
}
