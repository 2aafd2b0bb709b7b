package import Civic
package import Programme

/// What is needed to ask an RW about the candidates that wait for its word.
package struct NewRound: Sendable, Hashable {
    package let village: PlaceCode
    package let rw: Int
    /// Only those whom the kelurahan has sent to be checked.
    package let isFieldOnly: Bool
    /// Name of the RW head or neighbourhood officer.
    package let witness: String

    package init(village: PlaceCode, rw: Int, isFieldOnly: Bool, witness: String) {
        self.village = village
        self.rw = rw
        self.isFieldOnly = isFieldOnly
        self.witness = witness
    }
}

/// How many candidates of one RW wait for its word.
package struct Ward: Sendable, Hashable {
    package let village: PlaceCode
    /// Nil for candidates whose RW nobody has noted.
    package let rw: Int?
    /// All that wait, those on a list that is out included.
    package let waiting: Int
    /// Those whom the kelurahan has sent to be checked.
    package let field: Int
    /// Those on a list that is out.
    package let asked: Int
}

/// Somebody who can be put on the next list of an RW.
package struct WardCandidate: Sendable, Hashable {
    package let number: PersonNumber
    package let name: String
    package let occupation: String?
    package let isField: Bool
}

/// A list with which an RW is asked, and how far it is answered.
package struct RoundSummary: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case running
        case complete
        /// Not everybody was answered in time.
        case expired
        /// Nobody is to answer any more.
        case closed
    }

    package let id: Int
    package let village: PlaceCode
    package let rw: Int
    package let witness: String
    /// Login of whoever made it.
    package let actor: String
    package let createdAt: Instant
    package let expiresAt: Instant
    package let closedAt: Instant?
    /// Those that are still among the candidates of the kelurahan.
    package let people: Int
    package let answered: Int
    /// When the latest of them was.
    package let answeredAt: Instant?

    package func state(at instant: Instant) -> State {
        if closedAt != nil { return .closed }
        if answered >= people { return .complete }
        return instant < expiresAt ? .running : .expired
    }
}

/// Somebody on a list.
package struct RoundMember: Sendable, Hashable {
    /// Counted from 1, as on paper.
    package let place: Int
    package let number: PersonNumber
    package let name: String
    package let occupation: String?
    package let answer: Confirmation.Answer?
}

/// A list with its people.
package struct Round: Sendable, Hashable {
    package let summary: RoundSummary
    package let members: [RoundMember]
    /// The link that was given out last; nil when there is none, or it was taken back.
    package let link: RoundLink?
}

/// What is known of a link; the link itself is kept nowhere.
package struct RoundLink: Sendable, Hashable {
    package let expiresAt: Instant
    /// How often a wrong code was typed.
    package let wrong: Int
}

/// What an RW says about somebody on its list.
package struct RoundWord: Sendable, Hashable {
    package let place: Int
    package let answer: Confirmation.Answer

    package init(place: Int, answer: Confirmation.Answer) {
        self.place = place
        self.answer = answer
    }
}
