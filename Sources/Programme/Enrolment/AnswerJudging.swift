import Civic

/// Decides what a row of the insurer's answer does to a member. What was accepted or refused once
/// is never overwritten: whatever contradicts it stands as a conflict until somebody has looked at
/// it.
package enum AnswerJudging {
    /// - Parameters:
    ///   - word: what the row says.
    ///   - member: what is known of the member it names.
    ///   - isTaken: whether the number it gives belongs to somebody else.
    /// - Returns: what the row does.
    package static func effect(
        of word: InsurerWord, on member: AnsweredMember, isTaken: Bool
    ) -> AnswerEffect {
        switch word {
        case .accepted(let participant, let day):
            isTaken
                ? .conflict(.participantTaken) : acceptance(participant.text, from: day, of: member)
        case .refused(let cause): refusal(cause, of: member)
        case .listed: .known
        case .ended: end(.ended, of: member)
        case .unknown: end(.unknown, of: member)
        }
    }

    /// The member as an effect leaves it.
    package static func after(
        _ word: InsurerWord, _ effect: AnswerEffect, on member: AnsweredMember
    ) -> AnsweredMember {
        var member = member
        switch (effect, word) {
        case (.accept, .accepted(let participant, let day)):
            (member.state, member.participant) = (.active, participant.text)
            member.activeFrom = day
        case (.refuse, .refused(let cause)): (member.state, member.cause) = (.refused, cause)
        case (.end(let answer), _): member.endAnswer = answer
        default: break
        }
        return member
    }

    private static func acceptance(
        _ participant: String, from day: Day, of member: AnsweredMember
    ) -> AnswerEffect {
        switch member.state {
        case .determined: return .conflict(.notSent)
        case .refused: return .conflict(.acceptedAfterRefusal)
        case .ended where member.participant == participant: return .known
        case .ended: return .conflict(.ended)
        case .enrolled where member.participant == nil || member.participant == participant:
            return .accept
        case .enrolled: return .conflict(.otherParticipant)
        case .active:
            guard member.participant == participant else { return .conflict(.otherParticipant) }
            return member.activeFrom == day ? .known : .conflict(.otherStart)
        }
    }

    private static func refusal(_ cause: String, of member: AnsweredMember) -> AnswerEffect {
        switch member.state {
        case .determined: .conflict(.notSent)
        case .enrolled: .refuse
        case .active: .conflict(.refusedAfterAcceptance)
        case .refused: member.cause == cause ? .known : .conflict(.otherCause)
        case .ended: .conflict(.ended)
        }
    }

    /// Whom the insurer did not find at first it may end later; whom it has ended it cannot find.
    private static func end(_ answer: EndAnswer, of member: AnsweredMember) -> AnswerEffect {
        guard member.state == .ended else { return .conflict(.notEnded) }
        return switch (member.endAnswer, answer) {
        case (nil, _), (.unknown?, .ended): .end(answer)
        case (.ended?, _), (.unknown?, .unknown): .known
        }
    }
}
