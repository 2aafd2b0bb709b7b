import ArgumentParser
import Civic
import Office
import Synth

/// `sigap synth`.
struct SynthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth",
        abstract: "Lists of an invented city with realistic mistakes, and the truth about them.",
        discussion: """
            Writes nine agencies' lists to the folder, and to its folder truth: links.csv \
            (which row is whom), persons.csv, hard-pairs.csv (twins, namesakes, borrowed \
            numbers) and eligible.csv. The same arguments give the same bytes.

            Example: sigap synth --people 30000 --seed 7 --out lists/
            """)

    @Option(help: "Number of people, up to 10,000,000.")
    var people: Int

    @Option(help: "Any number; another one gives another city.")
    var seed: UInt64

    @Option(help: "Folder for the lists; it appears when everything is done.")
    var out: String

    @Option(help: "0 for clean lists, 1 for ordinary mistakes, 2 for twice as many.")
    var dirt = 1.0

    @Option(help: "Day on which the lists were made (2025-11-05).")
    var asOf: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try data.folder()
        let region = try data.regionPack()
        let tables = try SynthData(places: region.places, occupations: region.occupations) {
            name throws(Problem) in try folder.table(name)
        }
        let day = try OptionText.day(asOf, "--as-of") ?? tables.asOf
        let bar = ProgressBar(Terminal.language)
        defer { bar.finish() }
        try SyntheticCity.write(
            people: people, seed: seed, dirt: dirt, asOf: day, data: tables, to: out
        ) { bar.show(.write, $0) }
    }
}
