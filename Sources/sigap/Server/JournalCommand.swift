import ArgumentParser
import Civic
import Store
import StoreSQLite

/// `sigap journal`.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "The record of everything that was done.",
        discussion: "Example: sigap journal verify --store data/sigap.db",
        subcommands: [JournalVerifyCommand.self])
}

/// `sigap journal verify`.
struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Name the first event that was altered, removed or moved.",
        discussion: "Example: sigap journal verify --store data/sigap.db")

    @Option(help: "The store, a SQLite file; a server may be running on it.")
    var store: String

    @Option(help: "Key file of the store; <store>.key without it.")
    var key: String?

    func run() async throws {
        let city = try await StoreOpening.open(store, key: key, access: .read)
        let check = try await city.verifyJournal()
        guard let fault = check.fault else {
            let count = NumberText.grouped(check.sound)
            Terminal.say(
                Phrase("\(count) peristiwa, semua utuh.", en: "\(check.sound) events, all sound.")
                    .text(Terminal.language))
            return
        }
        throw broken(fault)
    }

    private func broken(_ fault: JournalCheck.Fault) -> Problem {
        Problem(
            .service, "journal-broken", words(fault), at: Spot(file: store),
            do: Phrase(
                "Hentikan server, simpan berkas ini sebagai bukti, dan pulihkan cadangan terakhir.",
                en: "Stop the server, keep this file as evidence, and restore the last backup."))
    }

    private func words(_ fault: JournalCheck.Fault) -> Phrase {
        switch fault {
        case .altered(let id):
            Phrase("Peristiwa \(id) diubah.", en: "Event \(id) was altered.")
        case .missing(let id):
            Phrase("Peristiwa \(id) hilang.", en: "Event \(id) is missing.")
        case .moved(let id, let from):
            Phrase(
                "Peristiwa \(id) semula peristiwa \(from).", en: "Event \(id) was event \(from).")
        case .rewritten:
            Phrase(
                "Akhir catatan dipotong atau ditulis ulang.",
                en: "The end of the journal was cut off or written anew.")
        }
    }
}
