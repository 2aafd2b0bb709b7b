package import Ledger

/// A transfer as it stands in the ledger of the city.
package struct LedgerLine: Sendable, Hashable {
    /// Counted from 1 in the order in which transfers were done.
    package let id: Int
    /// When it was done.
    package let at: Instant
    package let entry: Entry
    /// What became of it; nil while it stands.
    package let resolution: Entry.Kind?
}

/// Which lines to show; all without any.
package struct LedgerFilter: Sendable, Hashable {
    package let fund: String?
    /// SIGAP number.
    package let person: String?

    package init(fund: String? = nil, person: String? = nil) {
        self.fund = fund
        self.person = person
    }
}

/// What came of a set of transfers.
package struct LedgerReceipt: Sendable, Hashable {
    /// Number of the set; nil when nothing was left to do.
    package let set: Int?
    /// Transfers that were done now.
    package let done: Int
    /// Transfers that stood already.
    package let repeated: Int

    package init(set: Int?, done: Int, repeated: Int) {
        self.set = set
        self.done = done
        self.repeated = repeated
    }
}
