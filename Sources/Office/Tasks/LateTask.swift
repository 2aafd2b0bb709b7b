import Civic
import Jamsostek
import Programme
import Store

/// Candidates who were not verified within the days after which the manager is told, which may be
/// before they are due.
struct LateTask: TaskProvider {
    let action = Action.resolveConflicts

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        let policy = desk.region.verification
        let left = max(0, policy.deadlineDays - policy.escalationDays)
        let day = desk.law.officeDay(left, workingDaysAfter: today)
        return TaskItem(
            .late,
            try await desk.store.lateCases(dueBy: day, in: try viewer.scope(for: action)))
    }
}
