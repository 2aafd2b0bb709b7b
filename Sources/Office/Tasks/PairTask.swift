import Civic
import Programme
import Store

/// Two entries that may be one person.
struct PairTask: TaskProvider {
    let action = Action.decideLinks

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(
            .pair, try await desk.store.waitingPairs(in: try viewer.scope(for: action)))
    }
}
