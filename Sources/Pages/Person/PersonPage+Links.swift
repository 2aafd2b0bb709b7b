extension PersonPage {
    /// Decisions that made the person who they are, and what is needed to take them back or to part
    /// a row from the person.
    package struct Links: Sendable {
        package let decisions: [PairDecision]
        /// Makes parting a row safe to send twice.
        package let key: String

        package init(decisions: [PairDecision], key: String) {
            self.decisions = decisions
            self.key = key
        }

        /// Nil when nothing was decided.
        func view(_ number: String, _ say: Speech) -> View? {
            guard !decisions.isEmpty else { return nil }
            return ["linked": .list(decisions.map { $0.view(backTo: number, say) })]
        }
    }
}
