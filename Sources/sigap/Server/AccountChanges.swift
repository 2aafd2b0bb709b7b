import ArgumentParser
import Civic
import Office
import Store

/// `sigap account password`.
struct AccountPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Give an account a new password and end its sessions.",
        discussion: """
            The password is read from standard input. Where the store is a SQLite file, the server
            must be stopped meanwhile.

            Example: sigap account password --store data/sigap.db --login yuni < password.txt
            """)

    @OptionGroup var place: StoreOptions

    @Option(help: "Whose password it is.")
    var login: String

    func run() async throws {
        let password = try AccountPassword.read()
        let city = try await place.open()
        try await city.setPassword(
            of: login, to: password, by: Act(actor: "sigap", at: .now()))
    }
}

/// `sigap account disable`.
struct AccountDisableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Keep an account from signing in and end its sessions.",
        discussion: """
            Where the store is a SQLite file, the server must be stopped meanwhile.

            Example: sigap account disable --store data/sigap.db --login yuni
            """)

    @OptionGroup var place: StoreOptions

    @Option(help: "The account to be closed.")
    var login: String

    func run() async throws {
        let city = try await place.open()
        try await city.disableAccount(login, by: Act(actor: "sigap", at: .now()))
    }
}

/// `sigap account enable`.
struct AccountEnableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let a disabled account sign in again.",
        discussion: """
            Where the store is a SQLite file, the server must be stopped meanwhile.

            Example: sigap account enable --store data/sigap.db --login yuni
            """)

    @OptionGroup var place: StoreOptions

    @Option(help: "The account to be opened again.")
    var login: String

    func run() async throws {
        let city = try await place.open()
        try await city.enableAccount(login, by: Act(actor: "sigap", at: .now()))
    }
}
