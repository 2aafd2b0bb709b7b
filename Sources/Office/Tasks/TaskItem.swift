package import Civic
package import Programme
package import Store

/// Something that waits for the viewer.
package struct TaskItem: Sendable, Hashable {
    package let kind: TaskKind
    package let count: Int
    /// When the oldest came in.
    package let oldest: Day?
    /// The earliest day by which one should be done.
    package let due: Day?

    package init(_ kind: TaskKind, _ waiting: Waiting) {
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
