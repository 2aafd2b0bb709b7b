package import Civic

/// `/aksesibilitas`: what was done so that everybody can use the site, and whom to tell when it
/// fails.
package struct AccessibilityPage: Page {
    package static let template = "accessibility"
    package static let room = Room.open

    /// When the pages were last checked.
    package let checked: Day

    package init(checked: Day) { self.checked = checked }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("accessibility-title")),
            "checkedText": .text(say("accessibility-checked", ["tanggal": say.day(checked)])),
        ]
    }
}
