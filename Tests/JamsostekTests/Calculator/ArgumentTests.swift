import Civic
import Jamsostek
import Testing

/// Arguments that are refused, always with exit status 2 and a remedy.
struct ArgumentTests {
    static let today = day("2026-01-31")

    private func refusal(_ body: () throws -> Void) -> String? {
        let problem = #expect(throws: Problem.self, performing: body)
        #expect(problem?.exitStatus == 2)
        return problem?.sentence(.english)
    }

    @Test(arguments: [
        "-1", "1,5", "1e6", "", "abc", "1000000000000001", "1.00", "1000.000",
        "99999999999999999999",
    ])
    func `refuses an income that is no amount of rupiah`(_ income: String) {
        let text = refusal {
            _ = try ContributionQuestion(
                income: income, month: "2026-01", sector: "other", fund: "self",
                programs: "jkk,jkm")
        }
        #expect(text?.hasPrefix("--income cannot be used") == true)
    }

    @Test(arguments: ["2026-13", "2026-1", "202601", "2026-01-01", "", "Januari"])
    func `refuses a month in another form`(_ month: String) {
        let text = refusal {
            _ = try ContributionQuestion(
                income: nil, month: month, sector: "other", fund: "self", programs: "jkk,jkm")
        }
        #expect(text?.hasPrefix("--month cannot be used") == true)
    }

    @Test func `names the choices`() {
        let sector = refusal {
            _ = try ContributionQuestion(
                income: nil, month: "2026-01", sector: "ojek", fund: "self", programs: "jkk,jkm")
        }
        #expect(sector?.hasSuffix("Use: transport, other.") == true)
        let fund = refusal {
            _ = try ContributionQuestion(
                income: nil, month: "2026-01", sector: "other", fund: nil, programs: "jkk,jkm")
        }
        #expect(fund == "--fund is missing. Add --fund.")
        let program = refusal {
            _ = try ContributionQuestion(
                income: nil, month: "2026-01", sector: "other", fund: "self", programs: "jkk,jp")
        }
        #expect(program?.hasSuffix("Use: jkk, jkm, jht.") == true)
    }

    @Test func `refuses half of the obligatory pair`() {
        let text = refusal {
            _ = try law.answer(
                ContributionQuestion(
                    income: nil, month: "2026-01", sector: "other", fund: "self",
                    programs: "jkk,jht"))
        }
        #expect(text?.contains("jkk,jkm") == true)
    }

    @Test(arguments: ["2025-11;2025-12", "2025-11,", ",", "2025-11 2025-12"])
    func `refuses an unreadable list of months`(_ paid: String) {
        _ = refusal { _ = try CoverageQuestion(paid: paid, on: nil, today: Self.today) }
    }

    @Test func `reads a list of months with blanks`() throws {
        _ = try CoverageQuestion(paid: " 2025-11, 2025-12 ", on: nil, today: Self.today)
    }

    @Test func `refuses days and months together, and neither`() {
        for (days, months) in [("3", "2"), (nil, nil)] as [(String?, String?)] {
            _ = refusal {
                _ = try IncapacityQuestion(
                    income: nil, days: days, months: months, on: nil, today: Self.today)
            }
        }
    }

    @Test(arguments: ["0", "101", "100.1", "-5", "4.55", "half"])
    func `refuses a percentage outside its range`(_ percent: String) {
        _ = refusal {
            _ = try PartialDisabilityQuestion(
                income: nil, on: nil, percent: percent, functionLoss: nil, today: Self.today)
        }
        _ = refusal {
            _ = try PartialDisabilityQuestion(
                income: nil, on: nil, percent: "15", functionLoss: percent, today: Self.today)
        }
    }

    @Test(arguments: [("0", "12"), ("11666", "0"), ("1000000001", "12"), ("5", "1201")])
    func `refuses a plan for nobody, for no time, or beyond reason`(
        _ people: String, _ months: String
    ) {
        _ = refusal {
            _ = try PlanQuestion(
                people: people, months: months, start: "2026-01", fund: "apbd", sector: nil,
                income: nil, budget: nil)
        }
    }

    @Test func `refuses a child at an unknown school or with an unreadable birth date`() {
        for children in ["sd,s3", "sd:2015-02-30", "sd,,pt"] {
            _ = refusal {
                _ = try law.answer(
                    DeathQuestion(
                        cause: "accident", income: nil, paid: "2026-01", on: "2026-01-05",
                        children: children, today: Self.today))
            }
        }
    }

    @Test func `the largest plan does not overflow`() throws {
        let question = try PlanQuestion(
            people: "1000000000", months: "1200", start: "2027-06", fund: "self", sector: nil,
            income: "1000000000000000", budget: "1000000000000000")
        #expect(try law.answer(question).json["monthly"] == .integer(213_800 * 1_000_000_000))
    }
}
