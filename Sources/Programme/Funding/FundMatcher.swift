package import Civic
package import Jamsostek

/// Matches people to funds: the most covered person-months; among those, the best for the first
/// place, then for the second, and so on (more months, then earlier ones); among those, the least
/// cost. See docs/decisions/0025-funding-optimiser.md.
///
/// A *relaxation* is solved exactly first: the same task without the rule that a package pays all
/// its months for one person. What a real matching attains of it is proven, because nothing real
/// can do better. Where it does not attain it, small waves are searched through, and for large ones
/// the result says what is not proven and how far the bound is.
package struct FundMatcher: Sendable {
    package let law: Law
    /// The monthly income that is declared for everybody, in rupiah; zero for the lowest band.
    package var declaredIncome: Rupiah = .zero
    /// Trials of the search through small waves; zero for none.
    package var searchMax = 200_000

    package init(law: Law) { self.law = law }

    /// - Parameters:
    ///   - wave: the people and the months promised to them.
    ///   - offers: at most 32,767 funds.
    /// - Returns: the matching, and what is proven about it.
    /// - Throws: a problem of kind input when no tariff is in force in a month of the wave.
    package func match(
        _ wave: FundingWave, with offers: [FundOffer]
    ) throws(Problem) -> FundMatching {
        precondition(offers.count <= Int16.max, "funds are numbered with 15 bits")
        let grid = try FundingGrid(
            wave, offers: offers, law: law, declaredIncome: declaredIncome)
        let solved = FundMatcher.solve(grid)
        if !solved.proof.isProvenBest, let payers = FundingSearch.best(grid, limit: searchMax) {
            return FundMatching(grid, payers, FundMatcher.searched(payers))
        }
        return FundMatching(grid, solved.payers, solved.proof)
    }

    private static func searched(_ payers: FundingPayers) -> FundingProof {
        let months = payers.fund.reduce(0) { $1 >= 0 ? $0 + 1 : $0 }
        return FundingProof(
            bound: months, covered: months, isMost: true, isFairest: true, isCheapest: true)
    }

    private static func solve(
        _ grid: FundingGrid
    ) -> (payers: FundingPayers, proof: FundingProof) {
        let network = FundingNetwork(grid)
        let people = FundingPeople(grid)
        var purses = FundingPurses(grid, network, givesPackages: true)
        let relaxed = purses.filled()
        let isExact = purses.isBestDivision(relaxed)
        let bound = isExact ? relaxed.total : purses.bound(relaxed)
        // Only where the months are proven is it worth while to prove the cost.
        let ideal = FundingThrift.cheapest(isExact ? purses.loosened(relaxed) : relaxed)
        var payers: FundingPayers
        var real: FundingFlow
        if grid.offers.contains(where: \.givesPackages) {
            payers = FundingPackages(grid, people).givenOut(like: ideal)
            purses = FundingPurses(grid, network, givesPackages: false)
            real = purses.filled(taken: payers.covered)
            real = affordable(
                FundingThrift.cheapest(isExact ? purses.loosened(real) : real), real, grid)
        } else {
            payers = FundingPayers(people: grid.wave.people.count, months: grid.months)
            real = affordable(ideal, relaxed, grid)
        }
        let packages = payers.cost(grid)
        payers.spread(real, grid, over: people)
        let covered = real.total
        let isFairest = isExact && real.covered == relaxed.covered
        return (
            payers,
            FundingProof(
                bound: max(covered, bound), covered: covered, isMost: covered >= bound,
                isFairest: isFairest, isCheapest: isFairest && packages + real.cost == ideal.cost)
        )
    }

    /// The cheapest flow where every fund can pay it, else the cheapest within the division of
    /// money that is at hand.
    private static func affordable(
        _ cheapest: FundingFlow, _ divided: FundingFlow, _ grid: FundingGrid
    ) -> FundingFlow {
        let spent = cheapest.spent(funds: grid.offers.count)
        let fits = zip(spent, grid.offers).allSatisfy {
            $1.givesPackages || $0 <= max(0, $1.money.amount)
        }
        return fits ? cheapest : FundingThrift.cheapest(divided)
    }
}
