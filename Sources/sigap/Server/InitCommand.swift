import ArgumentParser
import Civic
import Office
import Store

/// `sigap init`.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "An empty city from a region pack.",
        discussion: """
            Makes the store, its key, and a first account whose password is read from standard input.
            Nothing that exists is overwritten. A city in PostgreSQL takes the key file that is there.

            Example: echo "$PASSWORD" | sigap init --region bekasi --store data/sigap.db --login ratna
            """)

    @OptionGroup var place: StoreOptions

    @OptionGroup var account: AccountOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let region = try data.regionPack()
        let first = try account.newAccount(try data.folder().access())
        let city = try await StoreOpening.create(
            place.store, key: place.key, region: region.id)
        let act = Act(actor: "sigap", at: .now())
        try await city.setSecondFactorRule(.required, by: act)
        try await city.createAccount(first, by: act)
        let (store, key) = (place.shownName, try place.keyPath())
        Terminal.note(
            Phrase(
                "Kota \(region.name) siap di \(store). Simpan salinan kunci \(key) di tempat lain.",
                en: "\(region.name) is ready in \(store). Keep a copy of the key \(key) elsewhere."
            ).text(Terminal.language))
    }
}
