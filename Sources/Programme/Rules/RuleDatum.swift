package import Civic

/// What a rule looked at, in a form in which it is kept, and from which it is judged again.
package struct RuleDatum: Sendable {
    private let asOf: Day
    private let occupations: OccupationCatalogue

    package init(asOf: Day, occupations: OccupationCatalogue) {
        self.asOf = asOf
        self.occupations = occupations
    }

    // MARK: Writing

    /// Nil where nothing is known.
    package func text(_ rule: RuleKind, _ profile: Profile) -> String? {
        let facts = profile.facts
        return switch rule {
        case .identified: profile.nik == 0 ? nil : "nik"
        case .resident: residence(facts)
        case .age: profile.birthDay.map { String($0.age(on: asOf)) }
        case .decile: profile.decile == 0 ? nil : String(profile.decile)
        case .informalWork: work(profile)
        case .alive: life(facts)
        case .notStateEmployee: facts.contains(.stateEmployee) ? "state" : nil
        case .notInsured: insurance(facts)
        case .working: facts.contains(.notWorking) ? "not-working" : nil
        case .willing: facts.contains(.refused) ? "refused" : nil
        }
    }

    private func residence(_ facts: ProfileFacts) -> String? {
        if facts.contains(.movedOut) { return "moved" }
        if facts.contains(.outside) { return "outside" }
        guard facts.contains(.inside) else { return nil }
        return facts.contains(.registered) ? "registered" : "address"
    }

    private func work(_ profile: Profile) -> String? {
        let occupation = profile.occupation < 0 ? nil : occupations[Int(profile.occupation)]
        if profile.facts.contains(.sectorListed) { return "sector:\(occupation?.code ?? "")" }
        guard let occupation else { return nil }
        if profile.facts.contains(.informalByWelfare) { return "welfare:\(occupation.code)" }
        return "\(occupation.standing == .informal ? "claimed" : "other"):\(occupation.code)"
    }

    private func life(_ facts: ProfileFacts) -> String? {
        if facts.contains(.registryDead) { return "dead" }
        if facts.contains(.reportedDead) { return "reported-dead" }
        return facts.contains(.registered) ? "registered" : nil
    }

    private func insurance(_ facts: ProfileFacts) -> String? {
        if facts.contains(.insured) { return "insured" }
        return facts.contains(.formerlyInsured) ? "formerly" : nil
    }

    // MARK: Reading

    /// Puts what ``text(_:_:)`` wrote of one rule back into `profile`. Number, birth date, decile and
    /// occupation are not part of it: they are kept with the person.
    package func put(
        _ text: String, of rule: RuleKind, _ verdict: Verdict, into profile: inout Profile
    ) {
        switch (rule, text) {
        case (.resident, "moved"): profile.facts.insert(.movedOut)
        case (.resident, "outside"): profile.facts.insert(.outside)
        case (.resident, "registered"): profile.facts.formUnion([.registered, .inside])
        case (.resident, "address"): profile.facts.insert(.inside)
        case (.informalWork, _): putWork(text, &profile)
        case (.alive, "dead"): profile.facts.insert(.registryDead)
        case (.alive, "reported-dead"):
            // Doubtful only where the registry knows the person and says nothing of it.
            profile.facts.insert(.reportedDead)
            if verdict == .unknown { profile.facts.insert(.registered) }
        case (.alive, "registered"): profile.facts.insert(.registered)
        case (.notStateEmployee, "state"): profile.facts.insert(.stateEmployee)
        case (.notInsured, "insured"): profile.facts.insert(.insured)
        case (.notInsured, "formerly"): profile.facts.insert(.formerlyInsured)
        case (.working, "not-working"): profile.facts.insert(.notWorking)
        case (.willing, "refused"): profile.facts.insert(.refused)
        default: break
        }
    }

    private func putWork(_ text: String, _ profile: inout Profile) {
        if text.hasPrefix("sector:") { profile.facts.insert(.sectorListed) }
        if text.hasPrefix("welfare:") { profile.facts.insert(.informalByWelfare) }
    }
}
