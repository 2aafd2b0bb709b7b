import ArgumentParser
import Civic
import Office
import Store

/// The store and the account that a command changes.
struct AccountChoice: ParsableArguments {
    @OptionGroup var place: StoreOptions

    @Option(help: "The account's user name.")
    var login: String

    func change(
        _ body: (CityStore, String, Act) async throws(Problem) -> Void
    ) async throws {
        try await body(try await place.open(), login, Act(actor: "sigap", at: .now()))
    }

    /// Under every command that changes accounts.
    static let note = "Where the store is a SQLite file, the server must be stopped meanwhile."
}

/// `sigap account password`.
struct AccountPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Give an account a new password and end its sessions.",
        discussion: """
            The password is read from standard input. \(AccountChoice.note)

            Example: sigap account password --store data/sigap.db --login yuni < password.txt
            """)

    @OptionGroup var account: AccountChoice

    func run() async throws {
        let password = try AccountPassword.read()
        try await account.change { city, login, act throws(Problem) in
            try await city.setPassword(of: login, to: password, by: act)
        }
    }
}

/// `sigap account disable`.
struct AccountDisableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Keep an account from signing in and end its sessions.",
        discussion: """
            \(AccountChoice.note)

            Example: sigap account disable --store data/sigap.db --login yuni
            """)

    @OptionGroup var account: AccountChoice

    func run() async throws {
        try await account.change { city, login, act throws(Problem) in
            try await city.disableAccount(login, by: act)
        }
    }
}

/// `sigap account enable`.
struct AccountEnableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let a disabled account sign in again.",
        discussion: """
            \(AccountChoice.note)

            Example: sigap account enable --store data/sigap.db --login yuni
            """)

    @OptionGroup var account: AccountChoice

    func run() async throws {
        try await account.change { city, login, act throws(Problem) in
            try await city.enableAccount(login, by: act)
        }
    }
}

/// `sigap account reset-factor`.
struct AccountResetFactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-factor",
        abstract: "Take an account's app and printed codes away and end its sessions.",
        discussion: """
            For whoever lost both. At the next sign-in a role that needs a second factor sets up a new
            one. \(AccountChoice.note)

            Example: sigap account reset-factor --store data/sigap.db --login ratna
            """)

    @OptionGroup var account: AccountChoice

    func run() async throws {
        try await account.change { city, login, act throws(Problem) in
            try await city.resetFactor(of: login, by: act)
        }
    }
}
