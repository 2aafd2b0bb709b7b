/// The pages of the exchange with the insurer, above each of them.
enum InsurerTabs: CaseIterable {
    case out, into, reconciliation

    static func view(_ current: InsurerTabs?, _ say: Speech) -> [View] {
        allCases.map { tab in
            [
                "tabHref": .text(tab.address), "tabName": .text(tab.name(say)),
                "isCurrent": .flag(tab == current),
            ]
        }
    }

    private var address: String {
        switch self {
        case .out: Address.insurerOut
        case .into: Address.insurerIn
        case .reconciliation: Address.reconciliations
        }
    }

    private func name(_ say: Speech) -> String {
        switch self {
        case .out: say("insurer-tab-out")
        case .into: say("insurer-tab-in")
        case .reconciliation: say("insurer-tab-month")
        }
    }
}
