package import Civic

/// The city's rules in force on a day, ready to judge people.
package struct Eligibility: Sendable {
    package let rules: [Rule]
    package let asOf: Day
    private let standings: [Occupation.Standing]
    private let ages: Range<Int>
    private let highestDecile: UInt8
    private let active: UInt16

    /// - Parameters:
    ///   - rules: all rules of the region pack; those not in force on the day are left out.
    ///   - asOf: the day on which people are judged.
    ///   - occupations: the catalogue to which profiles refer.
    package init(rules: [Rule], asOf: Day, occupations: OccupationCatalogue) {
        let inForce = rules.filter { $0.isInForce(on: asOf) }
        self.rules = inForce
        self.asOf = asOf
        standings = occupations.occupations.map(\.standing)
        ages = inForce.first { $0.kind == .age }?.ages ?? 0..<Int.max
        highestDecile = UInt8(inForce.first { $0.kind == .decile }?.highestDecile ?? 10)
        active = inForce.reduce(0) { $0 | $1.kind.bit }
    }

    /// The verdict of every rule; nothing stops at the first failure.
    package func judge(_ person: Profile) -> Verdicts {
        var verdicts = Verdicts()
        if person.nik == 0 { verdicts.unknown |= RuleKind.identified.bit }
        judgeResidence(person, &verdicts)
        judgeAge(person, &verdicts)
        judgeDecile(person, &verdicts)
        judgeWork(person, &verdicts)
        judgeLife(person, &verdicts)
        if person.facts.contains(.stateEmployee) {
            verdicts.failed |= RuleKind.notStateEmployee.bit
        }
        if person.facts.contains(.insured) { verdicts.failed |= RuleKind.notInsured.bit }
        if person.facts.contains(.notWorking) { verdicts.failed |= RuleKind.working.bit }
        if person.facts.contains(.refused) { verdicts.failed |= RuleKind.willing.bit }
        verdicts.failed &= active
        verdicts.unknown &= active
        verdicts.missing &= active
        return verdicts
    }

    /// The registry's word decides; without it, the address.
    @inline(__always)
    private func judgeResidence(_ person: Profile, _ verdicts: inout Verdicts) {
        if person.facts.contains(.movedOut) || person.facts.contains(.outside) {
            verdicts.failed |= RuleKind.resident.bit
        } else if !person.facts.contains(.inside) {
            verdicts.unknown |= RuleKind.resident.bit
            verdicts.missing |= RuleKind.resident.bit
        }
    }

    @inline(__always)
    private func judgeAge(_ person: Profile, _ verdicts: inout Verdicts) {
        guard person.birth != RosterRow.noDay else {
            verdicts.unknown |= RuleKind.age.bit
            verdicts.missing |= RuleKind.age.bit
            return
        }
        if !ages.contains(Day(number: person.birth).age(on: asOf)) {
            verdicts.failed |= RuleKind.age.bit
        }
    }

    /// No record in the welfare register is no entitlement: the family asks for a record first.
    @inline(__always)
    private func judgeDecile(_ person: Profile, _ verdicts: inout Verdicts) {
        if person.decile == 0 {
            verdicts.failed |= RuleKind.decile.bit
            verdicts.missing |= RuleKind.decile.bit
        } else if person.decile > highestDecile {
            verdicts.failed |= RuleKind.decile.bit
        }
    }

    /// Informal by the welfare register's own word, or by standing on the list of an informal trade.
    /// Anybody else's word is a claim that has to be confirmed.
    @inline(__always)
    private func judgeWork(_ person: Profile, _ verdicts: inout Verdicts) {
        if !person.facts.isDisjoint(with: [.sectorListed, .informalByWelfare]) { return }
        guard person.occupation >= 0 else {
            verdicts.unknown |= RuleKind.informalWork.bit
            verdicts.missing |= RuleKind.informalWork.bit
            return
        }
        if standings[Int(person.occupation)] == .informal {
            verdicts.unknown |= RuleKind.informalWork.bit
        } else {
            verdicts.failed |= RuleKind.informalWork.bit
        }
    }

    /// The registry's word decides; a death that only others report has to be confirmed.
    @inline(__always)
    private func judgeLife(_ person: Profile, _ verdicts: inout Verdicts) {
        if person.facts.contains(.registryDead) {
            verdicts.failed |= RuleKind.alive.bit
        } else if person.facts.contains(.reportedDead) {
            if person.facts.contains(.registered) {
                verdicts.unknown |= RuleKind.alive.bit
            } else {
                verdicts.failed |= RuleKind.alive.bit
            }
        }
    }

    /// Reason codes of everything that did not pass, in the order of the rules, each once.
    package func reasons(_ verdicts: Verdicts, _ person: Profile) -> [String] {
        var codes: [String] = []
        for rule in rules where (verdicts.failed | verdicts.unknown) & rule.kind.bit != 0 {
            let code = reason(rule, verdicts, person)
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// The reason code of one rule that did not pass.
    package func reason(_ rule: Rule, _ verdicts: Verdicts, _ person: Profile) -> String {
        verdicts.missing & rule.kind.bit != 0 ? rule.missingReason : rule.reason
    }
}
