import ArgumentParser
import Civic
import Office
import Store
import StoreSQLite

/// `sigap account`.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "People who may sign in.",
        discussion: "Example: sigap account list --store data/sigap.db",
        subcommands: [AccountAddCommand.self, AccountListCommand.self])
}

/// `sigap account add`.
struct AccountAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Let somebody sign in.",
        discussion: """
            The password is read from standard input. The server must be stopped meanwhile.

            Example: sigap account add --store data/sigap.db --login yuni --name Yuni \\
                --role village-operator --area 32.75.01.1001 < password.txt
            """)

    @OptionGroup var account: AccountOptions

    @Option(help: "The store, a SQLite file.")
    var store: String

    @Option(help: "Key file of the store; <store>.key without it.")
    var key: String?

    func run() async throws {
        let new = try account.newAccount()
        let city = try await StoreOpening.open(store, key: key)
        try await city.createAccount(new, by: Act(actor: "sigap", at: .now()))
    }
}

/// `sigap account list`.
struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everybody who may sign in, a line each.",
        discussion: "Example: sigap account list --store data/sigap.db")

    @Option(help: "The store, a SQLite file; a server may be running on it.")
    var store: String

    @Option(help: "Key file of the store; <store>.key without it.")
    var key: String?

    func run() async throws {
        let city = try await StoreOpening.open(store, key: key, access: .read)
        for account in try await city.accounts() {
            let reach = account.areas.map(\.description).joined(separator: ",")
            Terminal.say(
                [
                    account.login, account.name, account.role, account.agency ?? "-",
                    reach.isEmpty ? "-" : reach, account.disabledAt == nil ? "on" : "off",
                ]
                .joined(separator: "\t"))
        }
    }
}

/// Who an account is for; the password comes on standard input, so that no list of processes shows
/// it.
struct AccountOptions: ParsableArguments {
    @Option(help: "What is typed to sign in, without blanks.")
    var login = "admin"

    @Option(help: "Name of the person; the login without it.")
    var name: String?

    @Option(help: "manager, verifier, village-operator, auditor or administrator.")
    var role = "manager"

    @Option(help: "Agency whose lists the account may see; all without it.")
    var agency: String?

    @Option(help: "District or village the account may see (32.75.01.1001); may be repeated.")
    var area: [String] = []

    private static let passwordMin = 12

    func newAccount() throws(Problem) -> NewAccount {
        guard Role(rawValue: role) != nil else { throw unknownRole() }
        var areas: [PlaceCode] = []
        for text in area {
            guard let place = PlaceCode(text) else { throw unknownArea(text) }
            areas.append(place)
        }
        let password = Text.trimmed(readLine() ?? "")
        guard password.count >= AccountOptions.passwordMin else { throw shortPassword() }
        return NewAccount(
            login: login, name: name ?? login, role: role, agency: agency, areas: areas,
            password: password)
    }

    private func unknownRole() -> Problem {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        return Problem(
            .usage, "role-unknown",
            Phrase("Peran \"\(role)\" tidak ada.", en: "There is no role \"\(role)\"."),
            do: Phrase("Pilih: \(known).", en: "Choose one of: \(known)."))
    }

    private func unknownArea(_ text: String) -> Problem {
        Problem(
            .usage, "area-unknown",
            Phrase("\"\(text)\" bukan kode wilayah.", en: "\"\(text)\" is no place code."),
            do: Phrase("Contoh: --area 32.75.01.1001", en: "Example: --area 32.75.01.1001"))
    }

    private func shortPassword() -> Problem {
        Problem(
            .usage, "password-short",
            Phrase(
                "Kata sandi kurang dari \(AccountOptions.passwordMin) huruf.",
                en: "The password has fewer than \(AccountOptions.passwordMin) characters."),
            do: Phrase("Berikan lewat masukan standar.", en: "Give it on standard input."))
    }
}
