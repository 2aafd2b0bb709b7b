import ArgumentParser
import Civic
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

    @Option(help: "Address or network (10.20.0.0/16) that may read /metrik; may be repeated.")
    var metricsFrom: [String] = []

    @Option(help: "Seconds in which /siap refuses before a stop, so that a balancer notices.")
    var withdrawal = 0

    @Option(help: "Form of the log on standard error: text (warnings) or json (requests as well).")
    var log = LogForm.text

    @Option(help: "Folder for a verified backup every night; none without it.")
    var backupFolder: String?

    @Option(help: "How many of these backups are kept.")
    var backupKeep = 14

    /// Tells about wrong options and a taken port before any other work is done.
    func requireUsable() throws(Problem) {
        guard (1...65_535).contains(port) else {
            throw Problem(
                .usage, "port-range", Phrase("Port harus 1–65535.", en: "A port is 1 to 65535."),
                do: Phrase("Contoh: --port 8080", en: "Example: --port 8080"))
        }
        guard (0...600).contains(withdrawal) else {
            throw Problem(
                .usage, "withdrawal-range",
                Phrase("--withdrawal harus 0–600 detik.", en: "--withdrawal is 0 to 600 seconds."),
                do: Phrase("Contoh: --withdrawal 5", en: "Example: --withdrawal 5"))
        }
        guard backupKeep >= 1 else {
            throw Problem(
                .usage, "backup-keep-range",
                Phrase("--backup-keep paling sedikit 1.", en: "--backup-keep is 1 or more."),
                do: Phrase("Contoh: --backup-keep 14", en: "Example: --backup-keep 14"))
        }
        _ = try AddressList(loopbackAnd: metricsFrom)
        if PortProbe.isTaken(port, on: host) { throw WebApp.portInUse(port) }
    }

    func serve(
        _ store: CityStore, _ folder: DataFolder, isSample: Bool, samples: [SampleLogin]
    ) async throws(Problem) {
        let desk = Desk(
            store: store, region: try folder.region(store.region), law: try folder.law(),
            access: try folder.access())
        let app = try WebApp(
            desk: desk, data: folder, isSample: isSample,
            options: WebOptions(
                host: host, port: port, isBehindProxy: behindProxy,
                metricsFrom: try AddressList(loopbackAnd: metricsFrom),
                withdrawal: .seconds(withdrawal), samples: samples),
            logger: log.logger())
        let address = "http://\(host):\(port)"
        let (language, log) = (Terminal.language, log)
        try await app.serve(handlers: handlers(desk), node: NodeName.new()) {
            // Whoever collects JSON is told by a line of the log.
            guard log == .text else { return }
            Terminal.note(
                Phrase(
                    "SIGAP berjalan di \(address) (hentikan dengan Ctrl-C).",
                    en: "SIGAP runs at \(address) (stop it with Ctrl-C)."
                ).text(language))
        }
    }

    private func handlers(_ desk: Desk) -> [any JobHandler] {
        var handlers: [any JobHandler] =
            SweepJob.all + [JournalRootJob(), DriverSweepJob(desk.region.partners)]
            + [GuardJob(law: desk.law, policy: desk.region.contributions.guarding)]
            + ProposalJob.all(desk.region, desk.law)
        if let job = InsurerServiceJob(desk.region) { handlers.append(job) }
        if let backupFolder {
            handlers.append(
                BackupJob(folder: backupFolder, keep: backupKeep) { path throws(Problem) in
                    try await desk.store.backUp(to: path, by: Act(actor: "sigap", at: .now()))
                })
        }
        return handlers
    }
}
