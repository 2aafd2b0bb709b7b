/// Who pays a month of cover. Raw values are those of the command line and of all files.
package enum FundingSource: String, CaseIterable, Sendable {
    /// The budget of a city, regency or province.
    case apbd
    /// The budget of the state.
    case apbn
    /// A company.
    case csr
    /// Civil servants, out of their own pockets.
    case psr
    /// The worker.
    case selfPaid = "self"
}

/// Several funds at once.
package struct FundingSet: Hashable, Sendable {
    private var bits: UInt8 = 0

    package init(_ funds: some Sequence<FundingSource> = []) {
        for fund in funds { insert(fund) }
    }

    package func contains(_ fund: FundingSource) -> Bool { bits & FundingSet.bit(fund) != 0 }

    package mutating func insert(_ fund: FundingSource) { bits |= FundingSet.bit(fund) }

    private static func bit(_ fund: FundingSource) -> UInt8 {
        switch fund {
        case .apbd: 1
        case .apbn: 2
        case .csr: 4
        case .psr: 8
        case .selfPaid: 16
        }
    }
}
