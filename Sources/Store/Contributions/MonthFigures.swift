package import Civic
package import Programme

/// People and money of one kind.
package struct CoverSum: Sendable, Hashable {
    package var people = 0
    package var amount = Rupiah.zero

    package init(people: Int = 0, amount: Rupiah = .zero) {
        self.people = people
        self.amount = amount
    }

    package static func + (left: CoverSum, right: CoverSum) -> CoverSum {
        CoverSum(people: left.people + right.people, amount: left.amount + right.amount)
    }
}

/// One month of one fund.
package struct FundMonth: Sendable, Hashable {
    package let fund: Fund
    /// By what became of the months.
    package let sums: [CoverState: CoverSum]
    /// Of the promised ones: those that a run would put on a bill now.
    package let due: CoverSum
    package let bills: [Bill]

    package func sum(_ state: CoverState) -> CoverSum { sums[state] ?? CoverSum() }

    /// Promised, but of people whom the insurer has not taken yet.
    package var notYet: CoverSum {
        CoverSum(
            people: sum(.promised).people - due.people,
            amount: sum(.promised).amount - due.amount)
    }

    /// Everybody for whom the fund pays this month, or will.
    package var all: CoverSum { sum(.promised) + sum(.billed) + sum(.paid) }
}

/// One month of all funds.
package struct MonthFigures: Sendable, Hashable {
    package let month: Month
    package let funds: [FundMonth]
    /// What each price is asked for how often, by bill.
    package let rates: [Int: [BillRate]]

    package var all: CoverSum { funds.reduce(CoverSum()) { $0 + $1.all } }
    package var due: CoverSum { funds.reduce(CoverSum()) { $0 + $1.due } }

    package func sum(_ state: CoverState) -> CoverSum {
        funds.reduce(CoverSum()) { $0 + $1.sum(state) }
    }
}

/// One line of the list of months.
package struct MonthSum: Sendable, Hashable {
    package let month: Month
    /// By what became of them.
    package let people: [CoverState: Int]
    /// On bills that were not withdrawn.
    package let billed: Rupiah
    package let paid: Rupiah

    package var all: Int {
        [CoverState.promised, .billed, .paid].reduce(0) { $0 + (people[$1] ?? 0) }
    }
}

/// Somebody whose cover differs from that of the month before.
package struct MonthChange: Sendable, Hashable {
    package let number: String
    package let name: String
    package let village: PlaceCode?
    /// Of this month; nil for whoever left.
    package let fund: String?
    /// Of the month before; nil for whoever is new.
    package let before: String?
    package let state: MemberState
    /// Why they ended.
    package let cause: String?
}

package struct MonthChanges: Sendable, Hashable {
    /// How many there are.
    package let new: Int
    package let gone: Int
    package let moved: Int
    /// The first of each kind: new, then moved, then gone.
    package let people: [MonthChange]
}
