/// `/bantuan`: whom to ask, and the questions people ask most.
package struct HelpPage: Page {
    package static let template = "help"
    package static let room = Room.open
    package var section: NavigationItem? { .help }

    package init() {}

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("help-title")),
            "questions": .list(
                [
                    (say("help-q-covered"), say("help-a-covered")),
                    (say("help-q-propose"), say("help-a-propose")),
                    (say("help-q-wrong"), say("help-a-wrong")),
                    (say("help-q-health"), say("help-a-health")),
                    (say("help-q-money"), say("help-a-money")),
                    (say("help-q-number"), say("help-a-number")),
                ].map { ["question": .text($0), "answer": .text($1)] }),
            "checkHref": .text(Address.check),
        ]
    }
}
