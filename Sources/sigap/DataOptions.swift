import ArgumentParser
import Civic
import Office

/// Where tables and region packs are found.
struct DataOptions: ParsableArguments {
    @Option(help: "Folder with tables, regions and pages (found by itself beside the program).")
    var data: String?

    @Option(help: "Region pack of the city.")
    var region = "bekasi"

    func folder() throws(Problem) -> DataFolder { try DataFolder.find(data) }

    func regionPack() throws(Problem) -> Region { try folder().region(region) }
}
