import ArgumentParser
import Civic
import Office
import Store

/// `sigap serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve an existing store.",
        discussion: "Example: sigap serve --store data/sigap.db --port 8080")

    @Option(help: "The store, a SQLite file.")
    var store: String

    @Option(help: "Key file of the store; <store>.key without it.")
    var key: String?

    @OptionGroup var server: ServeOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        try server.requirePort()
        let folder = try data.folder()
        let city = try await StoreOpening.open(store, key: key)
        try await server.serve(city, folder, isSample: false, samples: [])
    }
}

/// `sigap init`.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "An empty city from a region pack.",
        discussion: """
            Makes the store, its key, and a first account whose password is read from standard input.

            Example: echo "$PASSWORD" | sigap init --region bekasi --store data/sigap.db --login ratna
            """)

    @Option(help: "The store to be made, a SQLite file.")
    var store: String

    @Option(help: "Key file to be made; <store>.key without it.")
    var key: String?

    @OptionGroup var account: AccountOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let region = try data.regionPack()
        let first = try account.newAccount()
        let city = try await StoreOpening.create(store, key: key, region: region.id)
        try await city.createAccount(first, by: Act(actor: "sigap", at: .now()))
        Terminal.note(
            Phrase(
                "Kota \(region.name) siap di \(store). Simpan salinan kunci \(key ?? store + ".key") di tempat lain.",
                en:
                    "\(region.name) is ready in \(store). Keep a copy of the key \(key ?? store + ".key") elsewhere."
            ).text(Terminal.language))
    }
}
