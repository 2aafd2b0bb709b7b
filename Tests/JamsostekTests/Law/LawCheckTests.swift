import Civic
import Jamsostek
import Testing

/// What the law refuses to be made of.
struct LawCheckTests {
    struct Fault: Sendable {
        let name: String
        let table: String
        let old: String
        let new: String
        let code: String
    }

    static let faults = [
        Fault(
            name: "an unknown source", table: "contribution_rates", old: "\tpp-46-2015",
            new: "\tpp-1-1900", code: "data-table"),
        Fault(
            name: "a gap in time", table: "parameters", old: "2019-12-02\t2025-02-23",
            new: "2019-12-02\t2025-02-22", code: "law-gap"),
        Fault(
            name: "an overlap in time", table: "parameters", old: "2019-12-02\t2025-02-23",
            new: "2019-12-02\t2025-02-24", code: "law-overlap"),
        Fault(
            name: "a rule that ends before it begins", table: "deadlines",
            old: "2015-07-01\t2019-12-01\tjkk_claim", new: "2015-07-01\t2014-12-01\tjkk_claim",
            code: "law-period"),
        Fault(
            name: "a discount that starts within a month", table: "discounts",
            old: "2026-01-01\t2027-03-31\tjkk", new: "2026-01-02\t2027-03-31\tjkk",
            code: "law-month"),
        Fault(
            name: "two discounts at once", table: "discounts",
            old: "2026-04-01\t2026-12-31\tjkk\tother",
            new: "2026-04-01\t2026-12-31\tjkk\ttransport", code: "law-overlap"),
        Fault(
            name: "a hole between income bands", table: "tariff", old: "\t1100000\t1300000\t",
            new: "\t1100000\t1200000\t", code: "law-tariff"),
        Fault(
            name: "a missing figure", table: "parameters", old: "\tfuneral\t",
            new: "\tjkm_cash\t", code: "law-overlap"),
        Fault(
            name: "an unknown figure", table: "parameters", old: "\tfuneral\t",
            new: "\tfunerals\t", code: "data-table"),
        Fault(
            name: "an unknown setting", table: "settings", old: "eventInUnpaidMonth",
            new: "eventInUnpayedMonth", code: "data-table"),
        Fault(
            name: "an answer outside the options", table: "settings",
            old: "eventInUnpaidMonth\tconfirm", new: "eventInUnpaidMonth\tperhaps",
            code: "data-table"),
        Fault(
            name: "an option the program does not know", table: "settings",
            old: "confirm;pay;refuse", new: "confirm;pay;refuse;toss", code: "law-setting"),
        Fault(
            name: "an unreadable percentage", table: "disabilities", old: "\t4.5\t3.5\t",
            new: "\t4.55\t3.5\t", code: "data-table"),
        Fault(
            name: "a deadline in the wrong unit", table: "deadlines", old: "48\thours",
            new: "48\tdays", code: "data-table"),
        Fault(
            name: "an heir without a rank", table: "heirs", old: "\tsibling\t", new: "\tparent\t",
            code: "law-missing"),
        Fault(
            name: "a hole between months of incapacity", table: "incapacity", old: "\t7\t12\t",
            new: "\t8\t12\t", code: "law-gap"),
        Fault(
            name: "a holiday out of order", table: "holidays", old: "2026-01-16",
            new: "2025-01-16", code: "data-table"),
        Fault(
            name: "a source registered twice", table: "citations", old: "\npp-50-2025\t",
            new: "\npp-46-2015\t", code: "data-table"),
    ]

    @Test(arguments: faults)
    func `refuses tables with`(_ fault: Fault) {
        let text = NationalData.text(of: fault.table)
        let broken = text.replacing(fault.old, with: fault.new, maxReplacements: 1)
        #expect(broken != text, "the fault \(fault.name) is not in the table")
        let problem = #expect(throws: Problem.self) {
            try NationalData.law(replacing: [fault.table: broken])
        }
        #expect(problem?.code == fault.code, "\(fault.name)")
        #expect(problem?.kind == .service)
    }

    @Test func `refuses an override of a rule that does not exist`() {
        let problem = #expect(throws: Problem.self) {
            try NationalData.law(overriding: ["freeLunch": "true"])
        }
        #expect(problem?.code == "law-setting")
    }

    @Test(arguments: [
        ("15", 150), ("4.5", 45), ("4,5", 45), ("0", 0), ("100", 1000), ("", nil), ("4.", nil),
        (".5", nil), ("-4", nil), ("+4", nil), ("4.55", nil), ("1.2.3", nil), ("x", nil),
    ])
    func `percentages have at most one decimal`(_ text: String, _ thousandths: Int64?) {
        #expect(PerMille(percentText: text)?.thousandths == thousandths)
    }
}
