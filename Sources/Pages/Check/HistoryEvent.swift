package import Civic

/// One thing that happened to a person's case, or is expected to.
package struct HistoryEvent: Sendable {
    package enum State: Sendable {
        case done
        case current
        case expected
    }

    package let text: Phrase
    /// Nil when the day is not known yet.
    package let day: Day?
    package let state: State

    package init(text: Phrase, day: Day?, state: State) {
        self.text = text
        self.day = day
        self.state = state
    }

    func view(_ say: Speech) -> View {
        let look =
            switch state {
            case .done: "sudah"
            case .current: "kini"
            case .expected: "nanti"
            }
        return [
            "eventText": .text(say.text(text)),
            "eventLook": .text(look),
            "when": .part(day.map { ["iso": .text($0.iso), "date": .text(say.day($0))] }),
        ]
    }
}
