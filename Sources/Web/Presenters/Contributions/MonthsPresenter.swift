import Civic
import Jamsostek
import Ledger
import Office
import Pages
import Programme
import Store

enum MonthsPresenter {
    static func page(
        _ facts: CityFacts, _ months: MemberMonths, _ trace: CoverTrace?, funds: [FundBalance],
        hasPersonPage: Bool, on today: Day
    ) -> MemberMonthsPage {
        let member = months.record.member
        let titles = Dictionary(uniqueKeysWithValues: funds.map { ($0.fund.id, $0.fund.title) })
        return MemberMonthsPage(
            number: member.number, name: member.name, hasPersonPage: hasPersonPage,
            cohort: facts.region.contributions.cohort(member.cohort)?.title,
            lines: months.record.months.map { month in
                MemberMonthsPage.Line(
                    month: month.month, state: badge(month.state),
                    isUnpaid: month.month <= today.month
                        && (month.state == .promised || month.state == .billed),
                    fund: titles[month.fund] ?? month.fund, amount: month.amount)
            }, cover: cover(months, today), trace: trace.map { self.trace($0, titles) })
    }

    private static func badge(_ state: CoverState) -> CoverBadge {
        switch state {
        case .promised: .promised
        case .billed: .billed
        case .paid: .paid
        case .void: .void
        case .refunded: .refunded
        }
    }

    private static func cover(_ months: MemberMonths, _ today: Day) -> MemberMonthsPage.Cover {
        let report = months.cover
        let standing: MemberMonthsPage.Cover.Standing =
            switch report.status {
            case .notStarted: .notStarted
            case .active: .active
            case .inArrears(let unpaid): .arrears(unpaid)
            case .lapsed: .lapsed
            }
        return MemberMonthsPage.Cover(
            standing: standing, lapsesOn: report.lapsesOn, safeDay: months.safeDay,
            fullDeathFrom: report.fullDeathBenefitFrom,
            isFull: report.fullDeathBenefitFrom.map { $0 <= today } ?? false)
    }

    /// The stops in the order in which the money passes them.
    private static func trace(
        _ trace: CoverTrace, _ titles: [String: String]
    ) -> MemberMonthsPage.Trace {
        typealias Stop = MemberMonthsPage.Stop
        var stops = [
            Stop(
                label: Phrase("Sumber dana", en: "Fund"),
                value: "\(trace.fund.title) · \(trace.fund.payer)")
        ]
        for bridge in trace.bridges {
            stops.append(
                Stop(
                    label: Phrase("Dijembatani", en: "Bridged"),
                    value: "\(titles[bridge.from] ?? bridge.from) → "
                        + "\(titles[bridge.to] ?? bridge.to) · \(bridge.actor)"))
        }
        if let line = trace.month.decree {
            stops.append(
                Stop(
                    label: Phrase("SK dan baris", en: "Decree and line"),
                    value: "\(trace.decree ?? "#\(line.decree)") · \(line.line)"))
        } else {
            stops.append(
                Stop(
                    label: Phrase("Daftar kelompok", en: "List of the cohort"),
                    value: trace.cohort))
        }
        if let bill = trace.bill { stops += self.bill(bill) }
        stops += trace.transfers.map { line in
            Stop(
                label: Phrase("Buku besar", en: "Ledger"),
                value: "\(line.entry.key) · \(movement(line))")
        }
        return MemberMonthsPage.Trace(
            month: trace.month.month, amount: trace.month.amount,
            state: badge(trace.month.state), stops: stops)
    }

    private static func bill(_ bill: Bill) -> [MemberMonthsPage.Stop] {
        typealias Stop = MemberMonthsPage.Stop
        var stops = [
            Stop(
                label: Phrase("Tagihan", en: "Bill"),
                value: "\(bill.id) · \(bill.people) × · \(bill.amount)",
                href: Address.bill(bill.id))
        ]
        if let number = bill.orderNumber {
            stops.append(
                Stop(
                    label: Phrase("SPM", en: "Order (SPM)"),
                    value: "\(number) · \(bill.orderedBy ?? "")"))
        }
        if let day = bill.paidOn {
            stops.append(
                Stop(
                    label: Phrase("SP2D", en: "Payment (SP2D)"),
                    value: "\(bill.disbursement ?? "–") · \(day.iso) · \(bill.paidBy ?? "")"))
        }
        return stops
    }

    private static func movement(_ line: LedgerLine) -> String {
        let entry = line.entry
        let amount = max(entry.posted, max(entry.pending, -entry.pending))
        return "\(amount) (\(entry.debit.rawValue) → \(entry.credit.rawValue))"
    }
}
