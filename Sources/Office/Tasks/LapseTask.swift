import Civic
import Programme
import Store

/// Members of whom a month is unpaid, with the earliest day on which a payment may still leave.
struct LapseTask: TaskProvider {
    let action = Action.guardCover

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(.lapse, try await desk.store.waitingRisks(in: try viewer.scope(for: action)))
    }
}

/// Funds whose promises end within the months of which the city wants to be warned, as at the end of
/// a budget year: whoever lacks a month then.
struct GapTask: TaskProvider {
    let action = Action.guardCover

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        let months = desk.region.contributions.guarding.warningMonths
        return TaskItem(.gap, try await desk.store.waitingGaps(until: today.month + months))
    }
}
