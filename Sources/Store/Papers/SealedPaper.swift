package import Civic
import Crypto
package import Programme

/// A paper that is known by the digest of what it tells: its code is made of that, so that nothing
/// need be kept of it, and a paper of other content has another code.
package struct SealedPaper: Sendable, Hashable {
    /// Raw values go into codes.
    package enum Kind: String, CaseIterable, Sendable {
        /// The annex of an order to pay.
        case payment
        case receipt
        /// Minutes of a month that was reconciled.
        case minutes
        /// The order of a wave.
        case ranking
    }

    package let kind: Kind
    /// What contributions are for; nil for the order of a wave.
    package let month: Month?
    /// When it was paid, closed or frozen; nil before.
    package let day: Day?
    package let people: Int
    package let amount: Rupiah?
    /// SHA-256 of each list, hexadecimal.
    package let digests: [String]
    package let standing: VerifiedPaper.Standing

    /// What it is about, among papers of its kind.
    private let subject: Int

    package init(_ bill: Bill, as kind: Kind) {
        self.init(
            kind: kind, subject: bill.id, month: bill.month, day: bill.paidOn, people: bill.people,
            amount: bill.amount, digests: [bill.digest],
            standing: SealedPaper.standing(of: bill.state))
    }

    /// Nil for a month that is still open.
    package init?(_ month: Reconciliation) {
        guard let closing = month.closing else { return nil }
        self.init(
            kind: .minutes, subject: Int(month.month.number), month: month.month,
            day: .jakarta(at: closing.at),
            people: month.ourPeople, amount: month.ourAmount,
            digests: [month.ourDigest, month.theirDigest], standing: .valid)
    }

    /// The order of a wave: everybody who was a candidate.
    package init(wave: Int, digest: String, at: Instant, people: Int) {
        self.init(
            kind: .ranking, subject: wave, month: nil, day: .jakarta(at: at), people: people,
            amount: nil, digests: [digest], standing: .valid)
    }

    private init(
        kind: Kind, subject: Int, month: Month?, day: Day?, people: Int, amount: Rupiah?,
        digests: [String],
        standing: VerifiedPaper.Standing
    ) {
        self.kind = kind
        self.subject = subject
        self.month = month
        self.day = day
        self.people = people
        self.amount = amount
        self.digests = digests
        self.standing = standing
    }

    package var code: PaperCode {
        let words = ([kind.rawValue, String(subject)] + digests).joined(separator: " ")
        let bits = SHA256.hash(data: Array(words.utf8)).prefix(8).reduce(UInt64.zero) {
            $0 << 8 | UInt64($1)
        }
        return PaperCode(bits: bits)
    }

    private static func standing(of state: BillState) -> VerifiedPaper.Standing {
        switch state {
        case .draft: .pending
        case .ordered, .paid: .valid
        case .void: .withdrawn
        }
    }
}
