package import Civic

/// Puts what the city stands for in a month beside what the insurer lists for it. Both sides are
/// sorted by number and walked once, so that every person falls on exactly one pile.
package enum Reconciling {
    /// - Parameters:
    ///   - ours: everybody whom a decree names for the month, refused ones included; each once.
    ///   - theirs: the rows of the insurer's list; a person may stand there more than once.
    /// - Returns: a line for each person, members by number, then strangers.
    package static func run(ours: [OurMonth], theirs: [TheirMonth]) -> Reconciled {
        let ours = ours.sorted { $0.number < $1.number }
        let named = theirs.compactMap { row in row.number.map { (number: $0, row: row) } }
            .enumerated().sorted {
                // Of rows about one person the first read comes first.
                ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
            }.map(\.element)
        var lines: [ReconciledLine] = []
        lines.reserveCapacity(ours.count)
        var next = 0
        func take(_ number: String) -> (row: TheirMonth, isTwice: Bool) {
            let first = named[next].row
            var count = 0
            while next < named.count, named[next].number == number {
                (next, count) = (next + 1, count + 1)
            }
            return (first, count > 1)
        }
        for month in ours {
            while next < named.count, named[next].number < month.number {
                let number = named[next].number
                let (row, isTwice) = take(number)
                lines.append(.theirs(row, isTwice))
            }
            guard next < named.count, named[next].number == month.number else {
                lines.append(.alone(month))
                continue
            }
            let (row, isTwice) = take(month.number)
            lines.append(.both(month, row, isTwice))
        }
        while next < named.count {
            let (row, isTwice) = take(named[next].number)
            lines.append(.theirs(row, isTwice))
        }
        lines += strangers(theirs)
        return Reconciled(lines: lines)
    }

    private static func strangers(_ theirs: [TheirMonth]) -> [ReconciledLine] {
        var counts: [Int: Int] = [:]
        var firsts: [(id: Int, row: TheirMonth)] = []
        for row in theirs {
            guard let id = row.stranger else { continue }
            if counts[id, default: 0] == 0 { firsts.append((id, row)) }
            counts[id, default: 0] += 1
        }
        return firsts.sorted { $0.id < $1.id }.map {
            .theirs($0.row, counts[$0.id, default: 0] > 1)
        }
    }
}

/// A month of cover as the city has it.
package struct OurMonth: Sendable, Hashable {
    package let number: String
    package let state: MemberState
    package let participant: String?
    package let activeFrom: Day?
    /// Code of the reason of a refusal.
    package let cause: String?
    package let amount: Rupiah
    /// A row of the insurer contradicts what is known of the member.
    package let isDisputed: Bool

    package init(
        number: String, state: MemberState, participant: String?, activeFrom: Day?,
        cause: String?, amount: Rupiah, isDisputed: Bool
    ) {
        self.number = number
        self.state = state
        self.participant = participant
        self.activeFrom = activeFrom
        self.cause = cause
        self.amount = amount
        self.isDisputed = isDisputed
    }
}

/// A row of the insurer's list: of a member, by number, or of a stranger.
package struct TheirMonth: Sendable, Hashable {
    package let number: String?
    package let stranger: Int?
    package let participant: String?
    package let day: Day?
    package let amount: Rupiah?
    package let isNamedOtherwise: Bool
    /// The member's state, where a decree named the person once but not for this month.
    package let state: MemberState?

    package init(
        number: String?, stranger: Int?, participant: String?, day: Day?, amount: Rupiah?,
        isNamedOtherwise: Bool, state: MemberState? = nil
    ) {
        self.number = number
        self.stranger = stranger
        self.participant = participant
        self.day = day
        self.amount = amount
        self.isNamedOtherwise = isNamedOtherwise
        self.state = state
    }
}
