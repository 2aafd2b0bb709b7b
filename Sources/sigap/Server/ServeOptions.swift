import ArgumentParser
import Civic
import Logging
import Office
import Store
import Web

/// How a server is run, for all commands that serve.
struct ServeOptions: ParsableArguments {
    @Option(help: "Port of the web server.")
    var port = 8080

    @Option(help: "Address to listen on; 0.0.0.0 for all of the machine's.")
    var host = "127.0.0.1"

    @Flag(help: "A proxy in front ends TLS and sets X-Forwarded-For.")
    var behindProxy = false

    /// Tells about a wrong or taken port before any other work is done.
    func requirePort() throws(Problem) {
        guard (1...65_535).contains(port) else {
            throw Problem(
                .usage, "port-range", Phrase("Port harus 1–65535.", en: "A port is 1 to 65535."),
                do: Phrase("Contoh: --port 8080", en: "Example: --port 8080"))
        }
        if PortProbe.isTaken(port, on: host) { throw WebApp.portInUse(port) }
    }

    func serve(
        _ store: CityStore, _ folder: DataFolder, isSample: Bool, samples: [SampleLogin]
    ) async throws(Problem) {
        let desk = Desk(
            store: store, region: try folder.region(store.region), law: try folder.law())
        var logger = Logger(label: "sigap") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        let app = try WebApp(
            desk: desk, data: folder, isSample: isSample,
            options: WebOptions(
                host: host, port: port, isBehindProxy: behindProxy, samples: samples),
            logger: logger)
        let address = "http://\(host):\(port)"
        let language = Terminal.language
        try await app.serve {
            Terminal.note(
                Phrase(
                    "SIGAP berjalan di \(address) (hentikan dengan Ctrl-C).",
                    en: "SIGAP runs at \(address) (stop it with Ctrl-C)."
                ).text(language))
        }
    }
}
