package import Civic
package import Ledger

/// What the verification of a ledger found.
package struct LedgerCheck: Sendable, Hashable {
    package enum Fault: Sendable, Hashable {
        /// The set with this number, or one of its transfers, is not what was written.
        case altered(set: Int)
        /// The journal tells of this set, but it is gone.
        case missing(set: Int)
        /// The journal tells nothing of this set: it was not written by the program.
        case foreign(set: Int)
        /// What the account holds is not what its transfers come to, or the account is gone.
        case differs(AccountName)
    }

    package let accounts: Int
    package let sets: Int
    package let transfers: Int
    /// The first fault: sets in order of their numbers, then accounts in order of their names. Nil
    /// when all is sound. Then debits equal credits in every fund, because every transfer counts on
    /// both sides alike and every balance is the sum of its transfers.
    package let fault: Fault?
}

extension LedgerCheck.Fault {
    /// What is wrong, by the numbers of sets and the names of accounts only.
    package var phrase: Phrase {
        switch self {
        case .altered(let set):
            Phrase("himpunan \(set) diubah.", en: "set \(set) was altered.")
        case .missing(let set):
            Phrase("himpunan \(set) hilang.", en: "set \(set) is missing.")
        case .foreign(let set):
            Phrase(
                "himpunan \(set) tidak ada dalam catatan peristiwa.",
                en: "set \(set) is not in the journal.")
        case .differs(let account):
            Phrase(
                "saldo rekening \(account) berbeda dari mutasinya.",
                en: "account \(account) differs from its transfers.")
        }
    }
}
