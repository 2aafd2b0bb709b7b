import Civic
import Office
import Pages
import Programme
import Store

enum ContributionsPresenter {
    static func overview(
        _ facts: CityFacts, current: Month, months: [MonthSum], groups: [CohortCoverage],
        funds: [FundBalance]?, taken: ContributionsPage.Taken?, problem: Problem?,
        seesLapses: Bool
    ) -> ContributionsPage {
        ContributionsPage(
            current: current, lines: months.reversed().map(line),
            groups: self.groups(facts, groups), form: funds.map { form(facts, $0, current) },
            taken: taken, problem: problem, seesLapses: seesLapses)
    }

    private static func line(_ sum: MonthSum) -> ContributionsPage.Line {
        ContributionsPage.Line(
            month: sum.month, people: sum.all, billed: sum.people[.billed] ?? 0,
            paid: sum.people[.paid] ?? 0, amount: sum.billed, paidAmount: sum.paid)
    }

    private static func groups(
        _ facts: CityFacts, _ groups: [CohortCoverage]
    ) -> [ContributionsPage.Group] {
        let own = groups.filter { $0.cohort == Member.programmeCohort }.map { group in
            ContributionsPage.Group(
                name: Phrase(
                    "Peserta \(facts.region.programmeName)",
                    en: "Members of \(facts.region.programmeName)"), people: group.standing,
                expected: nil)
        }
        let known = Dictionary(uniqueKeysWithValues: groups.map { ($0.cohort, $0.standing) })
        let older = facts.region.contributions.cohorts.map { cohort in
            ContributionsPage.Group(
                name: cohort.title, people: known[cohort.id] ?? 0, expected: cohort.expected)
        }
        return own + older
    }

    private static func form(
        _ facts: CityFacts, _ funds: [FundBalance], _ current: Month
    ) -> ContributionsPage.CohortForm {
        let december = Month(year: current.year, month: 12)
        return ContributionsPage.CohortForm(
            cohorts: facts.region.contributions.cohorts.map {
                Choice(value: $0.id, name: $0.title)
            },
            funds: funds.map { Choice(value: $0.fund.id, name: .same($0.fund.title)) },
            months: current...december, key: FormKey.new())
    }

    static func taken(_ report: CohortReport) -> ContributionsPage.Taken {
        ContributionsPage.Taken(
            added: report.outcome.added, committed: report.outcome.committed,
            conflicts: report.outcome.conflicts.map {
                (row: $0.row, name: $0.name, number: $0.number)
            }, withoutNIK: report.withoutNIK)
    }

    // MARK: A month

    static func month(
        _ facts: CityFacts, _ figures: MonthFigures, _ changes: MonthChanges,
        _ shortages: [FundShortage], key: String?
    ) -> ContributionMonthPage {
        let titles = Dictionary(
            uniqueKeysWithValues: figures.funds.map { ($0.fund.id, $0.fund.title) })
        return ContributionMonthPage(
            month: figures.month,
            lines: figures.funds.flatMap { fund in
                fund.bills.map { line($0, fund.fund, figures.rates[$0.id] ?? []) }
            },
            open: figures.funds.map { fund in
                ContributionMonthPage.Open(
                    fund: fund.fund.title, due: fund.due.people, amount: fund.due.amount,
                    notYet: fund.notYet.people)
            }, changes: self.changes(facts, changes, titles),
            shortages: shortages.map { shortage in
                ContributionMonthPage.Shortage(
                    fund: titles[shortage.fund] ?? shortage.fund, people: shortage.people,
                    lacking: shortage.lacking)
            }, key: key)
    }

    private static func line(
        _ bill: Bill, _ fund: Fund, _ rates: [BillRate]
    ) -> ContributionMonthPage.Line {
        ContributionMonthPage.Line(
            id: bill.id, fund: fund.title, turn: bill.turn, people: bill.people,
            rates: rates.map { (price: $0.price, people: $0.people) }, amount: bill.amount,
            theirs: bill.billedAmount, unexplained: bill.unexplained,
            disbursement: bill.disbursement, badge: badge(bill.state))
    }

    private static func badge(_ state: BillState) -> CoverBadge {
        switch state {
        case .draft: .billDraft
        case .ordered: .billOrdered
        case .paid: .billPaid
        case .void: .billVoid
        }
    }

    private static func changes(
        _ facts: CityFacts, _ changes: MonthChanges, _ titles: [String: String]
    ) -> ContributionMonthPage.Changes {
        ContributionMonthPage.Changes(
            new: changes.new, moved: changes.moved, gone: changes.gone,
            people: changes.people.map { person in
                let kind: ContributionMonthPage.Change.Kind =
                    person.fund == nil ? .gone : person.before == nil ? .new : .moved
                let cause = person.cause.flatMap { code in
                    facts.region.reasons.reasons.first { $0.code == code }?.short
                }
                return ContributionMonthPage.Change(
                    kind: kind, number: person.number, name: person.name,
                    village: facts.name(of: person.village),
                    fund: person.fund.map { titles[$0] ?? $0 },
                    before: person.before.map { titles[$0] ?? $0 }, cause: cause)
            })
    }

    // MARK: A bill

    static func bill(
        _ bill: Bill, fund: Fund?, differences: [BillDifference], rights: BillPage.Rights,
        safeDay: Day?, today: Day, credit: Rupiah, key: String,
        problem: Problem?
    ) -> BillPage {
        BillPage(
            head: BillPage.Head(
                id: bill.id, version: bill.version, month: bill.month,
                fund: fund?.title ?? bill.fund, payer: fund?.payer ?? "",
                workerGroup: fund?.workerGroup ?? "", turn: bill.turn, people: bill.people,
                amount: bill.amount, step: step(bill.state), digest: bill.digest),
            theirs: bill.billedAmount.map { amount in
                BillPage.Theirs(
                    code: bill.billingCode, people: bill.billedPeople, amount: amount,
                    differences: bill.differences, unexplained: bill.unexplained)
            }, differences: differences.map(difference),
            payment: BillPage.Payment(
                order: bill.orderNumber, orderedBy: bill.orderedBy,
                disbursement: bill.disbursement, day: bill.paidOn, paidBy: bill.paidBy,
                proof: bill.proofName, proofDigest: bill.proofDigest,
                voidReason: bill.voidReason), rights: rights, safeDay: safeDay, today: today,
            credit: credit, key: key, problem: problem)
    }

    private static func step(_ state: BillState) -> BillPage.Step {
        switch state {
        case .draft: .draft
        case .ordered: .ordered
        case .paid: .paid
        case .void: .void
        }
    }

    private static func difference(_ difference: BillDifference) -> BillPage.Difference {
        let kind: BillPage.Difference.Kind =
            switch difference.kind {
            case .oursOnly: .oursOnly
            case .theirsOnly: .theirsOnly
            case .amount: .amount
            case .total: .total
            }
        return BillPage.Difference(
            place: difference.place, kind: kind, number: difference.number,
            name: difference.name, ours: difference.ours, theirs: difference.theirs,
            explanation: difference.explanation, explainedBy: difference.explainedBy)
    }
}
