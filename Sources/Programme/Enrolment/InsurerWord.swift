package import Civic

/// What the insurer says about one person in one row of a file.
package enum InsurerWord: Sendable, Hashable {
    /// It covers the person from this day, under this number.
    case accepted(participant: ParticipantNumber, from: Day)
    /// It did not take the person; `cause` is a code of the city's own reasons.
    case refused(cause: String)
    /// The person stands on its list of a month.
    case listed(participant: ParticipantNumber?)
}

/// What is known of a member before a row is read.
package struct AnsweredMember: Sendable, Hashable {
    package var state: MemberState
    package var participant: String?
    package var activeFrom: Day?
    /// Code of the reason of a refusal or an end.
    package var cause: String?

    package init(
        state: MemberState, participant: String? = nil, activeFrom: Day? = nil,
        cause: String? = nil
    ) {
        self.state = state
        self.participant = participant
        self.activeFrom = activeFrom
        self.cause = cause
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
}

/// What a row does.
package enum AnswerEffect: Sendable, Hashable {
    case accept
    case refuse
    /// It says what was known.
    case known
    case conflict(AnswerConflict)
}
