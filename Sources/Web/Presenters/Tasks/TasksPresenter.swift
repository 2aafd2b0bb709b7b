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
                    kind: task.kind, count: task.count,
                    age: task.oldest.map { max(0, today - $0) }, due: task.due,
                    daysLeft: task.due.map(daysLeft))
            }, further: further.compactMap { NavigationItem(rawValue: $0) })
    }
}
