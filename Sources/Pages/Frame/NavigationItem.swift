/// The links at the head of every page, in order, at most seven in a room.
package enum NavigationItem: String, Sendable {
    case check
    case conditions
    case accident
    case heirs
    case data
    case help
    case dashboard
    case people
    case linkage
    case tasks
    case proposals
    case queue
    case confirmations
    case pairs
    case answers
    case references
    case corrections
    case changes
    case claims
    case cards
    case drivers
    case partners
    case decrees
    case contributions
    case lapses
    case insurer
    case reconciliation
    case accounts
    case waves
    case funds

    /// Those of the pages without a login.
    static let open: [NavigationItem] = [.check, .conditions, .accident, .heirs, .data, .help]

    package var address: String {
        switch self {
        case .check: Address.check
        case .conditions: Address.conditions
        case .accident: Address.accident
        case .heirs: Address.heirs
        case .data: Address.data
        case .help: Address.help
        case .dashboard: Address.dashboard
        case .people: Address.people
        case .linkage: Address.linkage
        case .tasks: Address.tasks
        case .proposals: Address.proposals
        case .queue: Address.queue
        case .confirmations: Address.confirmations
        case .pairs: Address.pairs
        case .answers: Address.answers
        case .references: Address.references
        case .corrections: Address.corrections
        case .changes: Address.changes
        case .claims: Address.claims
        case .cards: Address.cards()
        case .drivers: Address.drivers
        case .partners: Address.partners
        case .decrees: Address.decrees
        case .contributions: Address.contributions
        case .lapses: Address.lapses
        case .insurer: Address.insurerOut
        case .reconciliation: Address.reconciliations
        case .accounts: Address.accounts
        case .waves: Address.waves
        case .funds: Address.funds
        }
    }

    func text(_ say: Speech) -> String {
        switch self {
        case .check: say("nav-check")
        case .conditions: say("nav-conditions")
        case .accident: say("nav-accident")
        case .heirs: say("nav-heirs")
        case .data: say("nav-data")
        case .help: say("nav-help")
        case .dashboard: say("nav-dashboard")
        case .people: say("nav-people")
        case .linkage: say("nav-linkage")
        case .tasks: say("nav-tasks")
        case .proposals: say("nav-proposals")
        case .queue: say("nav-queue")
        case .confirmations: say("nav-confirmations")
        case .pairs: say("nav-pairs")
        case .answers: say("nav-answers")
        case .references: say("nav-references")
        case .corrections: say("nav-corrections")
        case .changes: say("nav-changes")
        case .claims: say("nav-claims")
        case .cards: say("nav-cards")
        case .drivers: say("nav-drivers")
        case .partners: say("nav-partners")
        case .decrees: say("nav-decrees")
        case .contributions: say("nav-contributions")
        case .lapses: say("nav-lapses")
        case .insurer: say("nav-insurer")
        case .reconciliation: say("nav-reconciliation")
        case .accounts: say("nav-accounts")
        case .waves: say("nav-waves")
        case .funds: say("nav-funds")
        }
    }
}
