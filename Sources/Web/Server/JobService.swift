import Office
import ServiceLifecycle

/// Stops after the web server, whose requests need the store no longer.
struct JobService: Service {
    let runner: JobRunner

    func run() async throws {
        await cancelWhenGracefulShutdown { await runner.run() }
    }
}
