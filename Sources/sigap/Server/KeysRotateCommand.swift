import ArgumentParser
import Civic
import Office
import Store

/// `sigap keys rotate`.
struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Seal everything with a new key.",
        discussion: """
            Takes the next key of the key file. A SQLite store gets one when there is none; for
            PostgreSQL sigap keys add comes first, and the file goes to every node. Whatever stops
            it, running it again goes on. The old key stays until sigap keys retire. A server must
            be stopped meanwhile where the store is a file; on PostgreSQL all nodes go on working.

            Example: sigap keys rotate --store data/sigap.db
            """)

    @OptionGroup var place: StoreOptions

    func run() async throws {
        let city = try await place.open()
        let file = try next(after: try await city.keyState())
        let people = try await city.rotateKeys(
            to: file, by: Act(actor: "sigap", at: .now())
        ) { done in
            if Terminal.isInteractive { Terminal.redraw(NumberText.grouped(done)) }
        }
        if Terminal.isInteractive { Terminal.note("") }
        Terminal.note(
            Phrase(
                "Data \(NumberText.grouped(people)) orang disegel ulang dengan kunci \(file.id).",
                en: "The data of \(people) people were sealed with key \(file.id)."
            ).text(Terminal.language))
    }

    /// The key file whose first key is to be sealed with.
    private func next(after state: KeyState) throws(Problem) -> KeyFile {
        let file = try place.keyFile()
        guard file.id == state.id, !state.isRotating else { return file }
        // Other nodes could not open what is sealed with a key that this machine alone has.
        guard !place.isPostgres else { throw unprepared() }
        let path = try place.keyPath()
        let made = try KeyFile.addKey(at: path)
        Terminal.note(
            Phrase(
                "Kunci baru \(made.id) ada di \(path). Salin berkas itu ke tempat lain.",
                en: "The new key \(made.id) is in \(path). Copy that file elsewhere."
            ).text(Terminal.language))
        return made
    }

    private func unprepared() -> Problem {
        Problem(
            .conflict, "key-not-prepared",
            Phrase(
                "Berkas kunci tidak memuat kunci berikutnya.",
                en: "The key file holds no next key."),
            do: Phrase(
                "Siapkan kunci dengan sigap keys add, salin berkas kunci ke semua server, lalu ulangi.",
                en:
                    "Make one with sigap keys add, copy the key file to every server, then repeat."
            ))
    }
}
