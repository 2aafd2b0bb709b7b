import Civic

/// Which of two answers of the insurer holds. Raw values are those of the store's events.
package enum AnswerChoice: String, CaseIterable, Sendable {
    /// What is known already.
    case held = "keep-answer"
    /// What contradicts it.
    case later = "settle"
}

/// Settles what ``AnswerJudging`` left as a conflict: somebody has asked the insurer, so that states
/// may follow here that no row alone can bring about.
package enum AnswerSettling {
    /// The member as the contradicting row describes it.
    ///
    /// - Returns: nil where the row cannot hold: whoever has ended is not insured again by an answer,
    ///   and whoever is paid for does not end by one. Both are changes, noted as such.
    package static func after(
        _ word: InsurerWord, on member: AnsweredMember
    ) -> AnsweredMember? {
        guard member.state != .ended else { return nil }
        return switch word {
        case .accepted(let participant, let day):
            AnsweredMember(state: .active, participant: participant.text, activeFrom: day)
        case .refused(let cause): AnsweredMember(state: .refused, cause: cause)
        case .listed, .ended, .unknown: nil
        }
    }
}
