import ArgumentParser
import Civic
import Office
import Store

/// `sigap keys`.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "The keys that personal data are sealed with.",
        discussion: "Example: sigap keys rotate --store data/sigap.db",
        subcommands: [
            KeysListCommand.self, KeysAddCommand.self, KeysRotateCommand.self,
            KeysRetireCommand.self,
        ])
}

/// `sigap keys list`.
struct KeysListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every key of the key file, and what it is for.",
        discussion: "Example: sigap keys list --store data/sigap.db")

    @OptionGroup var place: StoreOptions

    func run() async throws {
        let city = try await place.open(.read)
        let file = try place.keyFile()
        let state = try await city.keyState()
        var use = Phrase("berikutnya", en: "next")
        for id in file.ids {
            if id == state.id {
                use =
                    state.isRotating
                    ? Phrase("dipakai, belum selesai", en: "current, unfinished")
                    : Phrase("dipakai", en: "current")
            }
            say(id, use)
            if id == state.id { use = Phrase("lama", en: "old") }
        }
        for id in file.retiredIDs { say(id, Phrase("dihapus", en: "retired")) }
    }

    private func say(_ id: String, _ use: Phrase) {
        Terminal.say("\(id)\t\(use.text(Terminal.language))")
    }
}

/// `sigap keys add`.
struct KeysAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put a new key into the key file, for the next rotation.",
        discussion: """
            Where several nodes serve one store: copy the file to all of them, then rotate.

            Example: sigap keys add --key /etc/sigap/sigap.key
            """)

    @Option(help: "The key file.")
    var key: String

    func run() async throws {
        Terminal.say(try KeyFile.addKey(at: key).id)
    }
}

/// `sigap keys retire`.
struct KeysRetireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Destroy old keys, once nothing is sealed with them.",
        discussion: """
            Backups from before the rotation cannot be read afterwards, unless a copy of the key file
            is kept with them in mind.

            Example: sigap keys retire --store data/sigap.db
            """)

    @OptionGroup var place: StoreOptions

    func run() async throws {
        let city = try await place.open()
        let gone = try await city.retireKeys(
            at: try place.keyPath(), by: Act(actor: "sigap", at: .now()))
        Terminal.note(
            Phrase(
                gone.isEmpty
                    ? "Tidak ada kunci lama." : "Kunci dihapus: \(gone.joined(separator: ", ")).",
                en: gone.isEmpty
                    ? "There is no old key." : "Keys destroyed: \(gone.joined(separator: ", "))."
            ).text(Terminal.language))
    }
}
