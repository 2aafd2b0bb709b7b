import Civic
import Programme
import Testing

/// Judges people as a clerk would, from the sentences of the issue, and compares.
struct EligibilityOracleTests {
    @Test func `thirty thousand people are judged as the sentences say`() {
        var generator = SeededGenerator(seed: 20_251_105)
        let rules = CityRules.eligibility()
        var wrong: [String] = []
        var outcomes: [Outcome: Int] = [:]
        for _ in 0..<30_000 {
            let person = Person.random(&generator)
            let verdicts = rules.judge(person.profile)
            let reasons = rules.reasons(verdicts, person.profile)
            let clerk = Clerk(person)
            outcomes[verdicts.outcome, default: 0] += 1
            if verdicts.outcome != clerk.outcome || reasons != clerk.reasons {
                wrong.append("\(person): \(verdicts.outcome) \(reasons), clerk \(clerk)")
            }
        }
        #expect(wrong.prefix(3) == [])
        #expect(Outcome.allCases.allSatisfy { outcomes[$0, default: 0] > 300 }, "\(outcomes)")
    }
}

private struct Clerk {
    private(set) var reasons: [String] = []
    private var refuses = false
    private var doubts = false

    var outcome: Outcome { refuses ? .ineligible : doubts ? .review : .eligible }

    init(_ person: Person) {
        if !person.hasNIK { doubt("A7") }
        switch person.residence {
        case .inside: break
        case .outside, .movedOut: refuse("A1")
        case .unsaid: doubt("A11")
        }
        if let birth = person.birth {
            let age = Clerk.birthdays(since: birth)
            if age < 18 || age >= 65 { refuse("A2") }
        } else {
            doubt("A11")
        }
        if person.decile == 0 { refuse("A11") } else if person.decile > 5 { refuse("A3") }
        judgeWork(person)
        switch (person.life, person.isRegistered) {
        case (.unsaid, _): break
        case (.deadByRegistry, _), (.deadByHearsay, false): refuse("A13")
        case (.deadByHearsay, true): doubt("A13")
        }
        if person.isStateEmployee { refuse("A6") }
        if person.isInsured { refuse("A4") }
        if person.isNotWorking { refuse("A10") }
        if person.hasRefused { refuse("A14") }
    }

    private mutating func judgeWork(_ person: Person) {
        if person.isOnSectorList || person.isInformalByWelfare { return }
        switch person.trade {
        case .informal, .unsaid: doubt("A9")
        case .formal, .state, .none: refuse("A9")
        }
    }

    private mutating func refuse(_ reason: String) {
        refuses = true
        if !reasons.contains(reason) { reasons.append(reason) }
    }

    private mutating func doubt(_ reason: String) {
        doubts = true
        if !reasons.contains(reason) { reasons.append(reason) }
    }

    /// Birthdays up to the day of the programme's start, counted one by one.
    private static func birthdays(since birth: Day) -> Int {
        var count = 0
        while true {
            let year = birth.year + count + 1
            let birthday =
                Day(year: year, month: birth.parts.month, day: birth.parts.day)
                ?? Month(year: year, month: 3).firstDay
            guard birthday <= CityRules.start else { return count }
            count += 1
        }
    }
}
