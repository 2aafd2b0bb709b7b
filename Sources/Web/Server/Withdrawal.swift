import ServiceLifecycle

/// Stops first of all services: tells that no more requests are wanted, and leaves whoever sends them
/// some time to hear it.
struct Withdrawal: Service {
    let readiness: Readiness
    let pause: Duration

    func run() async throws {
        do {
            try await gracefulShutdown()
            readiness.stop()
            try await Task.sleep(for: pause)
        } catch is CancellationError {
            readiness.stop()
        }
    }
}
