import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja`: what waits for whoever signed in.
    func addTaskRoutes(to router: Router<WebContext>) {
        router.get("/kerja") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.tasks)
            let today = Day.jakarta(at: .now())
            let tasks = try await desk.tasks(for: viewer, on: today)
            return try page(
                TasksPresenter.page(tasks, further: viewer.furtherPages, on: today) {
                    desk.officeDaysLeft(until: $0, on: today)
                },
                request, visitor)
        }
    }
}
