package import Civic

extension Desk {
    /// Every kind of task, in order of the page.
    private static let providers: [any TaskProvider] = [
        ClaimTask(), ClaimStepTask(), LapseTask(), GapTask(), VerifyTask(), FieldTask(),
        AnswerTask(), ConflictTask(), LateTask(), PairTask(), CorrectionTask(), ChangeTask(),
        InsurerTask(), RefundTask(),
    ]

    /// What waits for the viewer; kinds of which nothing waits are left out.
    package func tasks(for viewer: Viewer, on today: Day) async throws(Problem) -> [TaskItem] {
        var tasks: [TaskItem] = []
        for provider in Desk.providers where viewer.may(provider.action) {
            let task = try await provider.task(for: viewer, at: self, on: today)
            if task.count > 0 { tasks.append(task) }
        }
        return tasks
    }
}
