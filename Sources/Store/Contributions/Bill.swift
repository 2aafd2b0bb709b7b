package import Civic
package import Programme

/// What one fund pays the insurer for one month, or a part of it: whoever comes late to a month
/// stands on a further bill.
package struct Bill: Sendable, Hashable {
    package let id: Int
    package let month: Month
    package let fund: String
    /// From 1 for each month and fund.
    package let turn: Int
    package let people: Int
    package let amount: Rupiah
    package let state: BillState
    /// The insurer's code by which its bill is paid.
    package let billingCode: String?
    /// What the insurer asks for; nil before the bills were compared.
    package let billedPeople: Int?
    package let billedAmount: Rupiah?
    /// SPM.
    package let orderNumber: String?
    package let orderedBy: String?
    /// SP2D; may follow the payment.
    package let disbursement: String?
    package let paidOn: Day?
    package let paidBy: String?
    package let proofName: String?
    /// SHA-256 of the proof.
    package let proofDigest: String?
    /// Of the held payment.
    package let ledgerKey: String?
    /// SHA-256 of who stands on it at which amount.
    package let digest: String
    package let voidReason: String?
    package let version: Int
    /// How many differences from the insurer's bill there are, and how many nobody explained.
    package let differences: Int
    package let unexplained: Int

    /// Whether an order may be made out.
    package var isExplained: Bool { billedAmount != nil && unexplained == 0 }
}

/// A bill's people of one price.
package struct BillRate: Sendable, Hashable {
    package let price: Rupiah
    package let people: Int
}

/// One difference from the insurer's bill.
package struct BillDifference: Sendable, Hashable {
    /// From 1 within the bill.
    package let place: Int
    package let kind: BillDifferenceKind
    /// SIGAP number; nil for whoever the insurer alone knows, and for a difference of sums.
    package let number: String?
    /// As our register, or the insurer's bill, has it.
    package let name: String?
    package let village: PlaceCode?
    /// Line of the insurer's file.
    package let line: Int?
    package let ours: Rupiah
    package let theirs: Rupiah
    package let explanation: String?
    package let explainedBy: String?
}

/// Somebody on a bill.
package struct BillPerson: Sendable, Hashable {
    package let number: String
    package let name: String
    package let participant: String?
    package let village: PlaceCode?
    package let decree: DecreeLineName?
    package let amount: Rupiah
    package let state: CoverState
}

/// A fund whose money is not enough for its bill.
package struct FundShortage: Sendable, Hashable {
    package let fund: String
    package let people: Int
    /// What a bill would ask for beyond what was set aside and what is free.
    package let lacking: Rupiah
}

/// What came of a monthly run.
package struct BillRunOutcome: Sendable, Hashable {
    /// Ids of new bills, in order of their funds.
    package let bills: [Int]
    package let shortages: [FundShortage]
}
