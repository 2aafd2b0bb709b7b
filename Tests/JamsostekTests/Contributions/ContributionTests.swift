import Civic
import Jamsostek
import Testing

/// Worked examples 1 to 9 of the domain facts, section 11.
struct ContributionTests {
    struct Example: Sendable {
        let number: Int
        let source: String
        let income: Int64
        let month: String
        let sector: Occupation.Sector
        let fund: FundingSource
        var saves = false
        let total: Int64
    }

    static let examples = [
        Example(
            number: 1, source: "Sampang", income: 1_000_000, month: "2025-11", sector: .other,
            fund: .apbd, total: 10_000 + 6_800),
        Example(
            number: 2, source: "first band", income: 750_000, month: "2025-11", sector: .other,
            fund: .apbd, total: 16_800),
        Example(
            number: 3, source: "PP 50/2025 Pasal 3", income: 1_000_000, month: "2026-02",
            sector: .transport, fund: .apbd, total: 16_800),
        Example(
            number: 4, source: "PP 50/2025", income: 1_000_000, month: "2026-02",
            sector: .transport, fund: .psr, total: 5_000 + 3_400),
        Example(
            number: 5, source: "PP 50/2025", income: 1_000_000, month: "2026-03", sector: .other,
            fund: .selfPaid, total: 16_800),
        Example(
            number: 5, source: "PP 50/2025", income: 1_000_000, month: "2026-04", sector: .other,
            fund: .selfPaid, total: 8_400),
        Example(
            number: 5, source: "PP 50/2025", income: 1_000_000, month: "2026-12", sector: .other,
            fund: .selfPaid, total: 8_400),
        Example(
            number: 5, source: "PP 50/2025", income: 1_000_000, month: "2027-01", sector: .other,
            fund: .selfPaid, total: 16_800),
        Example(
            number: 6, source: "PP 50/2025", income: 1_000_000, month: "2027-03",
            sector: .transport, fund: .selfPaid, total: 8_400),
        Example(
            number: 6, source: "PP 50/2025", income: 1_000_000, month: "2027-04",
            sector: .transport, fund: .selfPaid, total: 16_800),
        Example(
            number: 7, source: "PP 50/2025", income: 1_000_000, month: "2026-05",
            sector: .transport, fund: .selfPaid, saves: true, total: 5_000 + 3_400 + 20_000),
        Example(
            number: 8, source: "PP 44/2015 Lampiran II", income: 1_600_000, month: "2025-11",
            sector: .other, fund: .apbd, total: 16_000 + 6_800),
        Example(
            number: 8, source: "PP 44/2015 Lampiran II", income: 1_600_000, month: "2025-11",
            sector: .other, fund: .apbd, saves: true, total: 54_800),
    ]

    @Test(arguments: examples)
    func `a month costs what the worked example says`(_ example: Example) throws {
        let contributionClass = ContributionClass(
            sector: example.sector, fund: example.fund, declaredIncome: Rupiah(example.income),
            savesForOldAge: example.saves)
        let breakdown = try law.rate(for: contributionClass, in: month(example.month))
        #expect(breakdown.total == Rupiah(example.total), "example \(example.number)")
    }

    /// Example 9.
    @Test func `months paid ahead cost what their own month costs`() throws {
        let ahead = months("2027-01", "2027-06")
        let driver = ContributionClass(sector: .transport, fund: .selfPaid)
        let bill = try law.contributions(for: driver, in: ahead, paidIn: month("2027-01"))
        #expect(bill.total == Rupiah(3 * 8_400 + 3 * 16_800))
    }

    @Test func `the month of payment can decide instead, but never makes old months cheaper`()
        throws
    {
        let law = try NationalData.law(overriding: ["prepaidMonthPricing": "payment_month"])
        let driver = ContributionClass(sector: .transport, fund: .selfPaid)
        let bill = try law.contributions(
            for: driver, in: months("2027-01", "2027-06"), paidIn: month("2027-01"))
        #expect(bill.total == Rupiah(6 * 8_400))
        let late = try law.contributions(
            for: driver, in: [month("2025-12")], paidIn: month("2026-01"))
        #expect(late.total == Rupiah(16_800))
    }

    @Test func `donated months lose the relief where the branch says so`() throws {
        let law = try NationalData.law(overriding: ["discountForCsrPsr": "false"])
        for fund in [FundingSource.csr, .psr] {
            let driver = ContributionClass(sector: .transport, fund: fund)
            #expect(try law.rate(for: driver, in: month("2026-02")).total == Rupiah(16_800))
        }
    }

    @Test func `members who employ others share in the relief only by setting`() throws {
        let owner = ContributionClass(sector: .other, fund: .selfPaid, employsOthers: true)
        #expect(try law.rate(for: owner, in: month("2026-05")).total == Rupiah(16_800))
        let generous = try NationalData.law(overriding: ["discountForEmployers": "true"])
        #expect(try generous.rate(for: owner, in: month("2026-05")).total == Rupiah(8_400))
    }

    @Test func `one excluded fund decides the price of a shared month`() throws {
        let funds: [FundingSource] = [.psr, .apbd]
        let deciding = try law.decidingFund(of: funds, sector: .transport, in: month("2026-02"))
        #expect(deciding == .apbd)
        let generous = try NationalData.law(overriding: ["mixedPayerDiscount": "true"])
        let other = try generous.decidingFund(
            of: funds, sector: .transport, in: month("2026-02"))
        #expect(other == .psr)
    }

    @Test func `every price names its sources`() throws {
        let driver = ContributionClass(
            sector: .transport, fund: .selfPaid, savesForOldAge: true)
        let rules = try law.rate(for: driver, in: month("2026-02")).rules
        let ids = law.citations(of: rules).map(\.id)
        #expect(
            ids == ["pp-44-2015-lampiran-2", "pp-44-2015-iuran-jkm", "pp-46-2015", "pp-50-2025"])
    }

    @Test func `a band that was never compared with the annex says so`() throws {
        func confidence(_ income: Int64) throws -> Confidence {
            let person = ContributionClass(
                sector: .other, fund: .selfPaid, declaredIncome: Rupiah(income))
            return try law.rate(for: person, in: month("2026-01")).confidence
        }
        #expect(try confidence(1_000_000) == .high)
        #expect(try confidence(2_000_000) == .medium)
        #expect(try confidence(3_000_000) == .low)
    }

    @Test func `refuses a month without law`() {
        let person = ContributionClass(sector: .other, fund: .selfPaid)
        let problem = #expect(throws: Problem.self) {
            try law.rate(for: person, in: month("2015-06"))
        }
        #expect(problem?.code == "law-not-in-force")
    }
}
