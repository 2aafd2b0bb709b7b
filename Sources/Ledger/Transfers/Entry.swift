package import Civic

/// A transfer as it stands in the ledger: what it changed on its two accounts.
package struct Entry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case post
        case hold
        case settle
        case void
        case reverse
    }

    package let key: String
    package let kind: Kind
    package let fund: String
    package let debit: AccountKind
    package let credit: AccountKind
    /// What was moved; zero for a hold and for what is let go.
    package let posted: Rupiah
    /// What is held from now on; below zero when it no longer is.
    package let pending: Rupiah
    /// Key of the transfer that is settled, voided or reversed.
    package let original: String?
    /// Of the original, where there is one.
    package let purpose: Purpose
    package let note: String?

    package init(
        key: String, kind: Kind, fund: String, debit: AccountKind, credit: AccountKind,
        posted: Rupiah, pending: Rupiah, original: String?, purpose: Purpose, note: String?
    ) {
        self.key = key
        self.kind = kind
        self.fund = fund
        self.debit = debit
        self.credit = credit
        self.posted = posted
        self.pending = pending
        self.original = original
        self.purpose = purpose
        self.note = note
    }

    package var debited: AccountName { AccountName(fund: fund, kind: debit) }
    package var credited: AccountName { AccountName(fund: fund, kind: credit) }

    /// Whether this is what came of `transfer`.
    func isOutcome(of transfer: Transfer) -> Bool {
        guard transfer.key == key, transfer.note == note else { return false }
        switch transfer.step {
        case .post(let movement): return kind == .post && moves(movement, posted)
        case .hold(let movement): return kind == .hold && moves(movement, pending)
        case .settle(let original, let amount):
            return kind == .settle && self.original == original && posted == amount ?? -pending
        case .void(let original): return kind == .void && self.original == original
        case .reverse(let original): return kind == .reverse && self.original == original
        }
    }

    private func moves(_ movement: Movement, _ amount: Rupiah) -> Bool {
        fund == movement.fund && debit == movement.flow.debit && credit == movement.flow.credit
            && amount == movement.amount && purpose == movement.purpose
    }
}

extension Entry {
    init(_ key: String, _ kind: Kind, _ movement: Movement, note: String?) {
        self.init(
            key: key, kind: kind, fund: movement.fund, debit: movement.flow.debit,
            credit: movement.flow.credit, posted: kind == .post ? movement.amount : .zero,
            pending: kind == .hold ? movement.amount : .zero, original: nil,
            purpose: movement.purpose, note: note)
    }

    /// What carries out this held entry by `amount` and lets go of the rest.
    func settled(_ amount: Rupiah, by transfer: Transfer) -> Entry {
        Entry(
            key: transfer.key, kind: amount == .zero ? .void : .settle, fund: fund, debit: debit,
            credit: credit, posted: amount, pending: -pending, original: key, purpose: purpose,
            note: transfer.note)
    }

    func reversed(by transfer: Transfer) -> Entry {
        Entry(
            key: transfer.key, kind: .reverse, fund: fund, debit: credit, credit: debit,
            posted: posted, pending: .zero, original: key, purpose: purpose, note: transfer.note)
    }
}

/// An entry and what became of it.
package struct StandingEntry: Hashable, Sendable {
    package let entry: Entry
    /// `settle` or `void` for a hold, `reverse` for what was moved; nil while it stands.
    package var resolution: Entry.Kind?

    package init(entry: Entry, resolution: Entry.Kind?) {
        self.entry = entry
        self.resolution = resolution
    }
}
