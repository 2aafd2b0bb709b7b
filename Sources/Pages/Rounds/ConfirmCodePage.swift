/// `/k/{token}` before its code was typed, or when nothing can be typed any more.
package struct ConfirmCodePage: Page {
    package enum State: Sendable {
        case asking
        case wrong(left: Int)
        case locked
        case expired(days: Int)
        case replaced
    }

    package static let template = "confirm-code"
    package static let room = Room.open
    package static let isListed = false
    package static let hasMenu = false

    /// Takes the code.
    package let action: String
    package let state: State

    package init(action: String, state: State) {
        self.action = action
        self.state = state
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("confirm-heading")),
            "form": .part(isOpen ? ["action": .text(action)] : nil),
            "trouble": .part(trouble(say).map { ["troubleText": .text($0)] }),
            "isWrong": .flag(isWrong),
        ]
    }

    private var isOpen: Bool {
        switch state {
        case .asking, .wrong: true
        case .locked, .expired, .replaced: false
        }
    }

    private var isWrong: Bool { if case .wrong = state { true } else { false } }

    private func trouble(_ say: Speech) -> String? {
        switch state {
        case .asking: nil
        case .wrong(let left): say("confirm-wrong", ["jumlah": say.number(left)])
        case .locked: say("confirm-locked")
        case .expired(let days): say("confirm-expired", ["jumlah": say.number(days)])
        case .replaced: say("confirm-replaced")
        }
    }
}
