import Civic
import Jamsostek
import Testing

/// The command contract: keys, order and figures of `sigap calc`.
struct CalculatorTests {
    static let today = day("2026-01-31")

    /// The answer up to its list of sources.
    private func text(_ answer: CalculatorAnswer) -> String {
        String(answer.line.prefix { $0 != "[" })
    }

    @Test func `contribution`() throws {
        let question = try ContributionQuestion(
            income: "1000000", month: "2026-02", sector: "transport", fund: "psr",
            programs: "jkk,jkm")
        #expect(
            try law.answer(question).line == """
                {"base":1000000,"jkk":5000,"jkm":3400,"jht":0,"total":8400,"rules":\
                ["PP 44/2015 Lampiran II (iuran JKK BPU)","PP 44/2015 (iuran JKM BPU)",\
                "PP 50/2025","Bacaan SIGAP, menunggu konfirmasi kantor cabang"]}
                """)
    }

    @Test func `coverage`() throws {
        let question = try CoverageQuestion(
            paid: "2025-11,2025-12", on: "2026-01-15", today: Self.today)
        #expect(
            text(try law.answer(question)) == """
                {"status":"arrears","unpaid_months":1,"active_until":"2025-12-31",\
                "lapses_on":"2026-04-01","last_safe_day":"2026-03-31",\
                "full_death_benefit_from":"2026-02-01","membership_months":2,"rules":
                """)
    }

    @Test func `coverage of nobody's months`() throws {
        let question = try CoverageQuestion(paid: "", on: nil, today: Self.today)
        #expect(
            text(try law.answer(question)) == """
                {"status":"not_started","unpaid_months":0,"active_until":null,"lapses_on":null,\
                "last_safe_day":null,"full_death_benefit_from":null,"membership_months":0,"rules":
                """)
    }

    @Test func `benefit after a death`() throws {
        let question = try DeathQuestion(
            cause: "accident", income: "1000000", paid: "2026-01", on: nil,
            children: "sd,pt:2003-01-31", today: Self.today)
        #expect(
            try law.answer(question).line.hasPrefix(
                """
                {"items":[{"code":"jkk_cash","amount":48000000},\
                {"code":"jkk_periodic","amount":12000000},{"code":"funeral","amount":10000000}],\
                "total":70000000,"scholarship_per_year":1500000,"scholarship_max":84000000,\
                "rules":[
                """))
    }

    @Test func `benefit after a death in arrears and without cover`() throws {
        let arrears = try DeathQuestion(
            cause: "natural", income: nil, paid: "2025-12", on: "2026-01-31", children: nil,
            today: Self.today)
        #expect(try law.answer(arrears).json["note"] == .string("confirm_with_bpjs"))
        #expect(try law.answer(arrears).json["total"] == .integer(10_000_000))
        let lapsed = try DeathQuestion(
            cause: "natural", income: nil, paid: "2025-01", on: "2026-01-31", children: "sd",
            today: Self.today)
        #expect(
            try law.answer(lapsed).line.hasPrefix(
                """
                {"items":[],"total":0,"scholarship_per_year":0,"scholarship_max":0,\
                "note":"lapsed","rules":[
                """))
    }

    @Test func `benefits after an accident`() throws {
        let total = try TotalDisabilityQuestion(
            income: "1.000.000", on: nil, children: "sd,pt", today: Self.today)
        #expect(try law.answer(total).json["total"] == .integer(68_000_000))
        #expect(try law.answer(total).json["scholarship_per_year"] == .integer(13_500_000))
        let partial = try PartialDisabilityQuestion(
            income: "1000000", on: nil, percent: "35", functionLoss: "50", today: Self.today)
        #expect(try law.answer(partial).json["total"] == .integer(14_000_000))
        let incapacity = try IncapacityQuestion(
            income: "1000000", days: "45", months: nil, on: nil, today: Self.today)
        #expect(try law.answer(incapacity).json["total"] == .integer(1_500_000))
        let transport = try TransportQuestion(
            land: "6200000", sea: "0", air: "0", on: nil, today: Self.today)
        #expect(
            try law.answer(transport).line.hasPrefix(
                """
                {"items":[{"code":"jkk_transport_land","amount":5000000}],"total":5000000,"rules":[
                """))
    }

    @Test func `plan`() throws {
        let question = try PlanQuestion(
            people: "11666", months: "12", start: "2026-01", fund: "apbd", sector: nil,
            income: nil, budget: "2000000000")
        #expect(
            text(try law.answer(question)) == """
                {"monthly":195988800,"total":2351865600,"months_affordable":10.2,\
                "people_affordable":9920,"shortfall":351865600,"rules":
                """)
    }

    @Test func `plan without a budget`() throws {
        let question = try PlanQuestion(
            people: "10", months: "2", start: "2026-03", fund: "csr", sector: "other",
            income: nil, budget: nil)
        #expect(
            text(try law.answer(question)) == """
                {"monthly":168000,"total":252000,"months_affordable":null,\
                "people_affordable":null,"shortfall":null,"rules":
                """)
    }

    @Test func `an identity number`() throws {
        let home = HomeRegion(
            regency: 3275, districts: Set(327_501...327_512),
            provinces: Set(law.provinces.map(\.code)))
        let woman = try NIKQuestion(
            number: "3275014507900003", on: "2025-11-05", birthDate: nil, today: Self.today)
        #expect(
            law.answer(woman, home: home).line.hasPrefix(
                """
                {"valid":true,"sex":"female","birth_date":"1990-07-05","place":"32.75.01",\
                "problems":[],"rules":["Penomoran NIK
                """))
        let open = try NIKQuestion(
            number: "3275010107250001", on: "2025-11-05", birthDate: nil, today: Self.today)
        #expect(
            law.answer(open, home: home).line.hasPrefix(
                """
                {"valid":true,"sex":"male","birth_date":null,"place":"32.75.01",\
                "problems":[{"code":"nik-century","severity":"warning"}],"rules":[
                """))
        let broken = try NIKQuestion(
            number: "3275013102900001", on: "2025-11-05", birthDate: nil, today: Self.today)
        #expect(
            law.answer(broken, home: home).line.hasPrefix(
                """
                {"valid":false,"sex":null,"birth_date":null,"place":null,\
                "problems":[{"code":"nik-date","severity":"error"}],"rules":[
                """))
    }

    @Test func `JSON escapes what it must and nothing else`() {
        let value = JSONValue.array([
            .string("\"\\\n\r\t\u{1} é–"), .tenths(-5), .tenths(100), .bool(false), .object([]),
        ])
        #expect(value.text == #"["\"\\\n\r\t\u0001 é–",-0.5,10.0,false,{}]"#)
    }
}
