import ArgumentParser
import Jamsostek
import Office

/// `sigap calc contribution`.
struct CalcContribution: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contribution",
        abstract: "What one month of cover costs.",
        discussion: """
            Example: sigap calc contribution --income 1000000 --month 2026-02 --sector transport \
            --fund psr --programs jkk,jkm
            """)

    @Option(help: "Declared income, rupiah a month; the lowest band without it.")
    var income: String?

    @Option(help: "The covered month, 2026-02.")
    var month: String?

    @Option(help: "transport or other.")
    var sector: String?

    @Option(help: "Who pays: apbd, apbn, csr, psr or self.")
    var fund: String?

    @Option(help: "jkk,jkm or jkk,jkm,jht.")
    var programs: String = "jkk,jkm"

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try ContributionQuestion(
            income: income, month: month, sector: sector, fund: fund, programs: programs)
        try data.folder().law().answer(question).show()
    }
}
