package import Civic
package import Programme

/// A request as the pages of its person show it: which datum, and where it stands.
package struct CorrectionLine: Sendable {
    package let receipt: String
    package let field: CorrectionField
    package let state: CorrectionState
    /// Who must answer, or who did.
    package let office: Phrase
    package let due: Day
    package let closed: Day?
    /// Whether the reader may open the request.
    package let mayOpen: Bool

    package init(
        receipt: String, field: CorrectionField, state: CorrectionState, office: Phrase, due: Day,
        closed: Day?, mayOpen: Bool
    ) {
        self.receipt = receipt
        self.field = field
        self.state = state
        self.office = office
        self.due = due
        self.closed = closed
        self.mayOpen = mayOpen
    }

    func view(_ say: Speech) -> View {
        [
            "receipt": .text(receipt),
            "fieldText": .text(field.text(say)),
            "badge": .part(state.badge(say)),
            "stateText": .text(stateText(say)),
            "link": .part(mayOpen ? ["href": .text(Address.correction(receipt))] : nil),
            "plain": .flag(!mayOpen),
        ]
    }

    private func stateText(_ say: Speech) -> String {
        let office = say.text(office)
        guard let closed else {
            return say("correction-waits", ["kantor": office, "tanggal": say.day(due)])
        }
        return say("correction-answered", ["kantor": office, "tanggal": say.day(closed)])
    }
}
