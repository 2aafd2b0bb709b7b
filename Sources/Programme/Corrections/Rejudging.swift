package import Civic

/// Judges people again after a datum was corrected, by the same rules as the run.
package struct Rejudging: Sendable {
    package let eligibility: Eligibility
    package let occupations: OccupationCatalogue

    package init(eligibility: Eligibility, occupations: OccupationCatalogue) {
        self.eligibility = eligibility
        self.occupations = occupations
    }

    /// What is known of the person once the datum is as it should be. Whoever answers for a datum
    /// is believed like the list that would have said so.
    package func corrected(_ profile: Profile, _ datum: CorrectedDatum) -> Profile {
        var profile = profile
        switch datum {
        case .name, .address: break
        case .birth(let day): profile.birth = day.number
        case .nik(let nik): profile.nik = nik.digits
        case .decile(let decile): profile.decile = UInt8(decile)
        case .occupation(let code): work(code, &profile)
        case .answer(let field, let isSo): answer(field, isSo, &profile)
        }
        return profile
    }

    /// An informal trade that its own office confirms counts like standing on its list.
    private func work(_ code: String, _ profile: inout Profile) {
        profile.facts.subtract([.sectorListed, .informalByWelfare])
        guard let position = occupations.position(code: code) else { return }
        profile.occupation = Int16(position)
        if occupations[position].standing == .informal { profile.facts.insert(.sectorListed) }
    }

    private func answer(_ field: CorrectionField, _ isSo: Bool, _ profile: inout Profile) {
        func put(_ fact: ProfileFacts, _ isTrue: Bool) {
            if isTrue { profile.facts.insert(fact) } else { profile.facts.remove(fact) }
        }
        switch field {
        case .residence:
            profile.facts.subtract([.inside, .outside, .movedOut])
            profile.facts.insert(isSo ? .inside : .outside)
        case .alive:
            profile.facts.remove(.reportedDead)
            put(.registryDead, !isSo)
            profile.facts.insert(.registered)
        case .stateEmployee: put(.stateEmployee, isSo)
        case .insured:
            put(.insured, isSo)
            if isSo { profile.facts.remove(.formerlyInsured) }
        case .working: put(.notWorking, !isSo)
        case .willing: put(.refused, !isSo)
        case .name, .birth, .nik, .address, .decile, .occupation: break
        }
    }
}
