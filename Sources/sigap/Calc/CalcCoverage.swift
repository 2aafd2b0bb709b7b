import ArgumentParser
import Civic
import Jamsostek
import Office

/// `sigap calc coverage`.
struct CalcCoverage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Whether somebody with these paid months is covered on a day.",
        discussion: """
            status is active, arrears (one to three unpaid months), lapsed or not_started; \
            last_safe_day is the last day on which a payment still saves the cover.

            Example: sigap calc coverage --paid 2025-11,2025-12 --on 2026-01-15
            """)

    @Option(help: "Paid months, 2025-11,2025-12; \"\" for none.")
    var paid: String?

    @Option(help: "The day, 2026-01-15; today without it.")
    var on: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try CoverageQuestion(paid: paid, on: on, today: .todayInJakarta())
        try data.folder().law().answer(question).show()
    }
}
