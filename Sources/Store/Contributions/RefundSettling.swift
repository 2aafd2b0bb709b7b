import Civic
import Programme

/// Does one step about months that must come back, inside a transaction.
struct RefundSettling {
    let deed: RefundDeed
    let act: Act
    let journal: JournalWriter
    let reading: RefundReading
    let writer: any SQLWriter

    func run() throws(Problem) -> RefundOutcome {
        guard deed.day <= .jakarta(at: act.at) else { throw RefundProblem.day() }
        let waiting = deed.step == .ask ? try reading.open() : try reading.asked()
        let (chosen, passed) = try choose(from: waiting)
        guard !chosen.isEmpty else {
            guard !passed.isEmpty else { throw RefundProblem.nothingChosen() }
            return RefundOutcome(done: CoverSum(), passed: passed)
        }
        switch deed.step {
        case .ask:
            try RefundTable.ask(chosen, on: deed.day, document: deed.document, by: act, writer)
        case .receive: try settle(chosen, credit: nil)
        case .credit(let bill):
            try requireCredit(chosen, bill)
            try settle(chosen, credit: bill)
        case .withdraw: try RefundTable.withdraw(chosen, writer)
        }
        try note(chosen)
        return RefundOutcome(done: RefundSettling.sum(chosen), passed: passed)
    }

    /// What is to be done, and what stands otherwise by now.
    private func choose(
        from waiting: [RefundDue]
    ) throws(Problem) -> ([RefundDue], [RefundOutcome.Passed]) {
        switch deed.choice {
        case .all(let fund, let shown):
            let all = waiting.filter { fund == nil || $0.fund == fund }
            guard RefundSettling.sum(all) == shown else { throw RefundProblem.moved() }
            return (all, [])
        case .some(let places):
            let known = Dictionary(waiting.map { ($0.place, $0) }) { first, _ in first }
            let places = Set(places)
            let others = places.filter { known[$0] == nil }.sorted {
                ($0.number, $0.month) < ($1.number, $1.month)
            }
            let told = try reading.known(others)
            return (
                waiting.filter { places.contains($0.place) },
                others.map { RefundOutcome.Passed(place: $0, due: told[$0]) }
            )
        }
    }

    /// Posts what came back, bill by bill: from the insurer to the fund, where it is free again.
    private func settle(_ dues: [RefundDue], credit: Int?) throws(Problem) {
        guard dues.allSatisfy({ $0.asked.map { $0.day <= deed.day } ?? false }) else {
            throw RefundProblem.beforeRequest()
        }
        let note = credit.map { "\(deed.document), \(BillWords.subject($0))" } ?? deed.document
        let byBill = Dictionary(grouping: dues, by: \.bill)
        for id in byBill.keys.sorted() {
            guard let bill = try BillTable.bill(id, writer), let part = byBill[id] else {
                throw Problem.billUnknown(id)
            }
            let numbers = part.map(\.place.number)
            let sum = try BillStep(bill: bill, act: act, journal: journal, writer: writer)
                .refund(numbers, note: note, isAsked: true)
            guard sum == RefundSettling.sum(part) else { throw RefundProblem.moved() }
            try RefundTable.settle(
                numbers, of: bill.month, on: deed.day, document: deed.document, credit: credit,
                by: act, writer)
        }
    }

    /// Money can only be taken off a bill of the fund whose it is, which has been paid, and no more
    /// than it asked for.
    private func requireCredit(_ dues: [RefundDue], _ id: Int) throws(Problem) {
        guard let bill = try BillTable.bill(id, writer), bill.state == .paid,
            dues.allSatisfy({ $0.fund == bill.fund && $0.bill != id })
        else { throw RefundProblem.creditBill(id) }
        let before = try RefundTable.credited(to: id, writer)
        guard before + RefundSettling.sum(dues).amount <= bill.amount else {
            throw RefundProblem.creditTooLarge(id)
        }
    }

    private func note(_ dues: [RefundDue]) throws(Problem) {
        var detail = ["document": deed.document, "day": deed.day.iso]
        if case .credit(let bill) = deed.step { detail["bill"] = String(bill) }
        let byFund = Dictionary(grouping: dues, by: \.fund)
        for fund in byFund.keys.sorted() {
            let sum = RefundSettling.sum(byFund[fund] ?? [])
            detail["months"] = String(sum.people)
            detail["amount"] = String(sum.amount.amount)
            try journal.append(deed.step.verb, fund, detail, by: act, to: writer)
        }
    }

    static func sum(_ dues: [RefundDue]) -> CoverSum {
        dues.reduce(CoverSum()) { $0 + CoverSum(people: 1, amount: $1.amount) }
    }
}

extension RefundStep {
    /// As the journal calls it.
    package var verb: String {
        switch self {
        case .ask: "refund.ask"
        case .receive: "refund.receive"
        case .credit: "refund.credit"
        case .withdraw: "refund.withdraw"
        }
    }
}
