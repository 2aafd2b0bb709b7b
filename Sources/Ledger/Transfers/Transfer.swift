package import Civic

/// Something to be written into the ledger, under a key that the caller chooses and never uses for
/// anything else. Asking for the same again under the same key changes nothing.
///
/// Modelled after the transfers of TigerBeetle: money is moved at once, or held first and then moved
/// or let go. What stands is never changed; a mistake is reversed by another transfer.
package struct Transfer: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        /// Moves money at once.
        case post(Movement)
        /// Holds money for a movement that is not certain yet, such as a bill that is not paid.
        case hold(Movement)
        /// Carries out the held movement `of`, wholly, or by a smaller `amount`; the rest is let go.
        case settle(of: String, amount: Rupiah? = nil)
        /// Lets go of what `of` holds.
        case void(of: String)
        /// Takes back what `of` moved, at once or by settling.
        case reverse(of: String)
    }

    /// 1 to ``keyLengthMax`` bytes, without personal data: `2026-03/apbd-2026/BKS-7K4M-92`.
    package let key: String
    package let step: Step
    /// What proves it: the number of a bill, an SP2D. No personal data.
    package let note: String?

    package static let keyLengthMax = 200

    package init(_ key: String, _ step: Step, note: String? = nil) {
        self.key = key
        self.step = step
        self.note = note
    }
}

/// An amount that goes one way inside one fund, and what for.
package struct Movement: Hashable, Sendable {
    package let fund: String
    package let flow: Flow
    /// 1 rupiah to ``amountMax``.
    package let amount: Rupiah
    package let purpose: Purpose

    /// More than ten times the yearly budget of the largest city.
    package static let amountMax = Rupiah(1_000_000_000_000_000)

    package init(
        fund: String, _ flow: Flow, _ amount: Rupiah, for purpose: Purpose = Purpose()
    ) {
        self.fund = fund
        self.flow = flow
        self.amount = amount
        self.purpose = purpose
    }
}

/// What a movement is for, as far as it can be told.
package struct Purpose: Hashable, Sendable {
    /// The month of cover.
    package let period: Month?
    /// Number of the decree.
    package let decree: String?
    /// SIGAP number of the person.
    package let person: String?

    package init(period: Month? = nil, decree: String? = nil, person: String? = nil) {
        self.period = period
        self.decree = decree
        self.person = person
    }
}

extension Transfer.Step {
    /// What is moved or held, where the step itself says it.
    package var movement: Movement? {
        switch self {
        case .post(let movement), .hold(let movement): movement
        case .settle, .void, .reverse: nil
        }
    }

    /// Key of the transfer that is settled, voided or reversed.
    package var original: String? {
        switch self {
        case .post, .hold: nil
        case .settle(let original, _), .void(let original), .reverse(let original): original
        }
    }
}
