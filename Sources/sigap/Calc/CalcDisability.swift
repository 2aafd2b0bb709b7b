import ArgumentParser
import Civic
import Jamsostek
import Office

/// `sigap calc benefit total-disability`.
struct CalcTotalDisability: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "total-disability",
        abstract: "What permanent total disability brings.",
        discussion: "Example: sigap calc benefit total-disability --income 1000000 --children sd")

    @Option(help: "Declared income, rupiah a month; the lowest band without it.")
    var income: String?

    @Option(help: "Day of the accident; today without it.")
    var on: String?

    @Option(
        help:
            "Children by school level: belum, tk, sd, smp, sma, pt; sd:2015-04-30 adds a birth date."
    )
    var children: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try TotalDisabilityQuestion(
            income: income, on: on, children: children, today: .todayInJakarta())
        try data.folder().law().answer(question).show()
    }
}

/// `sigap calc benefit partial-disability`.
struct CalcPartialDisability: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partial-disability",
        abstract: "What the loss of a part of the body, or of its function, brings.",
        discussion: """
            Example: sigap calc benefit partial-disability --income 1000000 --percent 35 \
            --function-loss 50
            """)

    @Option(help: "Declared income, rupiah a month; the lowest band without it.")
    var income: String?

    @Option(help: "Share of the disability table in per cent, 15 or 4.5.")
    var percent: String?

    @Option(help: "Per cent of the function lost, where the part is still there.")
    var functionLoss: String?

    @Option(help: "Day of the accident; today without it.")
    var on: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try PartialDisabilityQuestion(
            income: income, on: on, percent: percent, functionLoss: functionLoss,
            today: .todayInJakarta())
        try data.folder().law().answer(question).show()
    }
}
