import Civic
import Office
import Pages
import Programme
import Store

/// The page about months that must come back from the insurer.
struct RefundsPresenter {
    let facts: CityFacts
    let funds: [String: Fund]

    private static let pageSize = 100

    init(facts: CityFacts, funds: [FundBalance]) {
        self.facts = facts
        self.funds = Dictionary(funds.map { ($0.fund.id, $0.fund) }) { first, _ in first }
    }

    /// What is shown.
    struct Shown {
        let pile: RefundsPage.Pile
        let fund: String?
        /// The row behind which the page begins.
        let after: String?
    }

    static func standing(_ pile: RefundsPage.Pile) -> RefundStanding {
        switch pile {
        case .open: .open
        case .asked: .asked
        case .received: .received
        case .credited: .credited
        }
    }

    private static func pile(_ standing: RefundStanding) -> RefundsPage.Pile {
        switch standing {
        case .open: .open
        case .asked: .asked
        case .received: .received
        case .credited: .credited
        }
    }

    /// `bills` are those that money may have been taken off; nil for whoever does nothing here.
    func page(
        _ shown: Shown, _ rows: [RefundRow], _ sums: [RefundSum], bills: [Bill]?,
        told: RefundOutcome?, problem: Problem?
    ) -> RefundsPage {
        let all = rows.filter { shown.fund == nil || $0.due.fund == shown.fund }.map(line)
        let start = shown.after.flatMap { place in all.firstIndex { $0.place == place } }
        let rest = all.dropFirst(start.map { $0 + 1 } ?? 0)
        let lines = rest.prefix(Self.pageSize)
        let isDone = Self.standing(shown.pile).isDone
        let form = all.isEmpty || isDone ? nil : bills.map { self.form(all, $0) }
        return RefundsPage(
            pile: shown.pile, fund: shown.fund.map { ($0, title($0)) }, funds: fundLines(sums),
            lines: Array(lines),
            nextHref: rest.count > lines.count
                ? Address.refunds(
                    shown.pile.rawValue, fund: shown.fund, after: lines.last?.place) : nil,
            form: form, told: told.map(Self.told), problem: problem)
    }

    private func form(_ all: [RefundLine], _ bills: [Bill]) -> RefundsPage.Form {
        RefundsPage.Form(
            all: all.reduce(RefundsPage.Sum(months: 0, amount: .zero)) { sum, line in
                sum + RefundsPage.Sum(months: 1, amount: line.amount)
            }, bills: bills.map(choice), today: .jakarta(at: .now()), key: FormKey.new())
    }

    private func choice(_ bill: Bill) -> Choice {
        let fund = title(bill.fund)
        return Choice(
            value: "\(bill.id)",
            name: Phrase(
                "Tagihan \(bill.id) · \(fund) · \(CalendarWords.text(bill.month, .indonesian))",
                en: "Bill \(bill.id) · \(fund) · \(CalendarWords.text(bill.month, .english))"))
    }

    private func title(_ fund: String) -> String { funds[fund]?.title ?? fund }

    private func fundLines(_ sums: [RefundSum]) -> [RefundsPage.FundLine] {
        let byFund = Dictionary(grouping: sums, by: \.fund)
        return byFund.keys.sorted().map { fund in
            let parts = (byFund[fund] ?? []).map { sum in
                (
                    Self.pile(sum.standing),
                    RefundsPage.Sum(months: sum.sum.people, amount: sum.sum.amount)
                )
            }
            return RefundsPage.FundLine(
                fund: fund, title: title(fund), workerGroup: funds[fund]?.workerGroup ?? "–",
                sums: Dictionary(parts) { first, _ in first })
        }
    }

    private func line(_ row: RefundRow) -> RefundLine {
        let (due, member) = (row.due, row.member)
        return RefundLine(
            number: due.place.number, month: due.place.month, name: member.name,
            nik: member.nik?.masked, village: facts.name(of: member.village),
            fund: title(due.fund), workerGroup: funds[due.fund]?.workerGroup ?? "–",
            amount: due.amount,
            why: facts.region.changes.kind(due.kind)?.name ?? .same(due.kind),
            change: due.change, day: due.day, asked: due.asked.map(Self.step),
            done: due.done.map(Self.step), credit: due.credit)
    }

    private static func step(_ step: RefundDue.Step) -> RefundLine.Step {
        RefundLine.Step(day: step.day, document: step.document, who: step.actor)
    }

    private static func told(_ outcome: RefundOutcome) -> RefundTold {
        RefundTold(
            done: RefundsPage.Sum(months: outcome.done.people, amount: outcome.done.amount),
            passed: outcome.passed.map { passed in
                RefundTold.Passed(
                    number: passed.place.number, month: passed.place.month,
                    pile: passed.due.map { pile($0.standing) },
                    who: passed.due.flatMap { $0.done ?? $0.asked }?.actor)
            })
    }
}
