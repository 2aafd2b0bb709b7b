/// What the word of an RW makes of a candidate.
package struct WorkWord: Sendable, Hashable {
    package let state: CaseState
    package let work: WorkAnswer?

    /// - Parameters:
    ///   - answer: what is said now.
    ///   - previous: what the same list said before, which this corrects; nil the first time.
    ///   - state: where the candidate stands.
    ///   - work: the answer to the question about work as it stands.
    package init(
        _ answer: Confirmation.Answer, correcting previous: Confirmation.Answer?,
        state: CaseState, work: WorkAnswer?
    ) {
        // Who decided stays who decided: the word stands beside the decision, and may contradict it.
        guard state == .open || state == .field else {
            (self.state, self.work) = (state, work)
            return
        }
        // The neighbourhood was asked and has spoken: whoever decides has the candidate back.
        self.state = .open
        switch answer {
        case .yes: self.work = .witnessed
        case .no: self.work = .not
        case .unknown, .withdrawn:
            // Only what the RW itself said is gone with it; what somebody else knows stays.
            let own: WorkAnswer? =
                switch previous {
                case .yes: .witnessed
                case .no: .not
                case .unknown, .withdrawn, nil: nil
                }
            self.work = own == work ? nil : work
        }
    }
}
