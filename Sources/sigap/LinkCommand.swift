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
    var lists: [String] = []

    @Option(help: "YAML file that says what the columns mean.")
    var schema: String

    @Option(help: "Folder for the results; it appears when everything is done.")
    var out: String

    @Option(
        help: """
            File that keeps what is known. The first run makes it; later ones link only the lists \
            given against it, and a list of a known name takes the place of the earlier one.
            """)
    var known: String?

    @Option(help: "Name of a known list to take back.")
    var withdraw: [String] = []

    @OptionGroup var model: ModelOptions

    func validate() throws {
        if known == nil, !withdraw.isEmpty { throw ValidationError("--withdraw needs --known.") }
        if lists.isEmpty, withdraw.isEmpty { throw ValidationError("Give at least one list.") }
        if known != nil, model.compare != nil {
            throw ValidationError("--compare does not go with --known.")
        }
    }

    func run() async throws {
        if let known { return try await run(knowing: KnownFile(known)) }
        let run = try await LinkRun.link(
            lists, schema: try LinkSchemaFile.read(schema), model: try model.chosen(),
            earlier: try model.earlier(), today: .todayInJakarta())
        try LinkFiles(run, to: try OutputFolder(out)).write()
        report(rows: run.result.statistics.rows, people: run.result.personCount)
    }

    /// Results first, so that a state that could not be written is never ahead of them.
    private func run(knowing file: KnownFile) async throws {
        let run = try await KnownRun(
            file.exists ? try file.read() : nil, adding: lists, withdrawing: withdraw,
            schema: try LinkSchemaFile.read(schema), model: try model.chosen(),
            today: .todayInJakarta())
        try run.write(to: try OutputFolder(out))
        try file.write(run.known)
        report(
            rows: run.known.lists.filter { !$0.isWithdrawn }.reduce(0) { $0 + $1.rows.count },
            people: run.known.personCount)
    }

    private func report(rows: Int, people: Int) {
        Terminal.note(
            Phrase(
                "\(NumberText.grouped(rows)) baris, \(NumberText.grouped(people)) orang. Hasil: \(out)",
                en: "\(rows) rows, \(people) people. Results: \(out)"
            ).text(Terminal.language))
    }
}
