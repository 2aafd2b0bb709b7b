import ArgumentParser
import Civic
import Office
import Store

/// `sigap backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write everything to one encrypted file, and verify it.",
        discussion: """
            The server may go on running. The file opens with the store's key only: keep a copy of
            the key elsewhere. The rows, the size and the SHA-256 of the file are printed.

            Example: sigap backup --store data/sigap.db --to /backup/sigap-2025-11-05.backup
            """)

    @OptionGroup var place: StoreOptions

    @Option(help: "The file to be made; never one that exists.")
    var to: String

    func run() async throws {
        let keyFile = try place.keyFile()
        let engine = try place.engine(.share)
        let report = try await TransferBar.during { progress throws(Problem) in
            try await CityBackup(engine, keyFile)
                .write(to: to, by: Act(actor: "sigap", at: .now()), progress)
        }
        try await engine.close()
        let rows = NumberText.grouped(report.contents.rows)
        Terminal.say(
            Phrase(
                "\(to): \(rows) baris, \(TransferText.size(report)), sha256 \(report.digest)",
                en: "\(to): \(rows) rows, \(TransferText.size(report)), sha256 \(report.digest)"
            ).text(Terminal.language))
    }
}
