import Civic
import Programme
import Store

/// Candidates nobody has decided about.
struct VerifyTask: TaskProvider {
    let action = Action.verify

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(
            .verify,
            try await desk.store.waitingCases(standing: .open, in: try viewer.scope(for: action)))
    }
}
