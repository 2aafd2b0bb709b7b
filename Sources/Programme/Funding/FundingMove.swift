package import Civic
package import Jamsostek

/// A suggestion to let another source pay for some people, because the law asks less of it
/// (PP 50/2025 Pasal 3 halves what APBD and APBN do not pay).
package struct FundingMove: Hashable, Sendable {
    package let from: FundingSource
    /// Any of these; the price is the same.
    package let to: [FundingSource]
    package let sector: Occupation.Sector
    package let people: Int
    package let first: Month
    package let months: Int
    /// What all sources together pay less over these months, in rupiah.
    package let saving: Rupiah
    /// What the old source no longer pays, in rupiah.
    package let relief: Rupiah
    /// The last month in which the new source is cheaper.
    package let cheaperUntil: Month
    /// The rules behind both prices.
    package let citations: [Citation]
}

extension Law {
    /// Who should be paid by another source, and what that saves.
    ///
    /// Of a share whose budget falls short as many are moved as close the gap, else everybody for
    /// whom the law asks less elsewhere; first the sector that saves most a head.
    /// - Parameters:
    ///   - plan: the plan as it stands.
    ///   - targets: sources that might pay instead.
    /// - Returns: share after share; empty where nothing is saved.
    /// - Throws: a problem of kind input when no tariff is in force in a month of the plan.
    package func suggestMoves(
        _ plan: WavePlan, to targets: [FundingSource] = [.csr, .psr]
    ) throws(Problem) -> [FundingMove] {
        var moves: [FundingMove] = []
        for share in plan.shares {
            var ways: [FundingWay] = []
            for part in plan.plans(of: share) {
                if let way = try cheapestWay(part, to: targets) { ways.append(way) }
            }
            ways.sort { $0.saving > $1.saving }
            let shortfall = try forecast(
                WavePlan(
                    start: plan.start, months: plan.months, shares: [share],
                    declaredIncome: plan.declaredIncome)
            ).shares.first?.shortfall
            var missing = shortfall.flatMap { $0 > .zero ? $0 : nil }
            for way in ways {
                if missing == .zero { break }
                let people = missing.map { min(way.plan.people, way.heads(for: $0)) }
                let move = move(way, people: people ?? way.plan.people)
                moves.append(move)
                missing = missing.map { max(.zero, $0 - move.relief) }
            }
        }
        return moves
    }

    /// Nil when no target is cheaper.
    private func cheapestWay(
        _ plan: FundingPlan, to targets: [FundingSource]
    ) throws(Problem) -> FundingWay? {
        let own = try cost(of: plan)
        var best: FundingWay?
        for target in targets where target != plan.contributionClass.fund {
            var its = plan.contributionClass
            its.fund = target
            let cost = try cost(
                of: FundingPlan(
                    people: plan.people, start: plan.start, months: plan.months,
                    contributionClass: its))
            let saving = own.perPerson - cost.perPerson
            guard saving > .zero else { continue }
            if let found = best, found.saving >= saving {
                if found.saving == saving { best?.targets.append(target) }
                continue
            }
            let last = zip(own.monthly, cost.monthly).enumerated().reduce(0) {
                $1.element.0 > $1.element.1 ? $1.offset : $0
            }
            best = FundingWay(
                plan: plan, targets: [target], price: own.perPerson, saving: saving,
                last: plan.start + last, rules: own.rules.union(cost.rules))
        }
        return best
    }

    private func move(_ way: FundingWay, people: Int) -> FundingMove {
        FundingMove(
            from: way.plan.contributionClass.fund, to: way.targets,
            sector: way.plan.contributionClass.sector, people: people, first: way.plan.start,
            months: way.plan.months, saving: way.saving * people, relief: way.price * people,
            cheaperUntil: way.last, citations: citations(of: way.rules))
    }
}

/// One sector of a share, and where it would cost least. Amounts are for one person over the plan.
private struct FundingWay {
    let plan: FundingPlan
    var targets: [FundingSource]
    let price: Rupiah
    let saving: Rupiah
    let last: Month
    let rules: CitationSet

    /// How many people must go so that the source pays `amount` less.
    func heads(for amount: Rupiah) -> Int {
        let whole = amount.times(price)
        return Int(price * Int(whole) < amount ? whole + 1 : whole)
    }
}
