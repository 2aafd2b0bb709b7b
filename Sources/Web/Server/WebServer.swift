package import Civic
import Hummingbird
import Logging
package import Office
import ServiceLifecycle
import Store
import UnixSignals

extension WebApp {
    /// So long requests and jobs under way may take to end once the process is told to stop.
    private static let endingMax = Duration.seconds(30)

    /// Serves and does jobs until the process is told to stop (SIGTERM, SIGINT). Then, one after the
    /// other: `/siap` refuses, requests under way are finished, jobs are given back, and the store is
    /// closed.
    ///
    /// - Parameters:
    ///   - handlers: the jobs that this node can do.
    ///   - node: name of this node, which no other has.
    ///   - ready: called once the port is open.
    /// - Throws: `port-in-use` and the like, of kind service.
    package func serve(
        handlers: [any JobHandler], node: String, ready: @escaping @Sendable () -> Void
    ) async throws(Problem) {
        let application = Application(
            router: router(),
            configuration: .init(
                address: .hostname(options.host, port: options.port), serverName: nil),
            onServerRunning: { _ in ready() }, logger: logger)
        let jobs = JobRunner(
            desk.store, handlers, node: node, report: JobLog(logger: logger).note)
        var configuration = ServiceGroupConfiguration(
            services: [
                JobService(runner: jobs), application,
                Withdrawal(readiness: readiness, pause: options.withdrawal),
            ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = options.withdrawal + WebApp.endingMax
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch {
            guard readiness.isStopping else { throw cannotListen(error) }
            logger.warning("stopped before everything had ended")
        }
        try await desk.store.close()
    }

    private func cannotListen(_ error: any Error) -> Problem {
        if "\(error)".contains("Address already in use") || "\(error)".contains("errno: 98") {
            return WebApp.portInUse(options.port)
        }
        return Problem(
            .service, "server-failed",
            Phrase("Server tidak dapat berjalan.", en: "The server cannot run."),
            do: Phrase("Periksa alamat dan hak akses.", en: "Check address and permissions."))
    }

    package static func portInUse(_ port: Int) -> Problem {
        Problem(
            .service, "port-in-use",
            Phrase(
                "Port \(port) sudah dipakai program lain.",
                en: "Port \(port) is used by another program."),
            do: Phrase(
                "Pilih port lain, misalnya --port \(port + 1).",
                en: "Choose another port, such as --port \(port + 1)."))
    }
}
