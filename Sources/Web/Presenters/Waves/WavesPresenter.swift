import Civic
import Jamsostek
import Office
import Pages
import Programme
import Store

/// Turns waves into pages.
enum WavesPresenter {
    static func head(_ wave: Wave, trying plan: NewWave? = nil) -> WaveHead {
        let plan = plan ?? wave.plan
        return WaveHead(
            id: wave.id, title: plan.title, state: wave.state, quota: plan.quota,
            months: plan.months)
    }

    static func row(_ wave: Wave) -> WavesPage.Row {
        WavesPage.Row(
            head: head(wave), chosen: wave.order?.chosen, waiting: wave.order?.waiting)
    }

    /// The form as it was typed, else as the plan is.
    static func fields(
        _ plan: NewWave, _ funds: [FundBalance], typed: [String: String]? = nil
    ) -> WaveFields {
        var fields = WaveFields(
            title: plan.title, quota: "\(plan.quota)", first: plan.months.lowerBound.iso,
            months: "\(plan.months.upperBound - plan.months.lowerBound + 1)", funds: plan.funds,
            choices: funds.map { ($0.fund.id, $0.fund.title) })
        guard let typed else { return fields }
        fields.title = typed["nama"] ?? ""
        fields.quota = typed["kuota"] ?? ""
        fields.first = typed["mulai"] ?? ""
        fields.months = typed["lama"] ?? ""
        fields.funds = WaveForms.funds(typed)
        return fields
    }

    static func page(
        _ facts: CityFacts, _ wave: Wave, _ outlook: WaveOutlook, _ funds: [FundBalance],
        powers: WavePage.Powers?, trouble: Problem? = nil
    ) -> WavePage {
        WavePage(
            head: head(wave, trying: outlook.plan), isTried: outlook.plan != wave.plan,
            plan: outlook.reckoned,
            purses: outlook.purses.map { purse in
                WavePage.Purse(title: title(purse.fund, funds), money: purse.money)
            },
            shift: outlook.shift.map { shift(facts, $0) },
            confirmed: wave.branchConfirmed.map {
                WavePage.Confirmation(login: $0.actor, at: JournalWords.moment($0.at))
            },
            eligible: outlook.eligible, unverified: outlook.unverified, powers: powers,
            trouble: trouble)
    }

    static func title(_ fund: String, _ funds: [FundBalance]) -> String {
        funds.first { $0.fund.id == fund }?.fund.title ?? fund
    }

    private static func shift(_ facts: CityFacts, _ shift: WaveShift) -> WavePage.Shift {
        let ids = Set(facts.law.citations(of: shift.rules).map(\.id))
        return WavePage.Shift(
            people: shift.people, saving: shift.saving, needed: shift.needed, until: shift.until,
            rules: facts.law.register.entries.filter { ids.contains($0.citation.id) }
                .map { ($0.citation.title, $0.locator) })
    }
}
