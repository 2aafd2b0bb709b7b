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
        subcommands: [
            AccountAddCommand.self, AccountListCommand.self, AccountPasswordCommand.self,
            AccountDisableCommand.self, AccountEnableCommand.self, AccountResetFactorCommand.self,
        ])
}

/// `sigap account add`.
struct AccountAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Let somebody sign in.",
        discussion: """
            The password is read from standard input. Where the store is a SQLite file, the server
            must be stopped meanwhile.

            Example: sigap account add --store data/sigap.db --login yuni --name Yuni \\
                --role village-operator --area 32.75.01.1001 < password.txt
            """)

    @OptionGroup var account: AccountOptions

    @OptionGroup var place: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let new = try account.newAccount(try data.folder().access())
        let city = try await place.open()
        try await city.createAccount(new, by: Act(actor: "sigap", at: .now()))
    }
}

/// `sigap account list`.
struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everybody who may sign in, a line each.",
        discussion: "Example: sigap account list --store data/sigap.db")

    @OptionGroup var place: StoreOptions

    func run() async throws {
        let city = try await place.open(.read)
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
