package import Civic
package import Store

/// Something that waits for the viewer.
package struct TaskItem: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case verify
        case field
        case answer
        case conflict
        case late
        case pair
        case correction
        case claim
        case change
        /// Cover that lapses unless it is paid.
        case lapse
        /// Promises that end.
        case gap
    }

    package let kind: Kind
    package let count: Int
    /// When the oldest came in.
    package let oldest: Day?
    /// The earliest day by which one should be done.
    package let due: Day?

    package init(_ kind: Kind, _ waiting: Waiting) {
        self.kind = kind
        count = waiting.count
        oldest = waiting.oldest
        due = waiting.due
    }
}

/// Looks for one kind of task.
package protocol TaskProvider: Sendable {
    /// Who may not do it has no such task.
    var action: Action { get }

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem
}
