import Civic

/// Who is on a list, and how often.
struct MembershipRules: Sendable {
    private let rules: [Rule]
    /// A list without rules holds everybody who has or had an insurance.
    private let isInsurerList: Bool

    private struct Rule: Sendable {
        let registrations: Set<Person.Registration>
        let role: Person.Role?
        let standings: Set<Occupation.Standing>
        /// Positions in ``Workforce/jobs``; empty for all.
        let jobs: Set<UInt16>
        let deciles: ClosedRange<Int>
        let ages: ClosedRange<Int>
        let byFamily: Bool
        let share: Share
    }

    init(file: String, _ table: Table, work: Workforce) throws(Problem) {
        var rules: [Rule] = []
        for row in table.rows where row.optional("file") == file {
            rules.append(try MembershipRules.rule(row, work))
        }
        self.rules = rules
        isInsurerList = rules.isEmpty
    }

    private static func rule(_ row: Table.Row, _ work: Workforce) throws(Problem) -> Rule {
        var registrations: Set<Person.Registration> = []
        for word in row.list("registration") {
            guard let one = Person.Registration(word) else { throw row.wrong("registration", word) }
            registrations.insert(one)
        }
        var standings: Set<Occupation.Standing> = []
        for word in row.list("standing") where word != "*" {
            guard let one = Occupation.Standing(rawValue: word) else {
                throw row.wrong("standing", word)
            }
            standings.insert(one)
        }
        var jobs: Set<UInt16> = []
        for code in row.list("occupations") where code != "*" {
            guard let job = work.position(of: code) else { throw row.wrong("occupations", code) }
            jobs.insert(UInt16(job))
        }
        let role = try row.text("role")
        return Rule(
            registrations: registrations, role: role == "*" ? nil : role == "wife" ? .wife : .head,
            standings: standings, jobs: jobs, deciles: try row.range("decile_from", "decile_to"),
            ages: try row.range("age_from", "age_to"),
            byFamily: try row.text("unit") == "family", share: Share(try row.fraction("share")))
    }

    /// Whether the person is on the list. The first rule that fits decides, by the random bits of
    /// the person (`own`) or of the whole household (`shared`).
    func admit(
        _ person: Person, _ household: Household, _ standing: Occupation.Standing, age: Int,
        own: UInt64, shared: UInt64
    ) -> Bool {
        if isInsurerList { return person.insurance != .never }
        for rule in rules
        where rule.registrations.contains(person.registration)
            && rule.ages.contains(age) && rule.deciles.contains(Int(household.decile))
            && (rule.standings.isEmpty || rule.standings.contains(standing))
            && (rule.jobs.isEmpty || rule.jobs.contains(person.occupation))
            && (rule.role.map { $0 == person.role } ?? true)
        {
            return rule.share.holds(rule.byFamily ? shared : own)
        }
        return false
    }
}

extension Person.Registration {
    init?(_ word: String) {
        switch word {
        case "resident": self = .resident
        case "moved": self = .moved
        case "dead": self = .dead
        case "outside": self = .outside
        default: return nil
        }
    }
}
