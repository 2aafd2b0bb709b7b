import ArgumentParser
import Civic
import Store

/// `sigap journal`.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "The record of everything that was done.",
        discussion: "Example: sigap journal verify --store data/sigap.db",
        subcommands: [
            JournalVerifyCommand.self, JournalRootsCommand.self, JournalCheckRootsCommand.self,
        ])
}

/// `sigap journal verify`.
struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Name the first event that was altered, removed or moved.",
        discussion: """
            Compares the journal with the signed roots of its days as well.

            Example: sigap journal verify --store data/sigap.db
            """)

    @OptionGroup var place: StoreOptions

    func run() async throws {
        let city = try await place.open(.read)
        let check = try await city.verifyJournal()
        if let fault = check.fault {
            throw Problem.journalBroken(fault, at: place.shownName, do: .stopAndRestore)
        }
        let count = NumberText.grouped(check.sound)
        Terminal.say(
            Phrase(
                "\(count) peristiwa, \(check.roots) akar bertanda tangan, semua utuh.",
                en: "\(check.sound) events, \(check.roots) signed roots, all sound."
            ).text(Terminal.language))
    }
}
