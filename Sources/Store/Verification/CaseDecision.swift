package import Civic
package import Programme

/// What somebody wants to decide about a candidate.
package struct CaseDecision: Sendable, Hashable {
    package enum Step: Sendable, Hashable {
        /// Needs the answer that the candidate works, given now or before.
        case approve
        /// With the code of the reason.
        case refuse(reason: String)
        /// Somebody of the neighbourhood has to find out first.
        case field
        /// Only the answer to the question about work, as long as nothing is decided: whoever
        /// answers must not become the one who decided.
        case work
    }

    package let number: PersonNumber
    /// The version of the case that whoever decides has seen.
    package let seen: Int
    package let step: Step
    /// The answer to the question about work; nil leaves it as it is.
    package let work: WorkAnswer?
    /// Who says that the candidate works.
    package let witness: String?

    package init(
        number: PersonNumber, seen: Int, step: Step, work: WorkAnswer? = nil,
        witness: String? = nil
    ) {
        self.number = number
        self.seen = seen
        self.step = step
        self.work = work
        self.witness = witness
    }

    /// The event that this makes of a case that stands so; nil where an approval lacks the answer
    /// about work.
    func event(after history: CaseHistory, by act: Act) -> CaseEvent? {
        let answer = work ?? history.work
        switch step {
        case .approve:
            guard answer?.isYes == true else { return nil }
            return event(.approve, .approved, answer, history, act)
        case .refuse(let reason):
            return event(.refuse, .refused, answer, history, act, reason: reason)
        case .field: return event(.field, .field, answer, history, act)
        case .work:
            guard work != nil, history.state == .open || history.state == .field else {
                return nil
            }
            return event(.work, history.state, answer, history, act)
        }
    }

    private func event(
        _ kind: CaseEvent.Kind, _ state: CaseState, _ work: WorkAnswer?, _ history: CaseHistory,
        _ act: Act, reason: String? = nil
    ) -> CaseEvent {
        CaseEvent(
            seq: history.version + 1, kind: kind, reason: reason, witness: witness, undoes: nil,
            state: state, work: work, actor: act.actor, at: act.at)
    }
}

/// What became of a decision.
package enum CaseOutcome: Sendable, Hashable {
    /// Kept; the case has this version now.
    case done(version: Int)
    /// Somebody else decided first: this is what. Nothing was kept.
    case conflict(CaseEvent)
    /// An approval without the answer about work. Nothing was kept.
    case workMissing
    /// There is no such case in the scope.
    case unknown
    /// Nothing to take back, or too late.
    case tooLate
}
