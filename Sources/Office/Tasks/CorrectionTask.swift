import Civic
import Programme
import Store

/// Data that somebody says are wrong, for the viewer's office to look at.
struct CorrectionTask: TaskProvider {
    let action = Action.answerCorrection

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(.correction, try await desk.waitingCorrections(for: viewer))
    }
}
