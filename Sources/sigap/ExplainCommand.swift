import ArgumentParser
import Civic
import Office

/// `sigap explain`.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a row belongs to its person, as JSON: evidence, weights and near misses.",
        discussion: """
            Rows are named as in links.csv: list, colon, position in the file.

            Example: sigap explain lists/ --row kelurahan:27 --with dukcapil:1044
            """)

    @OptionGroup var lists: RequestOptions

    @Option(help: "The row to explain.")
    var row: String

    @Option(help: "Another row to compare it with, whatever came of the two.")
    var with: String?

    @OptionGroup var model: ModelOptions

    @OptionGroup var data: DataOptions

    func run() async throws {
        guard let asked = Explanation.Row(row) else { throw ExplainCommand.misspelt(row) }
        let other = try with.map { text in
            guard let row = Explanation.Row(text) else { throw ExplainCommand.misspelt(text) }
            return row
        }
        var request = try lists.request()
        request.model = try model.chosen()
        request.keepsPairs = true
        let folder = try data.folder()
        let processor = Processor(
            region: try data.regionPack(), law: try folder.law())
        let run = try await processor.run(request) { _, _ in }
        Terminal.say(try await run.explanation(of: asked, with: other).text())
    }

    private static func misspelt(_ text: String) -> ValidationError {
        ValidationError("\"\(text)\" is no row: write list:position, such as kelurahan:27.")
    }
}
