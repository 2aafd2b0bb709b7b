import ArgumentParser

/// `sigap calc`: the law as a calculator.
struct CalcCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calc",
        abstract: "The law as a calculator: one JSON object on standard output.",
        discussion: """
            Amounts are whole rupiah. Every answer names its sources under "rules". What the law \
            leaves open follows settings.tsv in the national data.

            Example: sigap calc contribution --income 1000000 --month 2026-02 --sector transport \
            --fund psr --programs jkk,jkm
            """,
        subcommands: [
            CalcContribution.self, CalcCoverage.self, CalcBenefit.self, CalcNIK.self,
            CalcPlan.self,
        ])
}
