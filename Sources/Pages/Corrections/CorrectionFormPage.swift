package import Civic
package import Programme

/// `/kerja/peserta/{number}/perbaikan`: first which datum is wrong, then what is right and what
/// proves it.
package struct CorrectionFormPage: Page {
    package static let template = "correction-form"
    package static let room = Room.work
    package var section: NavigationItem? { .people }

    /// A datum as it is kept.
    package struct Kept: Sendable {
        package let field: CorrectionField
        package let value: Phrase

        package init(field: CorrectionField, value: Phrase) {
            self.field = field
            self.value = value
        }
    }

    /// The datum that was chosen.
    package struct Entry: Sendable {
        package let kept: Kept
        package let input: DatumInput
        package let proof: CorrectionProof?
        /// Makes a repetition harmless.
        package let key: String
        /// What is wrong with what was sent before.
        package let trouble: Phrase?

        package init(
            kept: Kept, input: DatumInput, proof: CorrectionProof?, key: String, trouble: Phrase?
        ) {
            self.kept = kept
            self.input = input
            self.proof = proof
            self.key = key
            self.trouble = trouble
        }
    }

    package let number: String
    package let name: String
    package let choices: [Kept]
    package let entry: Entry?

    package init(number: String, name: String, choices: [Kept], entry: Entry?) {
        self.number = number
        self.name = name
        self.choices = choices
        self.entry = entry
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                entry.map { entry in
                    say("correction-form-title", ["data": entry.kept.field.text(say)])
                } ?? say("correction-choose-title")),
            "number": .text(number), "name": .text(name),
            "peopleHref": .text(Address.people), "personHref": .text(Address.person(number)),
            "reasonHref": .text(Address.reasons(of: number)),
            "chooseHref": .text(Address.correct(number)),
            "isChoosing": .flag(entry == nil),
            "choices": .list(choices.map { choice(say, $0) }),
            "entry": .part(entry.map { view(of: $0, say) }),
        ]
    }

    private func choice(_ say: Speech, _ kept: Kept) -> View {
        [
            "choiceHref": .text(Address.correct(number, kept.field.rawValue)),
            "choiceName": .text(kept.field.text(say)),
            "keptText": .text(say.text(kept.value)),
        ]
    }

    private func view(of entry: Entry, _ say: Speech) -> View {
        [
            "action": .text(Address.correct(number)),
            "field": .text(entry.kept.field.rawValue),
            "fieldName": .text(entry.kept.field.text(say)),
            "keptNow": .text(say.text(entry.kept.value)),
            "key": .text(entry.key),
            "input": .part(entry.input.view(say)),
            "trouble": .part(entry.trouble.map { ["troubleText": .text(say.text($0))] }),
            "proofs": .list(
                CorrectionProof.allCases.map { view(of: $0, isChecked: $0 == entry.proof, say) }),
        ]
    }

    private func view(of proof: CorrectionProof, isChecked: Bool, _ say: Speech) -> View {
        [
            "proofValue": .text(proof.rawValue), "proofText": .text(proof.text(say)),
            "isChecked": .flag(isChecked),
        ]
    }
}
