import Civic

/// What all the lists together say about the people: the ground on which a decision may rest.
struct Hearsay {
    private var heard: [Heard]

    private struct Heard {
        var registration: Person.Registration?
        var decile = false
        var insured = false
        var state = false
        var sectorList = false
        var informal = false
        /// Rank of the list that spoke about work; the lowest is believed.
        var workRank = UInt8.max
    }

    init(people: Int) { heard = Array(repeating: Heard(), count: people) }

    mutating func note(_ said: Said, about person: Int, in layout: ListLayout) {
        if let registration = said.registration { heard[person].registration = registration }
        if said.decile { heard[person].decile = true }
        if said.insured { heard[person].insured = true }
        if layout.isSectorList { heard[person].sectorList = true }
        guard let work = said.work else { return }
        if work == .state { heard[person].state = true }
        if layout.occupationRank <= Int(heard[person].workRank) {
            // Rows of one list that differ about work count in favour of the person.
            let agrees = layout.occupationRank == Int(heard[person].workRank)
            heard[person].informal = work == .informal || (agrees && heard[person].informal)
            heard[person].workRank = UInt8(layout.occupationRank)
        }
    }

    /// Why the person is not eligible; empty for those who are.
    func reasons(
        against person: Int, age: Int, decile: Int, rules: EligibilityRules
    ) -> [Ineligibility] {
        let heard = heard[person]
        var reasons: [Ineligibility] = []
        if heard.registration != .resident, heard.registration != .dead {
            reasons.append(.notResident)
        }
        if !rules.ages.contains(age) { reasons.append(.age) }
        if !heard.decile || decile > rules.decileTo { reasons.append(.decile) }
        if !heard.informal && !heard.sectorList { reasons.append(.work) }
        if heard.registration == .dead { reasons.append(.dead) }
        if heard.state { reasons.append(.stateEmployee) }
        if heard.insured { reasons.append(.insured) }
        return reasons
    }
}

/// Why somebody is not eligible, as `truth/eligible.csv` names it.
enum Ineligibility: String {
    case notResident = "not_resident"
    case age
    case decile
    case work
    case dead
    case stateEmployee = "state_employee"
    case insured
}

/// The default rules of the programme, stated once more and independently of it.
struct EligibilityRules: Sendable {
    let ages: Range<Int>
    let decileTo: Int

    init(_ settings: Settings) throws(Problem) {
        let from = try settings.number("rule_age_from")
        ages = from..<max(from, try settings.number("rule_age_below"))
        decileTo = try settings.number("rule_decile_to")
    }
}
