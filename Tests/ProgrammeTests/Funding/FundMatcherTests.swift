import Civic
import Jamsostek
import Programme
import Testing

struct FundMatcherTests {
    private static let driver = Recipient(
        village: place("32.75.01.1001"), occupation: "online_ojek", sector: .transport)
    private static let vendor = Recipient(
        village: place("32.75.02.1001"), occupation: "vendor", sector: .other)
    private static let matcher = FundMatcher(law: nationalLaw)

    private static func wave(
        _ start: String, months: Int, _ recipients: [Recipient]
    ) -> FundingWave {
        FundingWave(start: month(start), months: months, recipients: recipients)
    }

    private static func fund(
        _ id: String, _ source: FundingSource, _ money: Int64,
        _ first: String = "2026-01", _ last: String = "2026-12"
    ) -> FundOffer {
        FundOffer(
            id: id, source: source, money: Rupiah(money), period: month(first)...month(last))
    }

    /// Worked example: 9,920 people for a year, and seven months for the next with what is left.
    @Test func `two billion rupiah carry 9,920 people through the year`() throws {
        let wave = Self.wave(
            "2026-01", months: 12, [Recipient](repeating: Self.vendor, count: 11_666))
        let found = try Self.matcher.match(
            wave, with: [Self.fund("apbd-2026", .apbd, 2_000_000_000)])
        #expect(found.proof.isProvenBest)
        #expect(found.proof.covered == 119_047)
        let year = FundMatching.Run(fund: 0, first: month("2026-01"), months: 12)
        #expect((1...9_920).allSatisfy { found.runs(ofPlace: $0) == [year] })
        #expect(found.runs(ofPlace: 9_921).map(\.months) == [7])
        #expect(found.runs(ofPlace: 9_922) == [])
        #expect(found.gaps.map(\.people) == [1, 1_745])
        #expect(found.gaps.map(\.firstPlace) == [9_921, 9_922])
        #expect(found.gaps.map(\.months) == [5, 12])
        #expect(found.gaps.allSatisfy { $0.reason == .money })
        #expect(found.uses.last?.left == Rupiah(2_000_000_000 - 119_047 * 16_800))
    }

    /// Worked example: with 1,746 drivers on donors' money the promise is kept for all.
    @Test func `donors take the drivers`() throws {
        let people = (0..<11_666).map { $0 % 5 == 0 ? Self.driver : Self.vendor }
        var donors = Self.fund("csr-2026", .csr, 1_746 * 12 * 8_400)
        donors.sectors = [.transport]
        let found = try Self.matcher.match(
            Self.wave("2026-01", months: 12, people),
            with: [Self.fund("apbd-2026", .apbd, 2_000_000_000), donors])
        #expect(found.proof.isProvenBest && found.proof.covered == 11_666 * 12)
        #expect(found.gaps == [])
        #expect(found.cost == Rupiah(2_351_865_600 - 175_996_800))
    }

    @Test func `a fund takes over when another ends`() throws {
        let found = try Self.matcher.match(
            Self.wave("2026-01", months: 12, [Self.driver, Self.driver]),
            with: [
                Self.fund("psr", .psr, 1_000_000, "2025-01", "2026-06"),
                Self.fund("apbd", .apbd, 1_000_000),
            ])
        let runs = [
            FundMatching.Run(fund: 0, first: month("2026-01"), months: 6),
            FundMatching.Run(fund: 1, first: month("2026-07"), months: 6),
        ]
        #expect(found.runs(ofPlace: 1) == runs && found.runs(ofPlace: 2) == runs)
    }

    @Test func `says why nobody pays`() throws {
        var near = Self.fund("csr-a", .csr, 1_000_000, "2026-01", "2026-03")
        near.places = [place("32.75.01")]
        near.occupations = ["online_ojek"]
        let tailor = Recipient(
            village: place("32.75.01.1002"), occupation: "tailor", sector: .other)
        let found = try Self.matcher.match(
            Self.wave("2026-01", months: 6, [Self.driver, tailor, Self.vendor]), with: [near])
        #expect(found.gaps.map(\.reason) == [.period, .occupation, .place])
        #expect(found.gaps.map(\.first) == ["2026-04", "2026-01", "2026-01"].map(month))
        #expect(found.gaps.map(\.months) == [3, 6, 6])
    }

    /// users.md 1.5: companies pay for six months or not at all.
    @Test func `a donor of packages gives whole ones`() throws {
        var csr = Self.fund("csr-a", .csr, 6 * 8_400 * 2 + 5 * 8_400, "2026-04", "2026-09")
        csr.perPersonMonthsMin = 6
        let people = [Recipient](repeating: Self.vendor, count: 3)
        let found = try Self.matcher.match(
            Self.wave("2026-04", months: 9, people), with: [csr])
        #expect((1...3).map { found.runs(ofPlace: $0).map(\.months) } == [[6], [6], []])
        csr.seats = 1
        let single = try Self.matcher.match(
            Self.wave("2026-04", months: 9, people), with: [csr])
        #expect((1...3).map { single.runs(ofPlace: $0).map(\.months) } == [[6], [], []])
        csr.perPersonMonthsMin = 7
        let none = try Self.matcher.match(Self.wave("2026-04", months: 9, people), with: [csr])
        #expect(none.schedules == [[]] && none.gaps.map(\.reason) == [.period])
    }

