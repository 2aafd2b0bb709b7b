package import Civic

/// Where a person of a month falls. Raw values are those of the store.
package enum Pile: String, CaseIterable, Sendable {
    case matched
    /// The insurer did not take the person.
    case refused
    /// At the insurer, but in no decree for this month.
    case theirsOnly = "theirs-only"
    /// In a decree, but not at the insurer.
    case oursOnly = "ours-only"
}

/// What the two sides say differently about one person. Raw values are those of the store.
package enum PileDifference: String, CaseIterable, Sendable {
    case name, amount, participant
    /// Cover began on another day.
    case start
    /// The insurer lists the person more than once.
    case twice
    /// The insurer refused the person and lists it nevertheless.
    case listed
}

/// Why a person is on a pile other than that of the matched. Raw values are those of the store.
package enum PileCause: String, CaseIterable, Sendable {
    /// The insurer was not asked yet.
    case notSent = "not-sent"
    /// It was asked and has not answered.
    case unanswered
    /// It had accepted the person.
    case notListed = "not-listed"
    /// Its answers contradict each other.
    case disputed
    /// It refused the person.
    case refused
    /// No decree knows the person.
    case stranger
    /// Nothing is paid for the person any more.
    case ended
    /// A decree names the person for other months.
    case otherMonth = "other-month"
}

/// One person of a month.
package struct ReconciledLine: Sendable, Hashable {
    package let pile: Pile
    package let number: String?
    package let stranger: Int?
    package let ourAmount: Rupiah?
    package let theirAmount: Rupiah?
    package let differences: [PileDifference]
    /// Nil for the matched.
    package let cause: PileCause?

    package init(
        pile: Pile, number: String?, stranger: Int?, ourAmount: Rupiah?, theirAmount: Rupiah?,
        differences: [PileDifference], cause: PileCause?
    ) {
        self.pile = pile
        self.number = number
        self.stranger = stranger
        self.ourAmount = ourAmount
        self.theirAmount = theirAmount
        self.differences = differences
        self.cause = cause
    }

    static func both(_ ours: OurMonth, _ theirs: TheirMonth, _ isTwice: Bool) -> ReconciledLine {
        var differences: [PileDifference] = []
        if theirs.isNamedOtherwise { differences.append(.name) }
        if let amount = theirs.amount, amount != ours.amount, ours.state != .refused {
            differences.append(.amount)
        }
        if let number = theirs.participant, let known = ours.participant, number != known {
            differences.append(.participant)
        }
        if let day = theirs.day, let known = ours.activeFrom, day != known {
            differences.append(.start)
        }
        if isTwice { differences.append(.twice) }
        let isRefused = ours.state == .refused
        if isRefused { differences.append(.listed) }
        return ReconciledLine(
            pile: isRefused ? .refused : .matched, number: ours.number, stranger: nil,
            ourAmount: ours.amount, theirAmount: theirs.amount, differences: differences,
            cause: isRefused ? .refused : nil)
    }

    static func alone(_ ours: OurMonth) -> ReconciledLine {
        let isRefused = ours.state == .refused
        return ReconciledLine(
            pile: isRefused ? .refused : .oursOnly, number: ours.number, stranger: nil,
            ourAmount: ours.amount, theirAmount: nil, differences: [],
            cause: isRefused ? .refused : PileCause(ours))
    }

    static func theirs(_ row: TheirMonth, _ isTwice: Bool) -> ReconciledLine {
        ReconciledLine(
            pile: .theirsOnly, number: row.number, stranger: row.stranger, ourAmount: nil,
            theirAmount: row.amount, differences: isTwice ? [.twice] : [],
            cause: row.number == nil
                ? .stranger : row.state.map { $0.isStanding ? .otherMonth : .ended } ?? .otherMonth)
    }
}

extension PileCause {
    /// Why the insurer does not list somebody whom a decree names.
    init(_ month: OurMonth) {
        if month.isDisputed {
            self = .disputed
        } else {
            switch month.state {
            case .determined: self = .notSent
            case .enrolled: self = .unanswered
            case .active: self = .notListed
            case .refused: self = .refused
            case .ended: self = .ended
            }
        }
    }
}

/// A month, reconciled. The piles are parts of one whole.
package struct Reconciled: Sendable, Hashable {
    package let lines: [ReconciledLine]

    package init(lines: [ReconciledLine]) { self.lines = lines }

    package func count(_ pile: Pile) -> Int { lines.count { $0.pile == pile } }

    /// Whom decrees name for the month.
    package var ourPeople: Int { lines.count { $0.pile != .theirsOnly } }

    /// Whom the insurer lists.
    package var theirPeople: Int {
        lines.count {
            [.matched, .theirsOnly].contains($0.pile) || $0.differences.contains(.listed)
        }
    }

    /// What the city stands for: without the refused, for whom it pays nothing.
    package var ourAmount: Rupiah {
        lines.reduce(.zero) { $1.pile == .refused ? $0 : $0 + ($1.ourAmount ?? .zero) }
    }

    package var theirAmount: Rupiah {
        lines.reduce(.zero) { $0 + ($1.theirAmount ?? .zero) }
    }
}
