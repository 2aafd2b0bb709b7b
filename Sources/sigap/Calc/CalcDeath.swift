import ArgumentParser
import Civic
import Jamsostek
import Office

/// `sigap calc benefit death`.
struct CalcDeath: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "death",
        abstract: "What the heirs receive.",
        discussion: """
            note confirm_with_bpjs: the month of death is unpaid, only the insurer can promise \
            payment. Without cover items are empty and note says why.

            Example: sigap calc benefit death --cause natural --income 1000000 \
            --paid 2025-11,2025-12,2026-01 --on 2026-01-31 --children sd,pt
            """)

    @Option(help: "natural or accident (at work).")
    var cause: String?

    @Option(help: "Declared income, rupiah a month; the lowest band without it.")
    var income: String?

    @Option(help: "Paid months, 2025-11,2025-12; \"\" for none.")
    var paid: String?

    @Option(help: "Day of death, 2026-01-31; today without it.")
    var on: String?

    @Option(
        help:
            "Children by school level: belum, tk, sd, smp, sma, pt; sd:2015-04-30 adds a birth date."
    )
    var children: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let question = try DeathQuestion(
            cause: cause, income: income, paid: paid, on: on, children: children,
            today: .todayInJakarta())
        try data.folder().law().answer(question).show()
    }
}
