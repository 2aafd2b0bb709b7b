package import Civic

/// A month of somebody's cover, with its money.
package struct PaidCover: Sendable, Hashable {
    package let month: Month
    package let state: CoverState
    /// What the bill asked for, or what is set aside for it.
    package let money: Rupiah

    package init(month: Month, state: CoverState, money: Rupiah) {
        self.month = month
        self.state = state
        self.money = money
    }
}

/// What follows from something that happens to a member: shown before it is noted, and what is done
/// then.
package struct ChangeEffect: Sendable, Hashable {
    /// The first month that is not paid any more.
    package let ended: Month
    /// The last month that is paid and stays so; nil when there is none.
    package let lastCovered: Month?
    /// Before the end, and still to be paid.
    package let owed: [PaidCover]
    /// Not paid any more; their money goes back to their fund.
    package let released: [PaidCover]
    /// From the end on, but on a bill already: to be taken off before it is paid.
    package let onBill: [PaidCover]
    /// Paid, but not owed: the insurer is asked to give the money back.
    package let refundable: [PaidCover]
    /// The month of the event is paid: cover holds until it is over, and must not be stopped.
    package let isMonthPaid: Bool
    package let claim: ClaimKind?

    package var releasedMoney: Rupiah { released.reduce(.zero) { $0 + $1.money } }
    package var refundMoney: Rupiah { refundable.reduce(.zero) { $0 + $1.money } }

    /// The effect of a change of this kind on `day`.
    package init(_ kind: ChangeKind, on day: Day, months: [PaidCover]) {
        let event = day.month
        let states = Dictionary(months.map { ($0.month, $0.state) }) { first, _ in first }
        ended = ChangeEffect.end(kind, event, states)
        let end = ended
        isMonthPaid = states[event] == .paid
        claim = kind.claim
        let sorted = months.sorted { $0.month < $1.month }
        let later = sorted.filter { $0.month >= end }
        owed = sorted.filter { month in
            month.month < end && (month.state == .promised || month.state == .billed)
        }
        released = later.filter { $0.state == .promised }
        onBill = later.filter { $0.state == .billed }
        let isRefunded = kind.paidMonths == .refund
        refundable = isRefunded ? later.filter { $0.state == .paid } : []
        lastCovered =
            sorted.last { month in
                month.state == .paid && (month.month < end || !isRefunded)
            }?.month
    }

    /// Months that are paid ahead and stay so are not ended.
    private static func end(
        _ kind: ChangeKind, _ event: Month, _ states: [Month: CoverState]
    ) -> Month {
        var end =
            switch kind.stops {
            case .sameMonth: event
            case .nextMonth: event + 1
            case .unpaidMonth:
                states[event] == .paid || states[event] == .billed ? event + 1 : event
            }
        while kind.paidMonths == .keep, states[end] == .paid { end = end + 1 }
        return end
    }
}
