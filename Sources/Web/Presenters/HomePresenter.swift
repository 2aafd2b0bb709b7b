import Pages
import Store

enum HomePresenter {
    /// Figures are left out before the first run, and where one of them is so small that it would
    /// tell about single people.
    static func page(figures: Figures?, settings: RunSettings?) -> HomePage {
        guard let figures, let settings else { return HomePage(figures: nil) }
        let shown = HomePage.Figures(
            asOf: settings.asOf, eligible: figures[PersonOutcome.eligible],
            selected: figures[.standing(.selected)], waiting: figures[.standing(.waiting)])
        let counts = [shown.eligible, shown.selected, shown.waiting]
        let isPublishable = SmallCells.publishable(overlapping: counts).allSatisfy { cell in
            if case .shown = cell { true } else { false }
        }
        return HomePage(figures: isPublishable ? shown : nil)
    }
}
