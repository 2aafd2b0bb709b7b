import Civic
import Jamsostek
import Testing

@testable import Programme

struct GuardBoardTests {
    static let policy = GuardPolicy(
        processingDays: 0, horizon: 12, warningMonths: 2, owners: [:],
        source: Citation(id: "t", title: "T"))

    private func findings(
        paid: [String], on iso: String, from: String? = nil
    ) throws -> GuardFindings {
        let today = day(iso)
        var board = GuardBoard(on: today)
        board.add(activeFrom: from.map { day($0) })
        for text in paid { board.note(month(text), isPaid: true, fund: 0, at: 0) }
        return board.findings(try nationalLaw.coverRules(on: today), Self.policy, funds: 1)
    }

    /// Worked example 12: paid for November and December 2025 only.
    @Test(arguments: [
        ("2025-12-15", 0), ("2026-01-15", 1), ("2026-02-28", 2), ("2026-03-31", 3),
        ("2026-04-01", 4),
    ])
    func coverLapsesAfterThreeUnpaidMonths(_ iso: String, _ unpaid: Int) throws {
        let found = try findings(paid: ["2025-11", "2025-12"], on: iso)
        var counts = [0, 0, 0, 0, 0]
        counts[unpaid] = 1
        #expect(found.unpaid == counts)
        #expect(found.risks.map(\.unpaid) == (unpaid == 0 ? [] : [unpaid]))
        if let risk = found.risks.first {
            #expect(risk.lapsesOn == day("2026-04-01"))
            #expect(risk.safeDay == day("2026-03-31"))
        }
    }

    /// Worked example 13: a month that is paid later stands again, the one before stays unpaid.
    @Test func aLatePaymentSavesCover() throws {
        let found = try findings(paid: ["2025-11", "2025-12", "2026-02"], on: "2026-02-20")
        #expect(found.unpaid == [1, 0, 0, 0, 0])
    }

    @Test func theLastSafeDayLeavesTimeForTheTreasury() {
        let policy = GuardPolicy(
            processingDays: 7, horizon: 12, warningMonths: 2, owners: [:],
            source: Citation(id: "t", title: "T"))
        #expect(policy.safeDay(lapsingOn: day("2026-05-01")) == day("2026-04-23"))
        #expect(Self.policy.safeDay(lapsingOn: day("2026-05-01")) == day("2026-04-30"))
    }

    @Test func whoeverWasNeverPaidForHasNotBegun() throws {
        let found = try findings(paid: [], on: "2026-02-20")
        #expect((found.notStarted, found.people, found.risks.count) == (1, 1, 0))
    }

    /// Many people with random months, against the law asked for each of them alone.
    @Test(arguments: [UInt64(1), 2, 3])
    func theBoardAgreesWithTheLaw(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let today = day("2026-07-14")
        let rules = try nationalLaw.coverRules(on: today)
        var board = GuardBoard(on: today)
        var counts = [0, 0, 0, 0, 0]
        var risks: [GuardFindings.Risk] = []
        var (notStarted, kept) = (0, [Int](repeating: 0, count: 12))
        for position in 0..<800 {
            var paid: Set<Month> = []
            board.add(activeFrom: nil)
            for offset in -60..<14 where Int.random(in: 0..<10, using: &random) < 6 {
                let month = today.month + offset
                let isPaid = offset <= 1
                board.note(month, isPaid: isPaid, fund: 0, at: position)
                if isPaid { paid.insert(month) }
                if (0..<12).contains(offset) { kept[offset] += 1 }
            }
            let report = rules.report(of: CoverHistory(paid: paid))
            switch report.status {
            case .notStarted: notStarted += 1
            case .active: counts[0] += 1
            case .inArrears(let months): counts[months] += 1
            case .lapsed: counts[4] += 1
            }
            if report.status == .active || report.status == .notStarted { continue }
            let lapse = try #require(report.lapsesOn)
            risks.append(
                GuardFindings.Risk(
                    position: position,
                    unpaid: report.status == .lapsed ? 4 : report.unpaidMonths, lapsesOn: lapse,
                    safeDay: lapse + -1))
        }
        let found = board.findings(rules, Self.policy, funds: 1)
        #expect(found.unpaid == counts)
        #expect(found.notStarted == notStarted)
        #expect(found.risks == risks)
        #expect(found.kept[0] == kept)
        #expect(found.people == 800)
    }

    /// A million people who have paid in a thousand different ways.
    @Test func aMillionPeopleTakeAMoment() throws {
        let today = day("2026-07-14")
        var board = GuardBoard(on: today)
        board.reserve(1_000_000)
        for position in 0..<1_000_000 {
            board.add(activeFrom: nil)
            let skipped = position % 1000
            for offset in -9..<6 where offset != skipped % 15 - 9 && offset != skipped / 70 - 9 {
                board.note(today.month + offset, isPaid: offset < 1, fund: 0, at: position)
            }
        }
        let rules = try nationalLaw.coverRules(on: today)
        let start = ContinuousClock.now
        let found = board.findings(rules, Self.policy, funds: 1)
        let time = ContinuousClock.now - start
        #expect(found.people == 1_000_000)
        #expect(time < .seconds(2), "measured \(time)")
    }
}
