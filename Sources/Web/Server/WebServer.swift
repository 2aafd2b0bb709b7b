package import Civic
import Hummingbird
import Logging

extension WebApp {
    /// Serves until the process is told to stop; requests under way are finished first.
    ///
    /// - Parameter ready: called once the port is open.
    /// - Throws: `port-in-use` and the like, of kind service.
    package func serve(ready: @escaping @Sendable () -> Void) async throws(Problem) {
        let application = Application(
            router: router(),
            configuration: .init(
                address: .hostname(options.host, port: options.port), serverName: nil),
            onServerRunning: { _ in ready() }, logger: logger)
        do {
            try await application.runService()
        } catch {
            throw cannotListen(error)
        }
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
