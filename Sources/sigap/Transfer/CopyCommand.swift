import ArgumentParser
import Civic
import Office
import Store

/// `sigap copy`.
struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Carry a city to another store, of either kind, and prove that it is equal.",
        discussion: """
            Prints every table with its rows and the hash of its contents, as read back from the new
            store. What is written to the first store meanwhile is not in the second: stop the
            servers before. Both stores have the same key.

            Example: sigap copy --from data/sigap.db --to 'postgresql://sigap@db/sigap?schema=bekasi'
            """)

    @Option(help: "The store, a SQLite file or postgresql://…")
    var from: String

    @Option(help: "The store to be made, a SQLite file or postgresql://…")
    var to: String

    @Option(help: "Key file of the first store; <store>.key without it.")
    var key: String?

    @Option(help: "Folder with room for all rows meanwhile, encrypted; the system's without it.")
    var scratch: String?

    func run() async throws {
        let keyFile = try StoreOpening.key(from, key: key)
        let engine = try StoreOpening.engine(from, access: .share)
        let draft = try StoreOpening.draft(to)
        let report = try await TransferBar.during { progress throws(Problem) in
            try await CityCopy(engine, keyFile, scratch: StoreOpening.scratchFolder(scratch))
                .run(into: draft, by: Act(actor: "sigap", at: .now()), progress)
        }
        try await engine.close()
        Terminal.say(TransferText.table(report.contents))
        let rows = NumberText.grouped(report.contents.rows)
        Terminal.say(
            Phrase("Sama: \(rows) baris.", en: "Equal: \(rows) rows.").text(Terminal.language))
    }
}
