import Civic
import Office
import Pages
import Programme
import Store

/// Turns the funding of a wave into a page.
enum WaveFundingPresenter {
    static func page(
        _ wave: Wave, _ plan: WaveFundingPlan?, _ funds: [FundBalance], mayPlan: Bool,
        key: String, trouble: Problem? = nil
    ) -> WaveFundingPage {
        WaveFundingPage(
            head: WavesPresenter.head(wave), matching: plan.map { matching($0, funds) },
            version: mayPlan && wave.state == .frozen ? wave.version : nil, key: key,
            trouble: trouble)
    }

    private static func matching(
        _ plan: WaveFundingPlan, _ funds: [FundBalance]
    ) -> WaveFundingPage.Matching {
        WaveFundingPage.Matching(
            uses: plan.uses.map { use in
                WaveFundingPage.Use(
                    title: WavesPresenter.title(use.fund, funds), people: use.people,
                    months: use.months, amount: use.amount, left: use.left)
            },
            gaps: plan.gaps.map { gap in
                WaveFundingPage.Gap(
                    reason: reason(gap.reason), months: gap.months, people: gap.people,
                    firstPlace: gap.firstPlace)
            }, covered: plan.covered, promised: plan.promised, isProven: plan.isProven,
            isKept: plan.isKept)
    }

    private static func reason(_ reason: FundMatching.Reason) -> WaveFundingPage.Reason {
        switch reason {
        case .place: .place
        case .occupation: .occupation
        case .period: .period
        case .money: .money
        }
    }
}
