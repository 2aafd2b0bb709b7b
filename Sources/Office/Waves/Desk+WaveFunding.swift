package import Civic
package import Programme
package import Store

/// Which fund pays for whom in a wave.
package struct WaveFundingPlan: Sendable {
    package struct Use: Sendable, Hashable {
        package let fund: String
        /// People for whom it pays at least one month.
        package let people: Int
        /// Months of all of them together.
        package let months: Int
        package let amount: Rupiah
        /// Money that nobody asks for then.
        package let left: Rupiah
    }

    /// People for whom nobody pays in the same months, for the same reason.
    package struct Gap: Sendable, Hashable {
        package let reason: FundMatching.Reason
        package let months: ClosedRange<Month>
        package let people: Int
        package let firstPlace: Int
    }

    /// In the order of the wave's funds.
    package let uses: [Use]
    package let gaps: [Gap]
    /// Months that are paid, and that the wave promises.
    package let covered: Int
    package let promised: Int
    /// Whether no other way to match pays for more, better or cheaper.
    package let isProven: Bool
    /// Whether this is what is kept already.
    package let isKept: Bool
}

extension Desk {
    /// How the chosen people of a frozen wave are best paid for; nil where there is no such wave, or
    /// no order yet.
    package func waveFunding(
        of wave: Wave, for viewer: Viewer
    ) async throws(Problem) -> WaveFundingPlan? {
        try viewer.require(.seeWaves)
        guard wave.order != nil else { return nil }
        let kept = try await store.waveFunding(wave.id)
        guard wave.state == .frozen else { return try await plan(keptOf: wave, kept) }
        let match = try await match(wave)
        return match.plan(isKept: match.rows.sorted(by: WaveMatch.isBefore) == kept)
    }

    /// Matches the funds and keeps the result, for the wave as it was at `version`.
    package func matchFunds(
        of id: Int, version: Int, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.planWaves)
        guard let wave = try await store.wave(id), wave.order != nil else {
            throw Desk.noOrder()
        }
        let match = try await match(wave)
        try await store.saveWaveFunding(
            id, match.rows, version: version, by: act(viewer, "wave-fund", key: key))
    }

    private func match(_ wave: Wave) async throws(Problem) -> WaveMatch {
        let chosen = try await store.allWavePlaces(
            wave.id, WavePlaceFilter(isChosen: true))
        let purses = try await purses(of: wave.plan, besides: wave.id)
        let funds = try await store.funds().map(\.fund)
        let offers = purses.compactMap { purse in
            funds.first { $0.id == purse.fund }.map { FundOffer($0, money: purse.money) }
        }
        let months = wave.plan.months
        let recipients = chosen.map { place in
            let person = place.candidate
            return Recipient(
                village: person.village ?? person.district ?? region.code,
                occupation: person.occupation ?? "", sector: sector(person.occupation))
        }
        var matcher = FundMatcher(law: law)
        matcher.declaredIncome = region.plan.declaredIncome
        let matching = try matcher.match(
            FundingWave(
                start: months.lowerBound, months: months.upperBound - months.lowerBound + 1,
                recipients: recipients), with: offers)
        return WaveMatch(matching: matching, chosen: chosen, offers: offers)
    }

    /// What was kept of a wave whose funds are settled.
    private func plan(
        keptOf wave: Wave, _ kept: [WaveFunding]
    ) async throws(Problem) -> WaveFundingPlan {
        let funds = try await store.funds()
        var amounts: [String: Rupiah] = [:]
        for use in try await store.waveFundingUses(wave.id) {
            guard let source = funds.first(where: { $0.fund.id == use.fund })?.fund.source else {
                continue
            }
            amounts[use.fund, default: .zero] += try price(use, source)
        }
        let byFund = Dictionary(grouping: kept, by: \.fund)
        let promised =
            (wave.order?.chosen ?? 0)
            * (wave.plan.months.upperBound - wave.plan.months.lowerBound + 1)
        return WaveFundingPlan(
            uses: wave.plan.funds.map { id in
                WaveFundingPlan.Use(
                    fund: id, people: Set((byFund[id] ?? []).map(\.number)).count,
                    months: (byFund[id] ?? []).reduce(0) { $0 + $1.count },
                    amount: amounts[id] ?? .zero,
                    left: funds.first { $0.fund.id == id }?.available ?? .zero)
            }, gaps: [], covered: kept.reduce(0) { $0 + $1.count }, promised: promised,
            isProven: false, isKept: true)
    }

    private static func noOrder() -> Problem {
        Problem(
            .conflict, "wave-open",
            Phrase(
                "Urutan gelombang ini belum dibekukan.",
                en: "The order of this wave is not frozen yet."),
            do: Phrase(
                "Bekukan urutannya dulu, lalu cocokkan dana.",
                en: "Freeze the order first, then match the funds."))
    }
}

