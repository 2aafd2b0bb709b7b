import Civic
import Jamsostek
import Testing

/// Membership walked month by month, as domain facts 1.5 and 1.6 tell it.
struct CoverSimulation {
    var status = "not_started"
    var unpaid = 0
    /// First month of the current membership.
    var began: Month?
    var paidSoFar = 0
    var lapseMonth: Month?

    init(paid: Set<Month>, until month: Month) {
        guard var current = paid.min(), current <= month else { return }
        while current <= month {
            step(current, isPaid: paid.contains(current))
            current = current + 1
        }
        if status == "lapsed" { return }
        // Nothing but what is known to be paid follows.
        var future = self
        while future.status != "lapsed" {
            future.step(current, isPaid: paid.contains(current))
            current = current + 1
        }
        lapseMonth = future.lapseMonth
    }

    private mutating func step(_ month: Month, isPaid: Bool) {
        if isPaid {
            if status == "not_started" || status == "lapsed" { began = month }
            status = "active"
            unpaid = 0
            paidSoFar += 1
        } else {
            unpaid += 1
            if status != "lapsed" { status = "arrears" }
            if unpaid == 4 {
                status = "lapsed"
                lapseMonth = month
            }
        }
    }
}

struct CoverOracleTests {
    /// A handful of months out of a few years, in runs, as people pay.
    static func randomMonths(_ dice: inout Dice) -> Set<Month> {
        var paid: Set<Month> = []
        var month = Month(year: dice.number(2023...2025), month: dice.number(1...12))
        for _ in 0..<dice.number(0...5) {
            for _ in 0..<dice.number(1...14) {
                paid.insert(month)
                month = month + 1
            }
            month = month + dice.number(1...6)
        }
        return paid
    }

    @Test func `thirty thousand random memberships stand where a walk says they stand`() throws {
        var dice = Dice(seed: 411)
        for _ in 0..<30_000 {
            let paid = Self.randomMonths(&dice)
            let on = day("2022-12-01") + dice.number(0...2_200)
            let oracle = CoverSimulation(paid: paid, until: on.month)
            let report = try law.cover(of: CoverHistory(paid: paid), on: on)
            let text = "\(paid.sorted()) on \(on)"
            #expect(report.status.code == oracle.status, "\(text)")
            #expect(report.unpaidMonths == oracle.unpaid, "\(text)")
            #expect(report.contributionMonths == oracle.paidSoFar, "\(text)")
            #expect(report.lapsesOn == oracle.lapseMonth?.firstDay, "\(text)")
            let isCovered = oracle.status == "active" || oracle.status == "arrears"
            let wait = on < day("2025-02-24") ? 0 : 3
            let full = isCovered ? oracle.began.map { ($0 + wait).firstDay } : nil
            #expect(report.fullDeathBenefitFrom == full, "\(text)")
            if isCovered, let began = oracle.began {
                #expect(report.membershipMonths == on.month - began, "\(text)")
            }
            var end = on.month
            if oracle.status == "active" {
                while paid.contains(end + 1) { end = end + 1 }
            } else {
                while end.year > 2020, !paid.contains(end) { end = end + -1 }
            }
            #expect(
                report.activeUntil == (oracle.status == "not_started" ? nil : end.lastDay),
                "\(text)")
        }
    }
}
