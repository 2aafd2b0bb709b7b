package import Civic
package import Programme

/// What a wave is planned to be.
package struct NewWave: Sendable, Hashable {
    package let title: String
    /// Places in all.
    package let quota: Int
    package let months: ClosedRange<Month>
    /// Ids of the funds whose money it may use, first one first.
    package let funds: [String]

    package init(title: String, quota: Int, months: ClosedRange<Month>, funds: [String]) {
        self.title = title
        self.quota = quota
        self.months = months
        self.funds = funds
    }
}

/// People who are insured together: their number, for how long, with whose money.
package struct Wave: Sendable, Hashable {
    /// Most months of one wave.
    package static let monthsMax = 48
    package static let quotaMax = 1_000_000

    package let id: Int
    package let plan: NewWave
    package let state: WaveState
    /// Nil while it is a draft.
    package let order: FrozenOrder?
    /// When the insurer's branch was noted to agree with the prices that the plan reckons with.
    package let branchConfirmed: WaveConfirmation?
    package let version: Int
}

package struct WaveConfirmation: Sendable, Hashable {
    package let actor: String
    package let at: Instant
}

/// How the order of a wave was made, and what it must be compared with.
package struct FrozenOrder: Sendable, Hashable {
    package let seed: UInt64
    package let rule: WaveRule
    /// SHA-256 of the order's ``WaveText``, hexadecimal.
    package let digest: String
    package let actor: String
    package let at: Instant
    /// Everybody who was a candidate.
    package let eligible: Int
    package let chosen: Int

    package var waiting: Int { eligible - chosen }
}

/// Whoever can be in a wave as things stand.
package struct WaveSupply: Sendable, Hashable {
    /// People of one village who have the same decile and occupation.
    package struct Cell: Sendable, Hashable {
        /// Nil for people of whom none is known.
        package let village: PlaceCode?
        package let decile: Int?
        package let occupation: String?
        package let count: Int
    }

    package let cells: [Cell]
    /// People whom the rules let in and who have no place yet, verified or not.
    package let allowed: Int

    package var count: Int { cells.reduce(0) { $0 + $1.count } }

    /// By village.
    package var eligible: [PlaceCode?: Int] {
        cells.reduce(into: [:]) { sums, cell in sums[cell.village, default: 0] += cell.count }
    }
}
