package import Civic

/// How a city verifies its candidates: data of the region pack.
package struct VerificationPolicy: Sendable, Hashable {
    /// How many independent parties must have said yes: the kelurahan, the RW, each agency.
    package var confirmationsNeeded: Int
    /// Whether the approval of whoever proposed the candidate counts as one of them.
    package var makerCounts: Bool
    /// Ids of the agencies that must answer, by code of the occupation.
    package var agencies: [String: [String]]
    /// Working days within which everybody should have answered.
    package var deadlineDays: Int
    /// Working days after which the manager is told of what is late.
    package var escalationDays: Int
    /// For how long a decision can be taken back.
    package var undoMinutes: Int
    /// For how many days the link of an RW confirmation is good.
    package var linkDays: Int
    /// How often a wrong code may be typed at such a link.
    package var linkTries: Int
    /// An agency's reference list older than this many days marks its answers.
    package var oldReferenceDays: Int
    /// Codes of the reasons with which a kelurahan may refuse, in the order of the keys 1 to 9.
    package var refusalReasons: [String]
    package var source: Citation

    package init(
        confirmationsNeeded: Int, makerCounts: Bool, agencies: [String: [String]],
        deadlineDays: Int, escalationDays: Int, undoMinutes: Int, linkDays: Int, linkTries: Int,
        oldReferenceDays: Int, refusalReasons: [String] = [], source: Citation
    ) {
        self.confirmationsNeeded = confirmationsNeeded
        self.makerCounts = makerCounts
        self.agencies = agencies
        self.deadlineDays = deadlineDays
        self.escalationDays = escalationDays
        self.undoMinutes = undoMinutes
        self.linkDays = linkDays
        self.linkTries = linkTries
        self.oldReferenceDays = oldReferenceDays
        self.refusalReasons = refusalReasons
        self.source = source
    }

    /// Agencies that must answer for somebody of this occupation.
    package func agencies(for occupation: String?) -> [String] {
        occupation.flatMap { agencies[$0] } ?? []
    }

    /// Occupations for which this agency must answer, in order of code.
    package func occupations(askedOf agency: String) -> [String] {
        agencies.filter { $0.value.contains(agency) }.keys.sorted()
    }
}

/// All that is known about one candidate's verification.
package struct CaseFacts: Sendable {
    package var state: CaseState
    package var work: WorkAnswer?
    package var occupation: String?
    /// Login of whoever proposed the candidate through the program.
    package var maker: String?
    /// Login of whoever decided last.
    package var decider: String?
    /// The latest word of each source.
    package var confirmations: [Confirmation]

    package init(
        state: CaseState, work: WorkAnswer? = nil, occupation: String? = nil,
        maker: String? = nil, decider: String? = nil, confirmations: [Confirmation] = []
    ) {
        self.state = state
        self.work = work
        self.occupation = occupation
        self.maker = maker
        self.decider = decider
        self.confirmations = confirmations
    }

    package func answer(of source: String) -> Confirmation.Answer? {
        confirmations.last { $0.source == source && $0.answer != .withdrawn }?.answer
    }
}

extension VerificationPolicy {
    /// Something that still keeps an approved candidate from being verified.
    package enum Missing: Sendable, Hashable {
        case workAnswer
        /// This agency has not answered yet.
        case agency(String)
        /// So many more parties, independent of the maker, must say yes.
        case confirmations(Int)
    }

    /// What is missing, first things first; empty when nothing is.
    package func missing(_ facts: CaseFacts) -> [Missing] {
        var missing: [Missing] = facts.work?.isYes == true ? [] : [.workAnswer]
        for agency in agencies(for: facts.occupation)
        where facts.answer(of: Confirmation.agency(agency)) == nil {
            missing.append(.agency(agency))
        }
        let given = confirmations(facts)
        if given < confirmationsNeeded {
            missing.append(.confirmations(confirmationsNeeded - given))
        }
        return missing
    }

    /// Those whose word speaks against the candidate; empty once the manager has settled it.
    package func objectors(_ facts: CaseFacts) -> [String] {
        if facts.answer(of: Confirmation.manager) == .yes { return [] }
        var sources = facts.confirmations.map(\.source).filter { facts.answer(of: $0) == .no }
        if facts.work == .not, !sources.contains(Confirmation.rw) {
            sources.append(Confirmation.rw)
        }
        return sources
    }

    package func standing(_ facts: CaseFacts) -> CaseStanding {
        switch facts.state {
        case .open: return .open
        case .field: return .field
        case .refused: return .refused
        case .approved:
            if !objectors(facts).isEmpty { return .conflict }
            return missing(facts).isEmpty ? .verified : .confirming
        }
    }

    /// Parties that said yes, each once. The manager settles disagreements; it confirms nothing.
    private func confirmations(_ facts: CaseFacts) -> Int {
        let sources = Set(facts.confirmations.map(\.source)).subtracting([Confirmation.manager])
        let others = sources.count { facts.answer(of: $0) == .yes }
        let isOwn = facts.maker != nil && facts.maker == facts.decider
        let kelurahan = facts.state == .approved && (makerCounts || !isOwn) ? 1 : 0
        return others + kelurahan
    }
}
