/// Who signs a draft off, in which order, and who may be next.
package struct SignOff: Hashable, Sendable {
    /// A step that was done.
    package struct Signed: Hashable, Sendable {
        package let step: String
        package let actor: String

        package init(step: String, actor: String) {
            self.step = step
            self.actor = actor
        }
    }

    /// Why somebody may not do the next step.
    package enum Obstacle: String, Hashable, Sendable {
        /// All steps are done.
        case complete
        /// Whoever did the step before may not do this one too.
        case twiceInARow = "twice-in-a-row"
        /// Whoever put the draft to signature may not be the last to check it.
        case makerIsLast = "maker-is-last"
    }

    /// Ids of all steps, in order.
    package let steps: [String]
    /// Who put the draft to signature.
    package let maker: String
    /// What was done, in order.
    package let signed: [Signed]

    package init(steps: [String], maker: String, signed: [Signed]) {
        self.steps = steps
        self.maker = maker
        self.signed = signed
    }

    /// The step that is to be done now; nil when none is left.
    package var next: String? { signed.count < steps.count ? steps[signed.count] : nil }

    package func obstacle(to actor: String) -> Obstacle? {
        guard next != nil else { return .complete }
        if signed.last?.actor == actor { return .twiceInARow }
        return signed.count == steps.count - 1 && actor == maker ? .makerIsLast : nil
    }
}
