import Civic
import Programme
import Testing

struct EligibilityTests {
    private let rules = CityRules.eligibility()

    private func judged(_ change: (inout Person) -> Void) -> (outcome: Outcome, reasons: [String]) {
        var person = Person()
        change(&person)
        let verdicts = rules.judge(person.profile)
        return (verdicts.outcome, rules.reasons(verdicts, person.profile))
    }

    @Test func `somebody who passes everything is eligible, without a reason`() {
        let (outcome, reasons) = judged { _ in }
        #expect(outcome == .eligible)
        #expect(reasons == [])
    }

    struct Fault: Sendable {
        let outcome: Outcome
        let reason: String
        let change: @Sendable (inout Person) -> Void

        init(
            _ outcome: Outcome, _ reason: String,
            _ change: @escaping @Sendable (inout Person) -> Void
        ) {
            self.outcome = outcome
            self.reason = reason
            self.change = change
        }
    }

    @Test(arguments: [
        Fault(.review, "A7") { $0.hasNIK = false },
        Fault(.ineligible, "A1") { $0.residence = .outside },
        Fault(.ineligible, "A1") { $0.residence = .movedOut },
        Fault(.review, "A11") { $0.residence = .unsaid },
        Fault(.review, "A11") { $0.birth = nil },
        Fault(.ineligible, "A3") { $0.decile = 6 },
        Fault(.ineligible, "A3") { $0.decile = 10 },
        Fault(.ineligible, "A11") { $0.decile = 0 },
        Fault(.review, "A9") { ($0.isOnSectorList, $0.trade) = (false, .unsaid) },
        Fault(.review, "A9") { ($0.isOnSectorList, $0.trade) = (false, .informal) },
        Fault(.ineligible, "A9") { ($0.isOnSectorList, $0.trade) = (false, .formal) },
        Fault(.ineligible, "A9") { ($0.isOnSectorList, $0.trade) = (false, .none) },
        Fault(.ineligible, "A13") { $0.life = .deadByRegistry },
        Fault(.review, "A13") { $0.life = .deadByHearsay },
        Fault(.ineligible, "A13") { ($0.life, $0.isRegistered) = (.deadByHearsay, false) },
        Fault(.ineligible, "A6") { $0.isStateEmployee = true },
        Fault(.ineligible, "A4") { $0.isInsured = true },
        Fault(.ineligible, "A10") { $0.isNotWorking = true },
        Fault(.ineligible, "A14") { $0.hasRefused = true },
    ])
    func `one thing is wrong`(_ fault: Fault) {
        let found = judged(fault.change)
        #expect(found.outcome == fault.outcome)
        #expect(found.reasons == [fault.reason])
    }

    @Test(
        arguments: [
            { $0.wasInsured = true },
            { ($0.isOnSectorList, $0.isInformalByWelfare) = (false, true) },
            { $0.trade = .formal }, { $0.isRegistered = false }, { $0.decile = 1 },
            { $0.decile = 5 },
        ] as [@Sendable (inout Person) -> Void])
    func `does not exclude`(_ change: @Sendable (inout Person) -> Void) {
        #expect(judged(change).outcome == .eligible)
    }

    /// Worked example 14 and the local minimum of example 15.
    @Test(arguments: [
        ("1960-11-06", Outcome.eligible), ("1960-11-05", .ineligible), ("1980-01-01", .eligible),
        ("2007-11-06", .ineligible), ("2007-11-05", .eligible), ("2025-11-05", .ineligible),
        ("2026-01-01", .ineligible),
    ])
    func `age counts on the day`(_ birth: String, _ outcome: Outcome) {
        let found = judged { $0.birth = day(birth) }
        #expect(found.outcome == outcome)
        #expect(found.reasons == (outcome == .eligible ? [] : ["A2"]))
    }

    @Test func `every rule answers, and reasons stand in the order of the rules, each once`() {
        let found = judged {
            $0 = Person(
                hasNIK: false, residence: .unsaid, birth: nil, decile: 0, trade: .formal,
                isOnSectorList: false, life: .deadByRegistry, isStateEmployee: true,
                isInsured: true, isNotWorking: true, hasRefused: true)
        }
        #expect(found.outcome == .ineligible)
        #expect(found.reasons == ["A7", "A11", "A9", "A13", "A6", "A4", "A10", "A14"])
    }

    @Test func `one failure outweighs any number of doubts`() {
        let found = judged { ($0.hasNIK, $0.residence, $0.isInsured) = (false, .unsaid, true) }
        #expect(found.outcome == .ineligible)
        #expect(found.reasons == ["A7", "A11", "A4"])
    }

    @Test func `the verdict of each rule can be asked alone`() {
        var person = Person()
        (person.decile, person.residence) = (9, .unsaid)
        let verdicts = rules.judge(person.profile)
        for kind in RuleKind.allCases {
            let expected: Verdict = kind == .decile ? .fail : kind == .resident ? .unknown : .pass
            #expect(verdicts.verdict(of: kind) == expected, "\(kind)")
        }
    }
}