    @Test func `explains itself in numbers`() throws {
        let offers = [
            Self.fund("csr", .csr, 3 * 8_400 + 100, "2026-04", "2026-06"),
            Self.fund("later", .apbd, 500, "2027-01", "2027-03"),
        ]
        let found = try Self.matcher.match(
            Self.wave("2026-04", months: 3, [Self.vendor, Self.driver]), with: offers)
        let lines = found.lines(offers)
        #expect(lines.map(\.code) == [.pays, .idle, .uncovered])
        #expect(lines.map(\.people) == [1, 0, 1] && lines.map(\.personMonths) == [3, 0, 3])
        #expect(lines[0].first == month("2026-04") && lines[0].last == month("2026-06"))
        #expect(lines[0].amount == Rupiah(25_200) && lines[0].left == Rupiah(100))
        #expect(lines[1].amount == Rupiah(500))
        #expect(lines[2].reason == .money && lines[2].fund == nil)
    }

    @Test func `nothing comes of nothing`() throws {
        let empty = try Self.matcher.match(Self.wave("2026-01", months: 3, []), with: [])
        #expect(empty.proof.isProvenBest && empty.gaps == [] && empty.cost == .zero)
        let poor = try Self.matcher.match(
            Self.wave("2026-01", months: 3, [Self.driver]),
            with: [Self.fund("apbd", .apbd, -5)])
        #expect(poor.proof.covered == 0 && poor.gaps.map(\.reason) == [.money])
    }

    @Test func `large waves keep every rule`() throws {
        var generator = SeededGenerator(seed: 29)
        for round in 0..<12 {
            let city = FundingCase.random(
                &generator, people: 3_000, funds: 25, months: 12, packages: round % 2 == 1)
            let found = try Self.matcher.match(city.wave, with: city.offers)
            try FundingInvariants.check(found, city)
        }
    }
}

/// What must hold of every matching, reckoned from the people's side.
enum FundingInvariants {
    static func check(_ found: FundMatching, _ city: FundingCase) throws {
        let prices = try city.offers.map { offer in
            try [Occupation.Sector.other, .transport].map { sector in
                try (0..<city.months).map {
                    try nationalLaw.rate(
                        for: ContributionClass(sector: sector, fund: offer.source),
                        in: city.start + $0
                    ).total.amount
                }
            }
        }
        var amounts: [[Month: Int64]] = city.offers.map { _ in [:] }
        var seats = city.offers.map { _ in 0 }
        var covered = 0
        var broken: [String] = []
        for (position, person) in city.people.enumerated() {
            var next = city.start
            for run in found.runs(ofPlace: position + 1) {
                let offer = city.offers[run.fund]
                // One payer a month, in the months and for the people that the fund allows.
                var rules = [
                    run.first >= next && run.last <= city.start + (city.months - 1),
                    offer.period.contains(run.first) && offer.period.contains(run.last),
                    offer.places.isEmpty || offer.places.contains(person.village)
                        || offer.places.contains(person.village.district),
                    offer.occupations.isEmpty || offer.occupations.contains(person.occupation),
                    offer.sectors.isEmpty || offer.sectors.contains(person.sector),
                ]
                if offer.givesPackages {
                    let window = offer.window(from: city.start, months: city.months)
                    rules.append(run.months == window.count)
                    seats[run.fund] += 1
                } else {
                    rules.append(run.months <= offer.perPersonMonths ?? .max)
                }
                if rules.contains(false) { broken.append("\(position) \(run) \(rules)") }
                next = run.last + 1
                covered += run.months
                for month in 0..<run.months {
                    let sector = person.sector == .transport ? 1 : 0
                    amounts[run.fund][run.first + month, default: 0] +=
                        prices[run.fund][sector][run.first - city.start + month]
                }
            }
        }
        #expect(broken.prefix(3) == [])
        #expect(covered == found.proof.covered && covered <= found.proof.bound)
        var missing = 0
        for gap in found.gaps { missing += gap.months * gap.people }
        #expect(covered + missing == city.people.count * city.months)
        for (fund, offer) in city.offers.enumerated() {
            #expect(amounts[fund].values.reduce(0, +) <= offer.money.amount)
            #expect(seats[fund] <= offer.seats ?? .max)
        }
        #expect(found.uses.allSatisfy { amounts[$0.fund][$0.month] == $0.amount.amount })
        #expect(found.uses.count == amounts.reduce(0) { $0 + $1.count })
        #expect(found.cost.amount == amounts.reduce(0) { $0 + $1.values.reduce(0, +) })
    }
}
