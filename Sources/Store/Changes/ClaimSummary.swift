package import Civic
package import Programme

/// A claim on the insurer.
package struct ClaimSummary: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case open
        /// What it rested on was taken back.
        case withdrawn
    }

    package let id: Int
    package let number: String
    package let name: String
    package let village: PlaceCode?
    package let kind: ClaimKind
    package let day: Day
    package let change: Int?
    package let state: State
    /// By when the next step should follow.
    package let due: Day
    /// The latest; nil when nobody has spoken to the family yet.
    package let step: ClaimStep?

    /// Whether something is left to be done.
    package var isWaiting: Bool { state == .open && step?.isLast != true }
}
