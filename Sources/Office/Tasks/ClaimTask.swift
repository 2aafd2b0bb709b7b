import Civic
import Programme
import Store

/// Families that somebody has to speak to.
struct ClaimTask: TaskProvider {
    let action = Action.changeMembers

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(.claim, try await desk.store.waitingClaims(in: try viewer.scope(for: action)))
    }
}

/// Claims of which the next step is late.
struct ClaimStepTask: TaskProvider {
    let action = Action.changeMembers

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(
            .claimStep,
            try await desk.store.overdueClaims(on: today, in: try viewer.scope(for: action)))
    }
}

/// Members whom the latest lists call dead or gone, for somebody to confirm.
struct ChangeTask: TaskProvider {
    let action = Action.changeMembers

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(.change, try await desk.waitingChanges(for: viewer))
    }
}
