package import Civic
package import Jamsostek

/// People for whom one fund was settled to pay in the same months.
package struct WavePromise: Hashable, Sendable {
    /// Position of the fund.
    package let purse: Int
    package let people: WaveHeadcount
    package let months: ClosedRange<Month>

    package init(purse: Int, people: WaveHeadcount, months: ClosedRange<Month>) {
        self.purse = purse
        self.people = people
        self.months = months
    }
}

extension Law {
    /// What was settled for the `people` of a wave, told like a plan: no other claim on the funds since
    /// then changes it.
    /// - Throws: a problem of kind input when no tariff is in force in one of the months.
    package func plan(
        promised: [WavePromise], to people: WaveHeadcount, in months: ClosedRange<Month>,
        paidBy purses: [WavePurse], declaredIncome: Rupiah
    ) throws(Problem) -> WavePlan {
        let lines = try WavePrices(
            law: self, months: months, purses: purses, declaredIncome: declaredIncome
        ).lines(people, promised: promised)
        let covered = lines.map { people.total - $0.uncovered.total }.min() ?? 0
        return WavePlan(people: people, lines: lines, affordable: covered)
    }
}
