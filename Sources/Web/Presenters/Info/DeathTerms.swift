import Civic
import Jamsostek

/// What a family gets after a natural death, as general terms instead of one case: found by asking
/// the law about typical cases.
struct DeathTerms {
    let full: Rupiah
    /// Before membership is long enough.
    let early: Rupiah
    /// Months of membership after which the full benefit is due.
    let fullAfterMonths: Int
    /// For all children together, if each goes through all levels of schooling.
    let scholarships: Rupiah
    let scholarshipChildren: Int
    /// Months of contributions after which scholarships are due; zero when they never are.
    let scholarshipAfterMonths: Int
    /// Statutes and decrees only.
    let sources: [Citation]

    /// - Throws: a problem of kind input when no law was in force on the day.
    init(_ law: Law, on day: Day) throws(Problem) {
        let cases = DeathCases(law: law, day: day)
        let children = try cases.childrenMax()
        let first = try cases.award(paidMonths: 1, children: children)
        let last = try cases.award(paidMonths: DeathCases.longMembership, children: children)
        full = last.total
        early = first.total
        fullAfterMonths = try cases.fullAfterMonths()
        scholarships = last.scholarshipMax
        scholarshipChildren = children.count
        scholarshipAfterMonths = try cases.scholarshipAfterMonths(children)
        let rules = law.register.entries.filter { $0.kind == .statute || $0.kind == .decree }
        let cited = law.citations(of: first.rules.union(last.rules))
        sources = cited.filter { citation in rules.contains { $0.citation == citation } }
    }
}

/// Typical cases on one day.
private struct DeathCases {
    /// In months; long enough for every benefit.
    static let longMembership = 240
    private static let familyMax = 20

    let law: Law
    let day: Day

    /// Paid for so many months in a row, the month of the day being the last.
    private func history(_ paidMonths: Int) -> CoverHistory {
        CoverHistory(paid: (0..<paidMonths).map { day.month + -$0 })
    }

    func award(
        paidMonths: Int, children: [ScholarChild]
    ) throws(Problem) -> BenefitAward {
        try law.deathBenefit(
            DeathCase(
                .natural, on: day, declaredIncome: .zero, history: history(paidMonths),
                children: children))
    }

    func fullAfterMonths() throws(Problem) -> Int {
        let report = try law.cover(of: history(1), on: day)
        return report.fullDeathBenefitFrom.map { $0.month - day.month } ?? 0
    }

    /// As many children as get scholarships together, each with all of its schooling to come.
    func childrenMax() throws(Problem) -> [ScholarChild] {
        let levels = law.scholarships.value(on: day) ?? []
        var best: (child: ScholarChild, amount: Rupiah)?
        for level in levels {
            let child = ScholarChild(level: level.code)
            let amount = try law.scholarship(for: [child], on: day).maximum
            if amount > best?.amount ?? .zero { best = (child, amount) }
        }
        guard let best else { return [] }
        var family = [best.child]
        while family.count < DeathCases.familyMax {
            let more = try law.scholarship(for: family + [best.child], on: day).maximum
            if more == best.amount * family.count { break }
            family.append(best.child)
        }
        return family
    }

    func scholarshipAfterMonths(_ children: [ScholarChild]) throws(Problem) -> Int {
        for months in 1...DeathCases.longMembership {
            let award = try award(paidMonths: months, children: children)
            if award.scholarshipMax > .zero { return months }
        }
        return 0
    }
}
