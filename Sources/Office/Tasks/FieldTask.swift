import Civic
import Programme
import Store

/// Candidates of whom somebody of the neighbourhood has to find out whether they work.
struct FieldTask: TaskProvider {
    let action = Action.confirmWork

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(
            .field,
            try await desk.store.waitingCases(standing: .field, in: try viewer.scope(for: action)))
    }
}
