import Civic
import Pages

enum AccessibilityPresenter {
    /// `checked` is the day on which the pages of this release were last checked.
    static func page(checked: Day) -> AccessibilityPage { AccessibilityPage(checked: checked) }
}
