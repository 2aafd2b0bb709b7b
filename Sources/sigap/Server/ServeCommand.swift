import ArgumentParser
import Civic
import Office
import Store

/// `sigap serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve an existing store.",
        discussion: "Example: sigap serve --store data/sigap.db --port 8080")

    @OptionGroup var place: StoreOptions

    @OptionGroup var server: ServeOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        try server.requireUsable()
        let folder = try data.folder()
        let city = try await place.open()
        try await server.serve(city, folder, isSample: false, samples: [])
    }
}