extension FundOffer {
    /// What a fund of the store offers.
    fileprivate init(_ fund: Fund, money: Rupiah) {
        self.init(id: fund.id, source: fund.source, money: money, period: fund.months)
        places = Set(fund.terms.places.compactMap { PlaceCode($0) })
        occupations = Set(fund.terms.occupations)
        perPersonMonths = fund.terms.monthsAtMost
        perPersonMonthsMin = fund.terms.monthsAtLeast
        seats = fund.terms.seats
    }
}

/// A matching, told of people instead of places.
private struct WaveMatch {
    let matching: FundMatching
    let chosen: [WavePlace]
    let offers: [FundOffer]
    let rows: [WaveFunding]

    init(matching: FundMatching, chosen: [WavePlace], offers: [FundOffer]) {
        self.matching = matching
        self.chosen = chosen
        self.offers = offers
        rows = chosen.indices.flatMap { position in
            matching.runs(ofPlace: position + 1).map { run in
                WaveFunding(
                    number: chosen[position].candidate.number, months: run.first...run.last,
                    fund: matching.funds[run.fund])
            }
        }
    }

    static func isBefore(_ left: WaveFunding, _ right: WaveFunding) -> Bool {
        (left.number, left.months.lowerBound) < (right.number, right.months.lowerBound)
    }

    func plan(isKept: Bool) -> WaveFundingPlan {
        let byFund = Dictionary(grouping: rows, by: \.fund)
        let uses = offers.enumerated().map { position, offer in
            let amount = matching.uses.reduce(Rupiah.zero) { sum, use in
                use.fund == position ? sum + use.amount : sum
            }
            return WaveFundingPlan.Use(
                fund: offer.id, people: Set((byFund[offer.id] ?? []).map(\.number)).count,
                months: (byFund[offer.id] ?? []).reduce(0) { $0 + $1.count }, amount: amount,
                left: offer.money - amount)
        }
        return WaveFundingPlan(
            uses: uses, gaps: gaps(), covered: rows.reduce(0) { $0 + $1.count },
            promised: chosen.count * matching.months, isProven: matching.proof.isProvenBest,
            isKept: isKept)
    }

    /// Gaps of all kinds of people together, first place first.
    private func gaps() -> [WaveFundingPlan.Gap] {
        struct Name: Hashable {
            let reason: FundMatching.Reason
            let first: Month
            let months: Int
        }
        let alike = Dictionary(grouping: matching.gaps) { gap in
            Name(reason: gap.reason, first: gap.first, months: gap.months)
        }
        return alike.map { name, gaps in
            WaveFundingPlan.Gap(
                reason: name.reason, months: name.first...(name.first + (name.months - 1)),
                people: gaps.reduce(0) { $0 + $1.people },
                // A gap concerns at least one place.
                firstPlace: gaps.map(\.firstPlace).min() ?? 0)
        }.sorted { left, right in
            (left.firstPlace, left.months.lowerBound) < (right.firstPlace, right.months.lowerBound)
        }
    }
}
