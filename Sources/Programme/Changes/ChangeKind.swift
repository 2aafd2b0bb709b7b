package import Civic

/// Something that can happen to a member, and what follows from it: data of the region pack.
package struct ChangeKind: Sendable, Hashable {
    /// Which month is the first that is not paid any more.
    package enum Stop: String, Sendable, CaseIterable {
        /// The month after the event.
        case nextMonth = "next-month"
        /// The month of the event, unless it is paid or stands on a bill: cover of that month holds.
        case unpaidMonth = "unpaid-month"
        /// The month of the event.
        case sameMonth = "same-month"
    }

    /// What becomes of months that are paid already and lie beyond the last one.
    package enum PaidMonths: String, Sendable, CaseIterable {
        /// Cover runs on.
        case keep
        /// The city asks the insurer for the money.
        case refund
    }

    /// `death`
    package let id: String
    package let name: Phrase
    /// Code of the reason, as everybody words it.
    package let reason: String
    package let stops: Stop
    package let paidMonths: PaidMonths
    /// For what a claim is opened.
    package let claim: ClaimKind?
    /// Whether a kelurahan may note it of its own people; else only whoever works for the city.
    package let isForArea: Bool
    /// What may prove it.
    package let evidence: [String]
    /// Codes of reasons in the latest lists that make it likely.
    package let signs: [String]
    /// It ends nobody whom the insurer covers already.
    package let isBeforeActive: Bool
    package let source: Citation

    package init(
        id: String, name: Phrase, reason: String, stops: Stop, paidMonths: PaidMonths,
        claim: ClaimKind?,
        isForArea: Bool, evidence: [String], signs: [String], isBeforeActive: Bool,
        source: Citation
    ) {
        self.id = id
        self.name = name
        self.reason = reason
        self.stops = stops
        self.paidMonths = paidMonths
        self.claim = claim
        self.isForArea = isForArea
        self.evidence = evidence
        self.signs = signs
        self.isBeforeActive = isBeforeActive
        self.source = source
    }

    /// Whether it can end a member who stands so. A claim can be opened for anybody.
    package func ends(_ state: MemberState) -> Bool {
        state.isStanding && !(isBeforeActive && state == .active)
    }
}

/// A choice of a form, with its name.
package struct ChangeWord: Sendable, Hashable {
    package let id: String
    package let name: Phrase

    package init(id: String, name: Phrase) {
        self.id = id
        self.name = name
    }
}

/// For what the insurer is asked to pay. Raw values are those of the store.
package enum ClaimKind: String, Sendable, CaseIterable {
    case death
    case accident
}

/// How a city deals with what happens to members: data of the region pack.
package struct ChangePolicy: Sendable {
    /// In the order in which they are offered.
    package let kinds: [ChangeKind]
    /// Who can say that something happened.
    package let sources: [ChangeWord]
    /// What may prove it.
    package let evidence: [ChangeWord]
    /// Calendar days within which somebody speaks to the family.
    package let firstContactDays: Int
    package let firstContactSource: Citation
    /// Within how many working days steps of claims follow each other.
    package let claimTerms: [ClaimTerm]

    package init(
        kinds: [ChangeKind], sources: [ChangeWord], evidence: [ChangeWord], firstContactDays: Int,
        firstContactSource: Citation, claimTerms: [ClaimTerm] = []
    ) {
        self.kinds = kinds
        self.sources = sources
        self.evidence = evidence
        self.firstContactDays = firstContactDays
        self.firstContactSource = firstContactSource
        self.claimTerms = claimTerms
    }

    package func kind(_ id: String) -> ChangeKind? { kinds.first { $0.id == id } }

    /// The kinds that reasons in the latest lists make likely, of a member who stands so, in order of
    /// the policy.
    package func likely(_ reasons: [String], _ state: MemberState) -> [ChangeKind] {
        kinds.filter { kind in
            kind.ends(state) && kind.signs.contains { reasons.contains($0) }
        }
    }

    /// By when somebody should have spoken to the family.
    package func firstContact(knownOn day: Day) -> Day { day + firstContactDays }
}
