import Civic
import Jamsostek
import Testing

struct ScholarshipTests {
    static let on = day("2026-07-01")

    /// Example 29.
    @Test func `the whole way through school is 87 million a child`() throws {
        let one = try law.scholarship(for: [ScholarChild(level: "tk")], on: Self.on)
        #expect(one.maximum == Rupiah(87_000_000))
        let two = try law.scholarship(
            for: [ScholarChild(level: "tk"), ScholarChild(level: "belum")], on: Self.on)
        #expect(two.maximum == Rupiah(174_000_000))
    }

    /// Example 30.
    @Test func `one in primary school and one at university get 13.5 million a year`() throws {
        let family = [ScholarChild(level: "sd"), ScholarChild(level: "pt")]
        let year = try law.scholarship(for: family, on: Self.on).perYear
        #expect(year == Rupiah(1_500_000 + 12_000_000))
    }

    /// Example 30: the 23rd birthday ends it.
    @Test(arguments: [("2003-07-01", 0), ("2003-07-02", 12_000_000)])
    func `the twenty-third birthday ends a scholarship`(_ birth: String, _ year: Int64) throws {
        let child = ScholarChild(level: "pt", birthDate: day(birth))
        #expect(try law.scholarship(for: [child], on: Self.on).perYear == Rupiah(year))
    }

    @Test func `marriage or work ends it, and so do all paid years of a level`() throws {
        let married = ScholarChild(level: "pt", standsAlone: true)
        #expect(try law.scholarship(for: [married], on: Self.on) == .none)
        let done = ScholarChild(level: "sma", yearsPaid: 3)
        let amount = try law.scholarship(for: [done], on: Self.on)
        #expect(amount.perYear == .zero)
        #expect(amount.maximum == Rupiah(60_000_000))
    }

    @Test func `of three children the two who get most count`() throws {
        let family = ["sd", "pt", "sma"].map { ScholarChild(level: $0) }
        #expect(try law.scholarship(for: family, on: Self.on).perYear == Rupiah(15_000_000))
    }

    @Test func `refuses an unknown level and names the known ones`() {
        let problem = #expect(throws: Problem.self) {
            try law.scholarship(for: [ScholarChild(level: "s3")], on: Self.on)
        }
        #expect(problem?.remedy.english == "Use one of: belum, tk, sd, smp, sma, pt.")
    }
}
