package import Civic
package import Programme

extension PersonPage {
    /// How far the verification of a person is.
    package struct Verification: Sendable {
        package let state: CaseState
        package let lane: CaseLane
        package let standing: CaseStanding
        package let missing: [QueueCard.Missing]
        /// Who says no.
        package let objectors: [Phrase]
        /// Whether whoever reads may decide.
        package let mayDecide: Bool

        package init(
            state: CaseState, lane: CaseLane, standing: CaseStanding,
            missing: [QueueCard.Missing], objectors: [Phrase], mayDecide: Bool
        ) {
            self.state = state
            self.lane = lane
            self.standing = standing
            self.missing = missing
            self.objectors = objectors
            self.mayDecide = mayDecide
        }

        func view(number: String, _ say: Speech) -> View {
            let lines = QueueWords.lines(missing, objectors, say)
            return [
                "verificationTitle": .text(
                    say("verification-title", ["keadaan": QueueWords.state(state, say)])),
                "verificationLook": .text(QueueWords.look(state, lane).rawValue),
                "isVerified": .flag(standing == .verified),
                "hasLines": .flag(!lines.isEmpty),
                "lines": .list(lines.map { ["line": .text($0)] }),
                "decide": .part(
                    mayDecide ? ["caseHref": .text(Address.queueCase(number))] : nil),
            ]
        }
    }
}
