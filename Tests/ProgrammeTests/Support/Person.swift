import Civic
import Programme

/// A person in plain words, from which a profile is made: what the tests and the oracle speak of.
struct Person {
    enum Residence: CaseIterable { case inside, outside, movedOut, unsaid }
    enum Life: CaseIterable { case unsaid, deadByRegistry, deadByHearsay }
    enum Trade: Int16, CaseIterable {
        case unsaid = -1
        case informal, formal, state, none
    }

    var hasNIK = true
    var residence = Residence.inside
    var birth: Day? = day("1985-08-17")
    var decile = 2
    var trade = Trade.informal
    var isOnSectorList = true
    var isInformalByWelfare = false
    var life = Life.unsaid
    var isRegistered = true
    var isStateEmployee = false
    var isInsured = false
    var wasInsured = false
    var isNotWorking = false
    var hasRefused = false

    var profile: Profile {
        var profile = Profile()
        profile.nik = hasNIK ? 3_275_011_708_850_001 : 0
        profile.birth = birth?.number ?? RosterRow.noDay
        profile.decile = UInt8(decile)
        profile.occupation = trade.rawValue
        switch residence {
        case .inside: profile.facts.insert(.inside)
        case .outside: profile.facts.insert(.outside)
        case .movedOut: profile.facts.formUnion([.inside, .movedOut])
        case .unsaid: break
        }
        switch life {
        case .unsaid: break
        case .deadByRegistry: profile.facts.insert(.registryDead)
        case .deadByHearsay: profile.facts.insert(.reportedDead)
        }
        let flags: [(Bool, ProfileFacts)] = [
            (isRegistered, .registered), (isOnSectorList, .sectorListed),
            (isInformalByWelfare, .informalByWelfare), (isStateEmployee, .stateEmployee),
            (isInsured, .insured), (wasInsured, .formerlyInsured), (isNotWorking, .notWorking),
            (hasRefused, .refused),
        ]
        for (holds, fact) in flags where holds { profile.facts.insert(fact) }
        return profile
    }

    /// Any combination of everything that the rules ask.
    static func random(_ generator: inout SeededGenerator) -> Person {
        func mostly(_ usual: Bool) -> Bool {
            Int.random(in: 0..<6, using: &generator) > 0 ? usual : !usual
        }
        var person = Person()
        person.hasNIK = mostly(true)
        person.residence = mostly(true) ? .inside : pick(Residence.allCases, &generator)
        let age = Int.random(in: 17 * 365 + 3...18 * 365 + 8, using: &generator)
        let old = Int.random(in: 65 * 365 + 12...65 * 365 + 20, using: &generator)
        let any = Int.random(in: 0...40_000, using: &generator)
        let days = pick([age, old, any, any, any, any], &generator)
        person.birth = mostly(true) ? CityRules.start + -days : nil
        person.decile = Int.random(in: 0...10, using: &generator)
        person.trade = pick(Trade.allCases, &generator)
        person.isOnSectorList = mostly(true)
        person.isInformalByWelfare = Bool.random(using: &generator)
        person.life = mostly(true) ? .unsaid : pick(Life.allCases, &generator)
        person.isRegistered = Bool.random(using: &generator)
        person.isStateEmployee = mostly(false)
        person.isInsured = mostly(false)
        person.wasInsured = Bool.random(using: &generator)
        person.isNotWorking = mostly(false)
        person.hasRefused = mostly(false)
        return person
    }

    private static func pick<Choice>(
        _ choices: [Choice], _ generator: inout SeededGenerator
    ) -> Choice {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }
}
