package import Civic

/// Why somebody is not eligible, with what can be done about it: the wording of the region pack,
/// one for staff, citizen, letter and report, its placeholders already filled.
package struct ReasonText: Sendable {
    /// `A2`.
    package let code: String
    package let sentence: Phrase
    package let remedy: Phrase
    /// Who can put it right; nil where nothing is wrong.
    package let office: OfficeText?

    package init(
        code: String, sentence: Phrase, remedy: Phrase, office: OfficeText? = nil
    ) {
        self.office = office
        self.code = code
        self.sentence = sentence
        self.remedy = remedy
    }

    func view(_ say: Speech) -> View {
        [
            "reasonCode": .text(code), "reasonText": .text(say.text(sentence)),
            "remedy": .text(say.text(remedy)),
            "office": .part(office.map { $0.view(say) }),
        ]
    }
}

/// An office that can put a datum right.
package struct OfficeText: Sendable {
    package let name: Phrase
    /// How to reach it, where that is known.
    package let contact: Phrase?

    package init(name: Phrase, contact: Phrase?) {
        self.name = name
        self.contact = contact
    }

    func view(_ say: Speech) -> View {
        [
            "officeName": .text(say.text(name)),
            "contact": .part(contact.map { ["officeContact": .text(say.text($0))] }),
        ]
    }
}

/// How many people a reason holds back.
package struct ReasonCount: Sendable {
    package let code: String
    /// Three or four words: `Di luar batas usia`.
    package let name: Phrase
    package let people: Int

    package init(code: String, name: Phrase, people: Int) {
        self.code = code
        self.name = name
        self.people = people
    }
}
