package import Civic

extension PairPage {
    /// What the reader may do about a pair.
    package enum Decision: Sendable {
        /// Judge it.
        case open(Form)
        /// Confirm or refuse what somebody proposed.
        case confirm(Form, PairDecision)
        /// Wait for somebody else.
        case waiting(PairDecision)
        case decided(PairDecision, note: String?)
        /// One of the two lies beyond the reader's scope; these roles judge it.
        case elsewhere([Phrase])

        func view(_ id: Int, _ say: Speech) -> View {
            switch self {
            case .open(let form):
                view(title: say("pair-question"), form: form.view(id, say), say)
            case .confirm(let form, let proposal):
                view(
                    title: say("pair-confirm"), note: proposal.sentence(say),
                    form: form.view(id, say), say)
            case .waiting(let proposal):
                view(
                    title: say("pair-waiting"), note: say("pair-waiting-why"), undo: proposal,
                    say)
            case .decided(let decision, let note):
                view(title: decision.text(say), note: note, undo: decision, say)
            case .elsewhere(let roles):
                view(
                    title: say("pair-elsewhere"),
                    note: say("pairs-elsewhere", ["siapa": PairsPage.who(roles, say)]), say)
            }
        }

        private func view(
            title: String, note: String? = nil, form: View? = nil, undo: PairDecision? = nil,
            _ say: Speech
        ) -> View {
            [
                "decisionTitle": .text(title),
                "hasNote": .part(note.map { ["noteText": .text($0)] }),
                "form": .part(form),
                "undo": .part(undo.map { $0.view(say) }),
            ]
        }
    }

    /// What a form must send along.
    package struct Form: Sendable {
        package let first: String
        package let second: String
        /// The latest decision that the page shows; 0 for none.
        package let seen: Int
        package let key: String
        /// Both are in the civil registry, under different numbers.
        package let needsSecond: Bool

        package init(first: String, second: String, seen: Int, key: String, needsSecond: Bool) {
            self.first = first
            self.second = second
            self.seen = seen
            self.key = key
            self.needsSecond = needsSecond
        }

        func view(_ id: Int, _ say: Speech) -> View {
            [
                "formHref": .text(Address.pair(id)), "firstOf": .text(first),
                "secondOf": .text(second), "seen": .text("\(seen)"), "formKey": .text(key),
                "warning": .part(
                    needsSecond ? ["warningText": .text(say("pair-needs-second"))] : nil),
            ]
        }
    }
}

/// 409: somebody decided since the page was made.
package struct PairTakenPage: Page {
    package static let template = "pair-taken"
    package static let room = Room.work
    package var section: NavigationItem? { .pairs }

    package let id: Int
    package let decision: PairDecision
    package let mine: PairVerdict
    package let note: String
    package let form: PairPage.Form
    package let nextHref: String

    package init(
        id: Int, decision: PairDecision, mine: PairVerdict, note: String, form: PairPage.Form,
        nextHref: String
    ) {
        self.id = id
        self.decision = decision
        self.mine = mine
        self.note = note
        self.form = form
        self.nextHref = nextHref
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("pair-taken", ["nama": decision.who])),
            "sentence": .text(decision.sentence(say)),
            "mineText": .text(say("pair-taken-mine", ["putusan": mine.text(say)])),
            "keepText": .text(say("pair-taken-keep", ["nama": decision.who])),
            "keepHref": .text(nextHref),
            "form": .part(form.view(id, say)),
            "mine": .text(mine.rawValue),
            "myNote": .text(note),
        ]
    }
}
