import ArgumentParser
import Jamsostek
import Office

/// `sigap calc plan`.
struct CalcPlan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "What so many people cost for so many months, and how far a budget goes.",
        discussion: """
            Every month costs what the law of that month says. monthly is the first month; \
            months_affordable, people_affordable and shortfall need a budget.

            Example: sigap calc plan --people 11666 --months 12 --start 2026-01 --fund apbd \
            --budget 2000000000
            """)

    @Option(help: "How many people.")
    var people: String?

    @Option(help: "How many months.")
    var months: String?

    @Option(help: "The first month, 2026-01.")
    var start: String?

    @Option(help: "Who pays: apbd, apbn, csr, psr or self.")
    var fund: String?

    @Option(help: "transport or other.")
    var sector: String = "other"

    @Option(help: "Declared income, rupiah a month; the lowest band without it.")
    var income: String?

    @Option(help: "The money there is, rupiah.")
    var budget: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try PlanQuestion(
            people: people, months: months, start: start, fund: fund, sector: sector,
            income: income, budget: budget)
        try data.folder().law().answer(question).show()
    }
}
