import Civic
import Programme
import Store

/// Candidates about whom those who were asked disagree.
struct ConflictTask: TaskProvider {
    let action = Action.resolveConflicts

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(
            .conflict,
            try await desk.store.waitingCases(
                standing: .conflict, in: try viewer.scope(for: action)))
    }
}
