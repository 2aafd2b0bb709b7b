import ArgumentParser
import Civic
import Office
import Store

/// `sigap import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Process a folder of agency lists and keep the results in a store.",
        discussion: "Example: sigap import lists/ --store data/sigap.db --as-of 2025-11-05")

    @Argument(help: "Folder with the agencies' lists.")
    var folder: String

    @Option(help: "The store, a SQLite file made by sigap init.")
    var store: String

    @Option(help: "Key file of the store; <store>.key without it.")
    var key: String?

    @Option(help: "Day on which people are judged (2025-11-05); today without it.")
    var asOf: String?

    @Option(help: "Number of places; the region's quota without it.")
    var quota: Int?

    @Option(help: "Money at hand, in rupiah; the region's budget without it.")
    var budget: Int64?

    @OptionGroup var data: DataOptions

    func run() async throws {
        var request = ProcessRequest(
            folder: folder, asOf: try OptionText.day(asOf, "--as-of") ?? .todayInJakarta())
        request.quota = try OptionText.atLeast(0, quota, "--quota")
        request.budget = try OptionText.atLeast(0, budget, "--budget").map(Rupiah.init)
        let dataFolder = try data.folder()
        let city = try await StoreOpening.open(store, key: key)
        try await StoreFilling.process(request, into: city, dataFolder)
    }
}

/// Processing lists straight into a store.
enum StoreFilling {
    static func process(
        _ request: ProcessRequest, into city: CityStore, _ folder: DataFolder
    ) async throws {
        let processor = Processor(
            data: folder, region: try folder.region(city.region), law: try folder.law())
        let bar = ProgressBar(Terminal.language)
        do {
            let run = try await processor.run(request) { bar.show($0, $1) }
            bar.show(.write, 0)
            let results = RunImport(run)
            try await city.importRun(
                try results.importRun(),
                by: Act(actor: "sigap", at: .now(), key: results.requestKey))
            bar.show(.write, 1)
            bar.finish()
        } catch {
            bar.finish()
            throw error
        }
    }
}
