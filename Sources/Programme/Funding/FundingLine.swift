package import Civic

/// One line of what a matching did and why, as codes and numbers; pages put it into words.
package struct FundingLine: Hashable, Sendable {
    /// Raw values are codes for pages and files.
    package enum Code: String, Sendable {
        /// A fund pays: people, person-months, first and last month, amount.
        case pays
        /// A fund pays nothing: amount is what lies idle.
        case idle
        /// People are not covered in these months: people, person-months, reason.
        case uncovered
        /// More might be possible: person-months up to the bound.
        case unproven
    }

    package let code: Code
    /// Position in ``FundMatching/funds``.
    package var fund: Int?
    package var reason: FundMatching.Reason?
    package var people = 0
    package var personMonths = 0
    package var first: Month?
    package var last: Month?
    package var amount = Rupiah.zero
    /// What a fund that pays has left.
    package var left = Rupiah.zero
}

extension FundMatching {
    /// What was done and why: fund after fund, then reason after reason, then what is not proven.
    ///
    /// - Parameter offers: those that were matched, in the same order.
    /// - Returns: a line for each fund at least.
    package func lines(_ offers: [FundOffer]) -> [FundingLine] {
        var lines = payments(offers)
        for reason in Reason.allCases {
            let its = gaps.filter { $0.reason == reason }
            guard let first = its.map(\.first).min() else { continue }
            var line = FundingLine(code: .uncovered, reason: reason, first: first)
            line.last = its.map { $0.first + ($0.months - 1) }.max()
            line.people = its.reduce(0) { $0 + $1.people }
            line.personMonths = its.reduce(0) { $0 + $1.people * $1.months }
            lines.append(line)
        }
        if !proof.isProvenBest {
            lines.append(FundingLine(code: .unproven, personMonths: proof.gap))
        }
        return lines
    }

    private func payments(_ offers: [FundOffer]) -> [FundingLine] {
        var people = [Int](repeating: 0, count: funds.count)
        var holders = [Int](repeating: 0, count: schedules.count)
        for schedule in scheduleOfPlace { holders[Int(schedule)] += 1 }
        for (schedule, runs) in schedules.enumerated() {
            for fund in Set(runs.map(\.fund)) { people[fund] += holders[schedule] }
        }
        var lines = offers.enumerated().map { fund, offer in
            FundingLine(code: .idle, fund: fund, amount: offer.money)
        }
        for use in uses {
            var line = lines[use.fund]
            if line.code == .idle { line = FundingLine(code: .pays, fund: use.fund) }
            line.people = people[use.fund]
            line.personMonths += use.people
            line.first = min(line.first ?? use.month, use.month)
            line.last = max(line.last ?? use.month, use.month)
            line.amount += use.amount
            line.left = use.left
            lines[use.fund] = line
        }
        return lines
    }
}
