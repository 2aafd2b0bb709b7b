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

    @Option(help: "The store, a SQLite file or postgresql://…; a server may be running on it.")
    var store: String

    @Option(help: "Key file of the store; <store>.key without it.")
    var key: String?

    func run() async throws {
        let city = try await StoreOpening.open(store, key: key, access: .read)
        let file = try StoreOpening.key(store, key: key)
        let state = try await city.keyState()
        var use = "next"
        for id in file.ids {
            if id == state.id { use = state.isRotating ? "current, unfinished" : "current" }
            Terminal.say("\(id)\t\(use)")
            if id == state.id { use = "old" }
        }
        for id in file.retiredIDs { Terminal.say("\(id)\tretired") }
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

/// `sigap keys rotate`.
struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Seal everything with a new key.",
        discussion: """
            Takes the next key of the key file, or makes one. Whatever stops it, running it again goes
            on. The old key stays until sigap keys retire. A server must be stopped meanwhile where
            the store is a file; on PostgreSQL all nodes go on working.

            Example: sigap keys rotate --store data/sigap.db
            """)

    @Option(help: "The store, a SQLite file no server runs on, or postgresql://….")
    var store: String

    @Option(help: "Key file of the store; <store>.key without it.")
    var key: String?

    func run() async throws {
        let city = try await StoreOpening.open(store, key: key)
        let state = try await city.keyState()
        var file = try StoreOpening.key(store, key: key)
        if file.id == state.id, !state.isRotating {
            file = try KeyFile.addKey(at: try StoreOpening.keyPath(store, key))
        }
        let people = try await city.rotateKeys(
            to: file, by: Act(actor: "sigap", at: .now())
        ) { done in
            if Terminal.isInteractive { Terminal.redraw(NumberText.grouped(done)) }
        }
        if Terminal.isInteractive { Terminal.note("") }
        Terminal.note(
            Phrase(
                "Data \(NumberText.grouped(people)) orang disegel ulang dengan kunci \(file.id). Salin berkas kunci ke tempat penyimpanannya.",
                en:
                    "The data of \(people) people were sealed with key \(file.id). Copy the key file to where copies are kept."
            ).text(Terminal.language))
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

    @Option(help: "The store, a SQLite file no server runs on, or postgresql://….")
    var store: String

    @Option(help: "Key file of the store; <store>.key without it.")
    var key: String?

    func run() async throws {
        let city = try await StoreOpening.open(store, key: key)
        let gone = try await city.retireKeys(
            at: try StoreOpening.keyPath(store, key), by: Act(actor: "sigap", at: .now()))
        Terminal.note(
            Phrase(
                gone.isEmpty
                    ? "Tidak ada kunci lama." : "Kunci dihapus: \(gone.joined(separator: ", ")).",
                en: gone.isEmpty
                    ? "There is no old key." : "Keys destroyed: \(gone.joined(separator: ", "))."
            ).text(Terminal.language))
    }
}
