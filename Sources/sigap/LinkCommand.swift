import ArgumentParser
import Civic
import Linkage
import Office

/// `sigap link`.
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Who is the same person in lists of any kind, by a schema of their columns.",
        discussion: """
            Writes links.csv (source, row_id, person_id), pairs.csv (pairs that came near, with their
            probability) and linkage.json (how sure pairs were, and the model).

            The schema names the columns:

                name: [given_name, surname]
                birth_date: date_of_birth
                number: identity_number
                attributes: [street, suburb, postcode]
                each_person_once: [register]

            Example: sigap link register.csv clinic.csv --schema schema.yaml --out result/
            """)

    @Argument(help: "Separated text files whose first record names the columns.")
    var lists: [String]

    @Option(help: "YAML file that says what the columns mean.")
    var schema: String

    @Option(help: "Folder for the results; it appears when everything is done.")
    var out: String

    @OptionGroup var model: ModelOptions

    func run() async throws {
        let run = try await LinkRun.link(
            lists, schema: try LinkSchemaFile.read(schema), model: try model.chosen(),
            earlier: try model.earlier(), today: .todayInJakarta())
        try LinkFiles(run, to: try OutputFolder(out)).write()
        let (rows, people) = (run.result.statistics.rows, run.result.personCount)
        Terminal.note(
            Phrase(
                "\(NumberText.grouped(rows)) baris, \(NumberText.grouped(people)) orang. Hasil: \(out)",
                en: "\(rows) rows, \(people) people. Results: \(out)"
            ).text(Terminal.language))
    }
}
