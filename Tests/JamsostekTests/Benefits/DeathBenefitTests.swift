import Civic
import Jamsostek
import Testing

struct DeathBenefitTests {
    private func award(
        _ cause: DeathCase.Cause, paid: [Month], on: String, children: [String] = [],
        law: Law = law
    ) throws -> BenefitAward {
        try law.deathBenefit(
            DeathCase(
                cause, on: day(on), declaredIncome: Rupiah(1_000_000),
                history: CoverHistory(paid: paid),
                children: children.map { ScholarChild(level: $0) }))
    }

    /// Example 17: the third month of membership.
    @Test func `a natural death before three months pays the funeral only`() throws {
        let award = try award(.natural, paid: months("2025-11", "2026-01"), on: "2026-01-31")
        #expect(award.total == Rupiah(10_000_000))
        #expect(award.items.map(\.code) == [.deathEarlyFuneral])
    }

    /// Example 18: one day later, in good standing.
    @Test func `a natural death after three months pays in full`() throws {
        let award = try award(.natural, paid: months("2025-11", "2026-02"), on: "2026-02-01")
        #expect(award.total == Rupiah(20_000_000 + 12_000_000 + 10_000_000))
        #expect(award.note == nil)
    }

    /// Example 19.
    @Test func `the clock counts from the first paid month`() throws {
        let award = try award(.natural, paid: months("2025-10", "2026-01"), on: "2026-01-01")
        #expect(award.total == Rupiah(42_000_000))
    }

    /// Example 20: thirty-six paid months open the scholarship, thirty-five do not.
    @Test func `scholarships after a natural death need thirty-six months`() throws {
        let full = try award(
            .natural, paid: months("2023-01", "2025-12"), on: "2025-12-15",
            children: ["tk", "tk"])
        #expect(full.total == Rupiah(42_000_000))
        #expect(full.scholarshipMax == Rupiah(174_000_000))
        let short = try award(
            .natural, paid: months("2023-02", "2025-12"), on: "2025-12-15",
            children: ["tk", "tk"])
        #expect(short.total == Rupiah(42_000_000))
        #expect(short.scholarshipMax == .zero)
    }

    /// Example 21.
    @Test func `the insurer owes one per cent for each day it is late`() throws {
        let (due, paid) = (day("2026-01-14"), day("2026-01-16"))
        let late = try law.lateCompensation(for: Rupiah(42_000_000), dueOn: due, paidOn: paid)
        #expect(late == Rupiah(840_000))
        #expect(
            try law.lateCompensation(for: Rupiah(42_000_000), dueOn: due, paidOn: due) == .zero)
    }

    /// Example 22: also in the first month of membership.
    @Test func `a death at work pays in full from the first month`() throws {
        for paid in [months("2026-01", "2026-01"), months("2023-01", "2026-01")] {
            let award = try award(
                .workAccident, paid: paid, on: "2026-01-20", children: ["sd", "pt"])
            #expect(award.total == Rupiah(48_000_000 + 10_000_000 + 12_000_000))
            #expect(award.scholarshipPerYear == Rupiah(13_500_000))
        }
    }

    @Test func `a death in an unpaid month is computed but not promised`() throws {
        let award = try award(.natural, paid: months("2025-11", "2025-12"), on: "2026-02-10")
        #expect(award.total == Rupiah(42_000_000))
        #expect(award.note == .confirmWithInsurer)
    }

    @Test(arguments: [("pay", 42_000_000, nil), ("refuse", 0, BenefitNote.inArrears)])
    func `the branch's answer on unpaid months is a setting`(
        _ answer: String, _ total: Int64, _ note: BenefitNote?
    ) throws {
        let law = try NationalData.law(overriding: ["eventInUnpaidMonth": answer])
        let award = try award(
            .natural, paid: months("2025-11", "2025-12"), on: "2026-02-10", law: law)
        #expect(award.total == Rupiah(total))
        #expect(award.note == note)
    }

    @Test(arguments: [
        ("2025-10-31", BenefitNote.notStarted), ("2026-04-01", .lapsed), ("2027-01-01", .lapsed),
    ])
    func `nothing is due without cover`(_ on: String, _ note: BenefitNote) throws {
        for cause in DeathCase.Cause.allCases {
            let award = try award(
                cause, paid: months("2025-11", "2025-12"), on: on, children: ["sd"])
            #expect(award.items.isEmpty)
            #expect(award.scholarshipMax == .zero)
            #expect(award.note == note)
        }
    }

    @Test func `before Permenaker 1/2025 a natural death paid in full at once`() throws {
        let award = try award(.natural, paid: months("2025-01", "2025-02"), on: "2025-02-23")
        #expect(award.total == Rupiah(42_000_000))
        let next = try self.award(
            .natural, paid: months("2025-01", "2025-02"), on: "2025-02-24")
        #expect(next.total == Rupiah(10_000_000))
    }

    @Test func `the early amount can be called cash and funeral`() throws {
        let law = try NationalData.law(overriding: ["jkmEarlyItems": "cash_and_funeral"])
        let award = try award(
            .natural, paid: months("2026-01", "2026-01"), on: "2026-01-20", law: law)
        #expect(award.items.map(\.code) == [.deathEarlyCash, .deathEarlyFuneral])
        #expect(award.items.map(\.amount) == [Rupiah(8_000_000), Rupiah(2_000_000)])
    }
}
