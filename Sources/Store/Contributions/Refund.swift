package import Civic
import Programme

/// One month of one member.
package struct CoverPlace: Sendable, Hashable {
    /// SIGAP number.
    package let number: String
    package let month: Month

    package init(number: String, month: Month) {
        self.number = number
        self.month = month
    }
}

/// How far the city is with money that the insurer owes it.
package enum RefundStanding: String, Sendable, CaseIterable {
    /// Nobody asked for it yet.
    case open
    case asked
    /// It came back as money.
    case received
    /// It was taken off a later bill.
    case credited

    package var isDone: Bool { self == .received || self == .credited }
}

/// A month that was paid although cover had ended before it.
package struct RefundDue: Sendable, Hashable {
    /// A step that was done about it.
    package struct Step: Sendable, Hashable {
        package let day: Day
        /// Number of the letter or of the proof.
        package let document: String
        package let actor: String
    }

    package let place: CoverPlace
    package let fund: String
    /// What the bill asked for.
    package let amount: Rupiah
    /// Id of the bill by which it was paid.
    package let bill: Int
    /// Id of the change that ended cover, and of its kind.
    package let change: Int
    package let kind: String
    /// The day on which that happened.
    package let day: Day
    /// When the change was noted.
    package let noted: Day
    package let standing: RefundStanding
    package let asked: Step?
    package let done: Step?
    /// Id of the bill that it was taken off.
    package let credit: Int?
}

/// A month to come back, and whose it was.
package struct RefundRow: Sendable, Hashable {
    package let due: RefundDue
    package let member: Member
}

/// How much stands so in one fund.
package struct RefundSum: Sendable, Hashable {
    package let standing: RefundStanding
    package let fund: String
    /// In months of people.
    package let sum: CoverSum
}

/// What is done about months that must come back.
package enum RefundStep: Sendable, Hashable {
    /// The insurer is asked for the money.
    case ask
    /// The money came.
    case receive
    /// The insurer took it off the bill with this id.
    case credit(bill: Int)
    /// It was asked for by mistake.
    case withdraw
}

/// About which months something is done.
package enum RefundChoice: Sendable, Hashable {
    case some([CoverPlace])
    /// All that wait for the step, of one fund or of every one, as long as they are what was shown.
    case all(fund: String?, shown: CoverSum)
}

/// One step about some months, by one document.
package struct RefundDeed: Sendable, Hashable {
    package let step: RefundStep
    package let choice: RefundChoice
    package let day: Day
    /// Number of the letter or of the proof; of a request that is withdrawn, the reason.
    package let document: String

    package init(_ step: RefundStep, _ choice: RefundChoice, on day: Day, document: String) {
        self.step = step
        self.choice = choice
        self.day = day
        self.document = document
    }
}

/// What came of a step.
package struct RefundOutcome: Sendable, Hashable {
    /// In months of people.
    package let done: CoverSum
    /// Months that were chosen and stand otherwise by now: what somebody else did about them is told
    /// with them, unless they need not come back any more.
    package let passed: [Passed]

    package struct Passed: Sendable, Hashable {
        package let place: CoverPlace
        package let due: RefundDue?
    }
}
