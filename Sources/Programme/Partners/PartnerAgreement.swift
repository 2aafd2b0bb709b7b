package import Civic

/// What a platform and the city agreed about sending drivers.
package struct PartnerAgreement: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// In force, and the city is calling for proposals.
        case open
        /// In force, but the city is not calling.
        case closed
        /// Not in force yet.
        case upcoming
        case expired
    }

    package let agency: String
    /// As it stands on the paper.
    package let number: String
    package let from: Day
    /// The last day on which it holds.
    package let to: Day
    package let purpose: String
    /// How long rows that were not used are kept, counted from the day they were sent.
    package let retentionDays: Int
    /// The last day of the call for proposals; nil while there is none.
    package let callUntil: Day?

    package init(
        agency: String, number: String, from: Day, to: Day, purpose: String, retentionDays: Int,
        callUntil: Day?
    ) {
        self.agency = agency
        self.number = number
        self.from = from
        self.to = to
        self.purpose = purpose
        self.retentionDays = retentionDays
        self.callUntil = callUntil
    }

    package func state(on day: Day) -> State {
        if day > to { return .expired }
        if day < from { return .upcoming }
        guard let callUntil, day <= callUntil else { return .closed }
        return .open
    }

    /// The day on which rows that were sent on `day` and not used are deleted.
    package func deletionDay(ofSent day: Day) -> Day { day + retentionDays }
}

extension Sequence<PartnerAgreement> {
    /// The one that says what may be done on `day`: an open one before a closed one, one that comes
    /// before one that is over, and of equals the one that holds longest.
    package func decisive(on day: Day) -> PartnerAgreement? {
        func rank(_ agreement: PartnerAgreement) -> Int {
            PartnerAgreement.State.allCases.firstIndex(of: agreement.state(on: day)) ?? 0
        }
        return self.min {
            (rank($0), $1.to, $0.number) < (rank($1), $0.to, $1.number)
        }
    }
}
