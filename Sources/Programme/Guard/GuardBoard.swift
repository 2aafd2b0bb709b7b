package import Civic
package import Jamsostek

/// The months of everybody who is insured, column by column: one bit a month, so that a million
/// people are gone through in a moment.
package struct GuardBoard: Sendable {
    /// The month of bit 0.
    package let base: Month
    private(set) var paid: [UInt64] = []
    /// Months that are promised, billed or paid.
    private(set) var kept: [UInt64] = []
    /// Number of the fund of the last such month; -1 for none.
    private(set) var funds: [Int16] = []
    /// ``Day/number`` of the first day of cover, or `Int32.min`.
    private(set) var starts: [Int32] = []

    /// Months of the past that count, today's included.
    private static let past = 48
    /// Months that fit.
    package static let span = 64

    package init(on day: Day) { base = day.month + -(GuardBoard.past - 1) }

    package var count: Int { paid.count }

    /// Number of the fund of somebody's last month; -1 for none.
    package func fund(of position: Int) -> Int { Int(funds[position]) }

    package mutating func reserve(_ people: Int) {
        paid.reserveCapacity(people)
        kept.reserveCapacity(people)
        funds.reserveCapacity(people)
        starts.reserveCapacity(people)
    }

    /// Adds somebody without any month yet; the others are added to whoever came last.
    package mutating func add(activeFrom: Day?) {
        paid.append(0)
        kept.append(0)
        funds.append(-1)
        starts.append(activeFrom?.number ?? Int32.min)
    }

    /// Notes a month of whoever stands at `position`, in order of the months. Months before the
    /// first bit count as the first one where they are paid: membership is at least that old.
    package mutating func note(_ month: Month, isPaid: Bool, fund: Int, at position: Int) {
        let bit = max(0, month - base)
        guard bit < GuardBoard.span else { return }
        if month >= base {
            kept[position] |= 1 << UInt64(bit)
            funds[position] = Int16(truncatingIfNeeded: fund)
        }
        if isPaid { paid[position] |= 1 << UInt64(bit) }
    }

    /// What of a person's months decides how the law sees them.
    private struct Signature: Hashable {
        let paid: UInt64
        let start: Int32
    }

    /// Goes through everybody, asking the law once for all who have paid alike. `rules` are those of
    /// the day of the board; the numbers of its funds are smaller than `fundCount`.
    package func findings(
        _ rules: CoverRules, _ policy: GuardPolicy, funds fundCount: Int
    ) -> GuardFindings {
        var findings = GuardFindings(
            unpaidMax: rules.unpaidMonthsMax, horizon: policy.horizon, funds: fundCount)
        var reports: [Signature: CoverReport] = [:]
        var (last, lastReport): (Signature?, CoverReport?) = (nil, nil)
        let today = rules.day.month - base
        for position in paid.indices {
            let signature = Signature(paid: paid[position], start: starts[position])
            let report: CoverReport
            if signature == last, let lastReport {
                report = lastReport
            } else {
                report = reports[signature] ?? rules.report(of: history(signature))
                reports[signature] = report
                (last, lastReport) = (signature, report)
            }
            findings.count(report, policy, at: position)
            findings.look(
                ahead: kept[position] >> UInt64(max(0, today)), fund: Int(funds[position]))
        }
        return findings
    }

    private func history(_ signature: Signature) -> CoverHistory {
        var months: [Month] = []
        var bits = signature.paid
        while bits != 0 {
            months.append(base + bits.trailingZeroBitCount)
            bits &= bits - 1
        }
        let start = signature.start == Int32.min ? nil : Day(number: signature.start)
        // Known only where it lies within the first month that was paid.
        let isKnown = start.map { $0.month == months.first } ?? false
        return CoverHistory(paid: months, startsOn: isKnown ? start : nil)
    }
}
