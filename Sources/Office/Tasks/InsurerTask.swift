import Civic
import Jamsostek
import Programme
import Store

/// Files that the insurer has not answered within the working days of the city's agreement with it.
struct InsurerTask: TaskProvider {
    let action = Action.exchangeInsurer

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        let files = try await desk.store.unansweredInsurerFiles()
        let late = files.filter { desk.insurerAnswerDue($0) < today }
        return TaskItem(
            .insurer,
            Waiting(
                count: late.count,
                oldest: late.map { Day.jakarta(at: $0.handover?.at ?? $0.at) }.min(),
                due: late.map { desk.insurerAnswerDue($0) }.min()))
    }
}
