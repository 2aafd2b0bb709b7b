package import Civic

/// What the insurer says about one person in one row of a file.
package enum InsurerWord: Sendable, Hashable {
    /// It covers the person from this day, under this number.
    case accepted(participant: ParticipantNumber, from: Day)
    /// It did not take the person; `cause` is a code of the city's own reasons.
    case refused(cause: String)
    /// The person stands on its list of a month.
    case listed(participant: ParticipantNumber?)
    /// It covers the person no more, as it was told.
    case ended
    /// It was told of an end, and covers nobody of that number.
    case unknown
}

/// What the insurer answered when it was told that somebody's cover ends.
package enum EndAnswer: Sendable, Hashable { case ended, unknown }

/// What is known of a member before a row is read.
package struct AnsweredMember: Sendable, Hashable {
    package var state: MemberState
    package var participant: String?
    package var activeFrom: Day?
    /// Code of the reason of a refusal or an end.
    package var cause: String?
    /// The answer to the latest file that told of the end.
    package var endAnswer: EndAnswer?

    package init(
        state: MemberState, participant: String? = nil, activeFrom: Day? = nil,
        cause: String? = nil, endAnswer: EndAnswer? = nil
    ) {
        self.state = state
        self.participant = participant
        self.activeFrom = activeFrom
        self.cause = cause
        self.endAnswer = endAnswer
    }
}

/// Why a row changes nothing, though it says something new. Raw values are those of the store.
package enum AnswerConflict: String, CaseIterable, Sendable {
    /// The member has another number already.
    case otherParticipant = "other-participant"
    /// The number belongs to somebody else.
    case participantTaken = "participant-taken"
    /// Cover began on another day.
    case otherStart = "other-start"
    case acceptedAfterRefusal = "accepted-after-refusal"
    case refusedAfterAcceptance = "refused-after-acceptance"
    /// The person was refused before, for another reason.
    case otherCause = "other-cause"
    /// Nobody sent the person.
    case notSent = "not-sent"
    /// Nothing is paid for the person any more.
    case ended
    /// The NIK is one member's and the SIGAP number another's.
    case twoPeople = "two-people"
    /// The insurer ended somebody for whom the city still pays.
    case notEnded = "not-ended"
}

/// What a row does.
package enum AnswerEffect: Sendable, Hashable {
    case accept
    case refuse
    /// It answers a file that told of ends.
    case end(EndAnswer)
    /// It says what was known.
    case known
    case conflict(AnswerConflict)
}
