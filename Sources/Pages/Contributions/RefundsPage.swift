package import Civic

/// `/kerja/iuran/pengembalian`: months that were paid although cover had ended, until the insurer
/// gave their money back.
package struct RefundsPage: Page {
    package static let template = "refunds"
    package static let room = Room.work
    package var section: NavigationItem? { .contributions }

    /// How far months are; raw values are names in an address.
    package enum Pile: String, Sendable, CaseIterable {
        case open = "terbuka"
        case asked = "diminta"
        case received = "diterima"
        case credited = "dipotong"
    }

    /// So many months, and their money.
    package struct Sum: Sendable, Hashable {
        package let months: Int
        package let amount: Rupiah

        package init(months: Int, amount: Rupiah) {
            self.months = months
            self.amount = amount
        }

        package static func + (left: Sum, right: Sum) -> Sum {
            Sum(months: left.months + right.months, amount: left.amount + right.amount)
        }
    }

    /// A fund, and how much of its money stands how.
    package struct FundLine: Sendable {
        package let fund: String
        package let title: String
        package let workerGroup: String
        package let sums: [Pile: Sum]

        package init(fund: String, title: String, workerGroup: String, sums: [Pile: Sum]) {
            self.fund = fund
            self.title = title
            self.workerGroup = workerGroup
            self.sums = sums
        }
    }

    /// What the reader may do with the months that are shown.
    package struct Form: Sendable {
        /// All that wait, on whatever page.
        package let all: Sum
        /// Bills that money may have been taken off.
        package let bills: [Choice]
        package let today: Day
        package let key: String

        package init(all: Sum, bills: [Choice], today: Day, key: String) {
            self.all = all
            self.bills = bills
            self.today = today
            self.key = key
        }
    }

    package let pile: Pile
    /// Title of the fund that is shown; nil for all.
    package let fund: (id: String, title: String)?
    package let funds: [FundLine]
    package let lines: [RefundLine]
    package let nextHref: String?
    /// Nil where nothing is to be done, or not by this account.
    package let form: Form?
    package let told: RefundTold?
    package let problem: Problem?

    package init(
        pile: Pile, fund: (id: String, title: String)?, funds: [FundLine], lines: [RefundLine],
        nextHref: String?, form: Form?, told: RefundTold?, problem: Problem?
    ) {
        self.pile = pile
        self.fund = fund
        self.funds = funds
        self.lines = lines
        self.nextHref = nextHref
        self.form = form
        self.told = told
        self.problem = problem
    }
}

/// What came of a step, where not all that was chosen was done.
package struct RefundTold: Sendable {
    /// A month that somebody else did something about before.
    package struct Passed: Sendable {
        package let number: String
        package let month: Month
        /// Nil where it need not come back any more.
        package let pile: RefundsPage.Pile?
        package let who: String?

        package init(number: String, month: Month, pile: RefundsPage.Pile?, who: String?) {
            self.number = number
            self.month = month
            self.pile = pile
            self.who = who
        }
    }

    package let done: RefundsPage.Sum
    package let passed: [Passed]

    package init(done: RefundsPage.Sum, passed: [Passed]) {
        self.done = done
        self.passed = passed
    }
}
