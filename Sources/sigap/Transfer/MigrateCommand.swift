import ArgumentParser
import Civic
import Office
import Store

/// `sigap migrate`.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring a store up to this program, after a backup.",
        discussion: """
            With --rehearse the upgrade is done on a copy, verified and thrown away; the store stays
            as it is.

            Example: sigap migrate --store data/sigap.db --rehearse
            """)

    @OptionGroup var place: StoreOptions

    @Flag(help: "Only on a copy.")
    var rehearse = false

    @Option(help: "The backup to be made before; beside the store or in this folder without it.")
    var backupTo: String?

    @Option(help: "Folder with room for a copy, for --rehearse; the system's without it.")
    var scratch: String?

    func run() async throws {
        let keyFile = try place.keyFile()
        let engine = try place.engine(rehearse ? .share : .write)
        let upgrade = CityUpgrade(engine, keyFile)
        let steps = try await upgrade.missing()
        guard !steps.isEmpty else {
            // A wrong key is told of although nothing needs one.
            _ = try await CityStore.open(engine, key: keyFile, at: .now())
            Terminal.say(
                Phrase("Tidak ada yang perlu diperbarui.", en: "Nothing is missing.")
                    .text(Terminal.language))
            return
        }
        for step in steps { Terminal.say("\(step.number)\t\(step.name)") }
        if rehearse {
            try await rehearse(upgrade)
        } else {
            try await StoreUpgrading.run(upgrade, place.store, backupTo: backupTo)
        }
        try await engine.close()
    }

    private func rehearse(_ upgrade: CityUpgrade) async throws {
        let draft = try StoreOpening.scratchDraft(like: place.store, in: scratch)
        _ = try await TransferBar.during { progress throws(Problem) in
            try await upgrade.rehearse(
                in: draft, scratch: StoreOpening.scratchFolder(scratch), at: .now(), progress)
        }
        Terminal.say(
            Phrase(
                "Percobaan berhasil. Basis data tidak diubah.",
                en: "The rehearsal succeeded. The store was not changed."
            ).text(Terminal.language))
    }
}
