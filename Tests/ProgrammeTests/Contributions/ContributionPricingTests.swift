import Civic
import Jamsostek
import Testing

@testable import Programme

struct ContributionPricingTests {
    private static let volunteers = Cohort(
        id: "kader", title: Phrase("Kader", en: "Volunteers"), numberPrefix: "KDR", segment: .bpu,
        fund: .apbd, declaredIncome: Rupiah(1_600_000), savesForOldAge: true, expected: nil,
        source: Citation(id: "t", title: "T"))

    private func pricing(_ iso: String) throws -> ContributionPricing {
        try ContributionPricing(
            nationalLaw, in: month(iso), declaredIncome: Rupiah(1_000_000),
            cohorts: [Self.volunteers], transport: ["online_ojek"])
    }

    /// Worked examples 1, 3, 4, 5 and 10 of the domain facts.
    @Test func theFundDecidesThePrice() throws {
        let february = try pricing("2026-02")
        #expect(
            february.price(.apbd, cohort: "sigap", occupation: "online_ojek") == Rupiah(16_800))
        #expect(february.price(.psr, cohort: "sigap", occupation: "online_ojek") == Rupiah(8_400))
        #expect(february.price(.csr, cohort: "sigap", occupation: "vendor") == Rupiah(16_800))
        let april = try pricing("2026-04")
        #expect(april.price(.csr, cohort: "sigap", occupation: "vendor") == Rupiah(8_400))
        #expect(april.price(.csr, cohort: "sigap", occupation: nil) == Rupiah(8_400))
        let month = february.price(.apbd, cohort: "sigap", occupation: nil) * 11_666
        #expect(month == Rupiah(195_988_800))
        #expect(month * 12 == Rupiah(2_351_865_600))
    }

    /// Worked example 8: an older cohort pays by what was declared for it.
    @Test func anOlderCohortHasItsOwnClass() throws {
        let price = try pricing("2026-02").price(.apbd, cohort: "kader", occupation: nil)
        #expect(price == Rupiah(54_800))
    }
}
