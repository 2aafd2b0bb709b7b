import ArgumentParser
import Civic
import Office

/// Which lists are judged, on which day and with which places and money: the same for every command
/// that processes lists.
struct RequestOptions: ParsableArguments {
    @Argument(help: "Folder with the agencies' lists.")
    var folder: String

    @Option(help: "Day on which people are judged (2025-11-05); today without it.")
    var asOf: String?

    @Option(help: "Number of places; the region's quota without it.")
    var quota: Int?

    @Option(help: "Money at hand, in rupiah; the region's budget without it.")
    var budget: Int64?

    @Option(help: "Months to pay for.")
    var months: Int?

    @Option(help: "First month to pay for (2026-01).")
    var start: String?

    func request() throws(Problem) -> ProcessRequest {
        var request = ProcessRequest(
            folder: folder, asOf: try OptionText.day(asOf, "--as-of") ?? .todayInJakarta())
        request.quota = try OptionText.atLeast(0, quota, "--quota")
        request.budget = try OptionText.atLeast(0, budget, "--budget").map(Rupiah.init)
        request.months = try OptionText.atLeast(1, months, "--months")
        request.start = try OptionText.month(start, "--start")
        return request
    }
}
