import Civic
import Programme
import Store

/// Months that were paid although cover had ended, and have not come back.
struct RefundTask: TaskProvider {
    let action = Action.payContributions

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(
            .refund,
            try await desk.store.waitingRefunds(
                desk.region.changes, in: try viewer.scope(for: action)))
    }
}
