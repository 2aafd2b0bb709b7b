import ArgumentParser
import Civic
import Office
import Store

/// `sigap erase`.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a person: everything that tells who it is, from the store and its files.",
        discussion: """
            Without --number a NIK is read from standard input, so that no list of processes shows it.
            Decisions stay under the SIGAP number. sigap restore erases again by itself whoever was
            erased since the backup; --reapply does so by hand, as after a list of erasures was
            brought from another node.

            Example: sigap erase --store data/sigap.db --number BKS-7K4M-92
            Example: sigap erase --store data/sigap.db < nik.txt
            """)

    @OptionGroup var place: StoreOptions

    @Option(help: "SIGAP number of the person.")
    var number: String?

    @Flag(help: "Erase again everybody on the list beside the key file.")
    var reapply = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        guard !reapply || number == nil else { throw eitherOr() }
        let city = try await place.open()
        let list = ErasureList(besideKey: try place.keyPath())
        let act = Act(actor: "sigap", at: .now())
        let numbers =
            reapply
            ? try await city.reapplyErasures(list, by: act)
            : try await city.erase(try request(in: city), noting: list, by: act)
        for number in numbers { Terminal.say(number) }
    }

    private func request(in city: CityStore) throws(Problem) -> ErasureRequest {
        guard let number else {
            let typed = Terminal.secret(Phrase("NIK orang yang dihapus: ", en: "NIK to erase: "))
            guard let nik = NIK(typed) else { throw unreadable() }
            return .nik(nik)
        }
        let prefix = try data.folder().region(city.region).personNumberPrefix
        guard let known = PersonNumber(typed: number, prefix: prefix) else { throw unreadable() }
        return .number(known)
    }

    private func eitherOr() -> Problem {
        Problem(
            .usage, "erase-options",
            Phrase(
                "--number dan --reapply tidak dapat dipakai bersama.",
                en: "--number and --reapply cannot be used together."),
            do: Phrase("Pilih salah satu.", en: "Choose one of them."))
    }

    private func unreadable() -> Problem {
        Problem(
            .usage, "person-form",
            Phrase("Ini bukan nomor SIGAP atau NIK.", en: "This is no SIGAP number and no NIK."),
            do: Phrase(
                "Periksa nomornya; NIK diberikan lewat masukan standar.",
                en: "Check the number; a NIK is given on standard input."))
    }
}
