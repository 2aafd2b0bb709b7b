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

    @OptionGroup var lists: RequestOptions

    @OptionGroup var place: StoreOptions

    @OptionGroup var data: DataOptions

    func run() async throws {
        let request = try lists.request()
        let dataFolder = try data.folder()
        let city = try await place.open()
        try await StoreFilling.process(request, into: city, dataFolder)
    }
}

/// Processing lists straight into a store.
enum StoreFilling {
    static func process(
        _ request: ProcessRequest, into city: CityStore, _ folder: DataFolder
    ) async throws {
        let (region, law) = (try folder.region(city.region), try folder.law())
        let processor = Processor(region: region, law: law)
        var request = request
        request.lists = try await SentLists.deliveries(of: city, region, asOf: request.asOf)
        request.lists += try await DriverDeliveries.all(of: city, region, asOf: request.asOf)
        // What changed since the last lists came is shown on the page about linking.
        if let last = try await city.runSettings() {
            request.earlier = LinkageDocument(text: last.linkage)?.usableModel
        }
        request.links = try await city.keptLinks()
        let bar = ProgressBar(Terminal.language)
        do {
            let run = try await processor.run(request) { bar.show($0, $1) }
            bar.show(.write, 0)
            let results = RunImport(run, law, on: .jakarta(at: .now()))
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
