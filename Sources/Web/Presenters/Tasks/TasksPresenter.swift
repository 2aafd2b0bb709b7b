import Civic
import Office
import Pages

enum TasksPresenter {
    static func page(
        _ tasks: [TaskItem], further: [String], on today: Day, daysLeft: (Day) -> Int
    ) -> TasksPage {
        TasksPage(
            tasks: tasks.map { task in
                TasksPage.Task(
                    kind: kind(task.kind), count: task.count,
                    age: task.oldest.map { max(0, today - $0) }, due: task.due,
                    daysLeft: task.due.map(daysLeft))
            }, further: further.compactMap { NavigationItem(rawValue: $0) })
    }

    private static func kind(_ kind: TaskItem.Kind) -> TasksPage.Task.Kind {
        switch kind {
        case .verify: .verify
        case .field: .field
        case .answer: .answer
        case .conflict: .conflict
        case .late: .late
        case .pair: .pair
        case .correction: .correction
        case .claim: .claim
        case .change: .change
        case .lapse: .lapse
        case .gap: .gap
        }
    }
}
