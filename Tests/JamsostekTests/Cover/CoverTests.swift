import Civic
import Jamsostek
import Testing

struct CoverTests {
    static let novemberAndDecember = CoverHistory(paid: months("2025-11", "2025-12"))

    /// Example 12: BPJS questions and answers, as SIGAP reads them.
    @Test(arguments: [
        ("2025-10-31", CoverageStatus.notStarted), ("2025-12-15", .active),
        ("2026-01-15", .inArrears(1)), ("2026-02-28", .inArrears(2)),
        ("2026-03-31", .inArrears(3)), ("2026-04-01", .lapsed),
    ])
    func `two paid months carry cover until the fourth unpaid one`(
        _ on: String, _ status: CoverageStatus
    ) throws {
        let report = try law.cover(of: Self.novemberAndDecember, on: day(on))
        #expect(report.status == status)
    }

    @Test func `the report says until when a payment saves the cover`() throws {
        let report = try law.cover(of: Self.novemberAndDecember, on: day("2026-01-15"))
        #expect(report.activeUntil == day("2025-12-31"))
        #expect(report.lapsesOn == day("2026-04-01"))
        #expect(report.lastSafeDay == day("2026-03-31"))
        #expect(report.fullDeathBenefitFrom == day("2026-02-01"))
        #expect(report.membershipMonths == 2)
        #expect(report.contributionMonths == 2)
    }

    /// Example 13: a payment after a missed month; the missed one stays unpaid, without fine.
    @Test func `a payment after a missed month is cover again, without fine`() throws {
        let history = CoverHistory(paid: months("2025-11", "2025-12") + [month("2026-02")])
        let report = try law.cover(of: history, on: day("2026-02-20"))
        #expect(report.status == .active)
        #expect(report.missedMonths == [month("2026-01")])
        let cityPays = ContributionClass(sector: .other, fund: .apbd)
        let arrears = try law.arrears(of: report, for: cityPays, on: day("2026-02-20"))
        #expect(arrears.fine == .zero)
        #expect(arrears.bill.total == Rupiah(16_800))
    }

    @Test func `months paid ahead move the last safe day`() throws {
        let history = CoverHistory(paid: months("2026-01", "2026-06"))
        let report = try law.cover(of: history, on: day("2026-01-10"))
        #expect(report.activeUntil == day("2026-06-30"))
        #expect(report.lastSafeDay == day("2026-09-30"))
        #expect(report.contributionMonths == 1)
    }

    @Test func `after a lapse the death benefit waits again`() throws {
        let history = CoverHistory(paid: months("2025-01", "2025-06") + [month("2025-12")])
        let on = day("2025-12-20")
        let report = try law.cover(of: history, on: on)
        #expect(report.status == .active)
        #expect(report.fullDeathBenefitFrom == day("2026-03-01"))
        #expect(report.membershipMonths == 0)
        let kind = try NationalData.law(overriding: ["jkmClockResetsAfterLapse": "false"])
        let kindReport = try kind.cover(of: history, on: on)
        #expect(kindReport.fullDeathBenefitFrom == day("2025-04-01"))
        // January to September before the lapse.
        #expect(kindReport.membershipMonths == 9)
    }

    @Test func `cover stays lost where all arrears must be paid first`() throws {
        let strict = try NationalData.law(overriding: ["reactivationRequiresArrears": "true"])
        let history = CoverHistory(paid: [month("2025-01"), month("2025-08")])
        #expect(try law.cover(of: history, on: day("2025-08-15")).status == .active)
        #expect(try strict.cover(of: history, on: day("2025-08-15")).status == .lapsed)
        let settled = CoverHistory(paid: months("2025-01", "2025-08"))
        #expect(try strict.cover(of: settled, on: day("2025-08-15")).status == .active)
    }

    @Test(arguments: [
        ("payment_date", "2025-11-05"), ("next_day", "2025-11-06"), ("month_start", "2025-11-01"),
    ])
    func `cover starts by setting`(_ rule: String, _ start: String) throws {
        let law = try NationalData.law(overriding: ["coverageStartRule": rule])
        #expect(law.coverStart(of: month("2025-11"), paidOn: day("2025-11-05")) == day(start))
        #expect(
            law.coverStart(of: month("2026-02"), paidOn: day("2025-11-05"))
                == day("2026-02-01"))
    }

    @Test func `cover that starts within a month counts from that day`() throws {
        let history = CoverHistory(
            paid: months("2026-02", "2026-12"), startsOn: day("2026-02-02"))
        #expect(try law.cover(of: history, on: day("2026-02-01")).status == .notStarted)
        let report = try law.cover(of: history, on: day("2026-05-01"))
        #expect(report.fullDeathBenefitFrom == day("2026-05-02"))
        #expect(report.membershipMonths == 2)
    }

    @Test func `a month paid twice is one month`() throws {
        let history = CoverHistory(paid: [month("2025-11"), month("2025-11")])
        #expect(history.paidMonths == [month("2025-11")])
    }

    /// Example 36: universal coverage, each person once.
    @Test(arguments: [
        (44_000, "44,00%"), (44_000 + 11_666, "55,67%"), (44_000 + 11_666 - 6_000, "49,67%"),
    ])
    func `universal coverage in per cent`(_ active: Int, _ text: String) {
        #expect(UniversalCoverage(active: active, eligible: 100_000).text == text)
    }

    @Test func `nobody eligible has no percentage`() {
        #expect(UniversalCoverage(active: 0, eligible: 0).text == "–")
    }
}
