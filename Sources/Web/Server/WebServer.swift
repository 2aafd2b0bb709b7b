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
        let inUse =
            "\(error)".contains("Address already in use") || "\(error)".contains("errno: 98")
        return Problem(
            .service, inUse ? "port-in-use" : "server-failed",
            inUse
                ? Phrase(
                    "Port \(options.port) sudah dipakai program lain.",
                    en: "Port \(options.port) is used by another program.")
                : Phrase("Server tidak dapat berjalan.", en: "The server cannot run."),
            do: inUse
                ? Phrase(
                    "Pilih port lain, misalnya --port \(options.port + 1).",
                    en: "Choose another port, such as --port \(options.port + 1).")
                : Phrase("Periksa alamat dan hak akses.", en: "Check address and permissions."))
    }
}
