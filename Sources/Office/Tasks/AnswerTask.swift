import Civic
import Programme
import Store

/// Candidates the viewer's agency is asked about.
struct AnswerTask: TaskProvider {
    let action = Action.answer

    func task(for viewer: Viewer, at desk: Desk, on today: Day) async throws(Problem) -> TaskItem {
        TaskItem(.answer, try await desk.store.waitingQuestions(try desk.ask(of: viewer)))
    }
}
