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

    @Option(help: "Login of the first account.")
    var login = "admin"

    @Option(
        help:
            "Role of the first account: manager, verifier, village-operator, auditor, administrator."
    )
    var role = "manager"

    @OptionGroup var data: DataOptions

    private static let passwordMin = 12

    func run() async throws {
        let region = try data.regionPack()
        guard Role(rawValue: role) != nil else { throw unknownRole() }
        let password = Text.trimmed(readLine() ?? "")
        guard password.count >= InitCommand.passwordMin else { throw shortPassword() }
        let city = try await StoreOpening.create(store, key: key, region: region.id)
        try await city.createAccount(
            NewAccount(login: login, name: login, role: role, password: password),
            by: Act(actor: "sigap", at: .now()))
        Terminal.note(
            Phrase(
                "Kota \(region.name) siap di \(store). Simpan salinan kunci \(key ?? store + ".key") di tempat lain.",
                en:
                    "\(region.name) is ready in \(store). Keep a copy of the key \(key ?? store + ".key") elsewhere."
            ).text(Terminal.language))
    }

    private func unknownRole() -> Problem {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        return Problem(
            .usage, "role-unknown",
            Phrase("Peran \"\(role)\" tidak ada.", en: "There is no role \"\(role)\"."),
            do: Phrase("Pilih: \(known).", en: "Choose one of: \(known)."))
    }

    private func shortPassword() -> Problem {
        Problem(
            .usage, "password-short",
            Phrase(
                "Kata sandi kurang dari 12 huruf.", en: "The password has fewer than 12 characters."
            ),
            do: Phrase("Berikan lewat masukan standar.", en: "Give it on standard input."))
    }
}
