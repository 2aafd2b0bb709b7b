import ArgumentParser
import Civic
import Office
import Store

/// `sigap journal roots`.
struct JournalRootsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roots", abstract: "The signed end of each day of the journal.",
        discussion: "Example: sigap journal roots export --store data/sigap.db --to roots.jsonl",
        subcommands: [JournalSignCommand.self, JournalExportCommand.self])
}

/// `sigap journal roots sign`.
struct JournalSignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign the days that are over and were not signed yet.",
        discussion: "Example: sigap journal roots sign --store data/sigap.db")

    @OptionGroup var place: StoreOptions

    func run() async throws {
        let city = try await place.open()
        let days = try await city.signJournalRoots(
            before: .todayInJakarta(), by: Act(actor: "sigap", at: .now()))
        Terminal.note(
            Phrase("\(days) hari ditandatangani.", en: "\(days) days were signed.")
                .text(Terminal.language))
    }
}

/// `sigap journal roots export`.
struct JournalExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all signed roots to a file for an auditor.",
        discussion: "Example: sigap journal roots export --store data/sigap.db --to roots.jsonl")

    @OptionGroup var place: StoreOptions

    @Option(help: "File to be written; one that exists is replaced.")
    var to: String

    func run() async throws {
        let city = try await place.open(.read)
        let file = try await city.journalRoots()
        try LocalFile.replace(to, with: file.text)
        Terminal.note(
            Phrase(
                "\(file.roots.count) akar ditulis ke \(to).",
                en: "\(file.roots.count) roots were written to \(to)."
            ).text(Terminal.language))
    }
}

/// `sigap journal check-roots`.
struct JournalCheckRootsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-roots",
        abstract: "Check signed roots, and whether a journal still is what was signed.",
        discussion: """
            Needs no key file. Prints the public keys, which must be those that the city gave to
            its auditor.

            Example: sigap journal check-roots roots.jsonl --store data/sigap.db
            """)

    @Argument(help: "A file of sigap journal roots export.")
    var file: String

    @Option(help: "The store to compare with, a SQLite file or postgresql://…")
    var store: String?

    func run() async throws {
        let roots = try JournalRootFile(try LocalFile.text(file))
        if let forged = roots.forged {
            throw Problem.journalBroken(.root(forged.day), at: file, do: .keepEvidence)
        }
        if let store {
            let check = try await roots.check(try StoreOpening.engine(store, access: .read))
            if let fault = check.fault {
                throw Problem.journalBroken(
                    fault, at: StoreOpening.shownName(store), do: .stopAndRestore)
            }
        }
        for line in roots.publicKeyLines { Terminal.say(line) }
        Terminal.say(
            Phrase(
                "\(roots.roots.count) akar bertanda tangan, semua cocok.",
                en: "\(roots.roots.count) signed roots, all fit."
            ).text(Terminal.language))
    }
}
