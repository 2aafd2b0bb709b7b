import ArgumentParser
import Civic
import Office
import Store

/// `sigap restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a store from a backup, or try whether one could.",
        discussion: """
            Verifies the whole file first, never overwrites a store, and lets the new one appear
            only once it was read back and its journal verified. With --test everything is done in a
            temporary place, and nothing stays.

            Example: sigap restore --from /backup/sigap.backup --to data/sigap.db --key sigap.key
            Example: sigap restore --test /backup/sigap.backup --key sigap.key
            """)

    @Option(help: "The backup.")
    var from: String?

    @Option(help: "The store to be made, a SQLite file or postgresql://…")
    var to: String?

    @Option(help: "Only try this backup.")
    var test: String?

    @Option(help: StoreOptions.keyHelp)
    var key: String?

    @Option(help: "Folder with room for a temporary store; the system's without it.")
    var scratch: String?

    func run() async throws {
        switch (test, from, to) {
        case (let test?, nil, nil): try await rehearse(test)
        case (nil, let from?, let to?): try await restore(from, to)
        default:
            throw wrongOptions(
                Phrase(
                    "Sebutkan --from dan --to, atau --test saja.",
                    en: "Name --from and --to, or --test alone."))
        }
    }

    private func wrongOptions(_ what: Phrase) -> Problem {
        Problem(
            .usage, "restore-options", what,
            do: Phrase("Lihat sigap restore --help.", en: "See sigap restore --help."))
    }

    private func restore(_ from: String, _ to: String) async throws {
        let keyFile = try StoreOpening.key(to, key: key)
        let draft = try StoreOpening.draft(to)
        let report = try await TransferBar.during { progress throws(Problem) in
            try await CityRestore(from, keyFile)
                .run(into: draft, by: Act(actor: "sigap", at: .now()), progress)
        }
        tell(
            report, Phrase("Dipulihkan dan sama dengan cadangan", en: "Restored, equal to backup"))
    }

    private func rehearse(_ backup: String) async throws {
        guard let key else {
            throw wrongOptions(Phrase("--test memerlukan --key.", en: "--test needs --key."))
        }
        let keyFile = try KeyFile.load(from: key)
        let draft = try StoreOpening.scratchDraft(like: nil, in: scratch)
        let report = try await TransferBar.during { progress throws(Problem) in
            try await CityRestore(backup, keyFile).rehearse(in: draft, at: .now(), progress)
        }
        tell(report, Phrase("Cadangan dapat dipulihkan", en: "The backup can be restored"))
    }

    private func tell(_ report: BackupReport, _ what: Phrase) {
        Terminal.say(TransferText.table(report.contents))
        let (rows, events) = (
            NumberText.grouped(report.contents.rows), NumberText.grouped(report.events)
        )
        Terminal.say(
            Phrase(
                "\(what.indonesian): \(rows) baris, \(events) peristiwa.",
                en: "\(what.english): \(rows) rows, \(events) events."
            ).text(Terminal.language))
    }
}
