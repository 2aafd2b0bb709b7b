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
            store. What is written to the first store afterwards is not in the second, so that no
            server may run on it: a SQLite file is held meanwhile, and PostgreSQL is refused while a
            node was seen within a minute. Both stores have the same key.

            Example: sigap copy --from data/sigap.db --to 'postgresql://sigap@db/sigap?schema=bekasi'
            """)

    @Option(help: StoreOptions.storeHelp)
    var from: String

    @Option(help: "The store to be made, a SQLite file or postgresql://…")
    var to: String

    @Option(help: StoreOptions.keyHelp)
    var key: String?

    @Option(help: "Folder with room for all rows meanwhile, encrypted; the system's without it.")
    var scratch: String?

    func run() async throws {
        let keyFile = try StoreOpening.key(from, key: key)
        let engine = try StoreOpening.engine(from, access: .write)
        let copy = CityCopy(engine, keyFile, scratch: StoreOpening.scratchFolder(scratch))
        // The lock of a file tells more surely that nobody writes.
        if StoreOpening.isPostgres(from) { try await copy.refuseWorkingNodes(at: .now()) }
        let draft = try StoreOpening.draft(to)
        let report = try await TransferBar.during { progress throws(Problem) in
            try await copy.run(into: draft, by: Act(actor: "sigap", at: .now()), progress)
        }
        try await engine.close()
        Terminal.say(TransferText.table(report.contents))
        let rows = NumberText.grouped(report.contents.rows)
        Terminal.say(
            Phrase("Sama: \(rows) baris.", en: "Equal: \(rows) rows.").text(Terminal.language))
    }
}
