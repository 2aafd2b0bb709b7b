import ArgumentParser

/// `sigap calc benefit`.
struct CalcBenefit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benefit",
        abstract: "What a family or a worker receives.",
        discussion: """
            Example: sigap calc benefit death --cause natural --income 1000000 \
            --paid 2025-11,2025-12,2026-01 --on 2026-01-31 --children sd,pt
            """,
        subcommands: [
            CalcDeath.self, CalcTotalDisability.self, CalcPartialDisability.self,
            CalcTemporaryIncapacity.self, CalcTransport.self,
        ])
}
