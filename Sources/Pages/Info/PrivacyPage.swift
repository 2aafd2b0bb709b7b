package import Civic

/// `/privasi`: which data are used, where they come from, how long they stay and whom to ask.
package struct PrivacyPage: Page {
    package struct Retention: Sendable {
        package let what: Phrase
        package let years: Int

        package init(what: Phrase, years: Int) {
            self.what = what
            self.years = years
        }
    }

    package static let template = "privacy"
    package static let room = Room.open

    /// Offices whose lists are used.
    package let agencies: [Phrase]
    /// Hours within which a request about one's data is answered.
    package let answerHours: Int
    package let retention: [Retention]
    package let law: Citation

    package init(agencies: [Phrase], answerHours: Int, retention: [Retention], law: Citation) {
        self.agencies = agencies
        self.answerHours = answerHours
        self.retention = retention
        self.law = law
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("privacy-title")),
            "agencies": .list(agencies.map { ["agency": .text(say.text($0))] }),
            "rights": .text(
                say(
                    "privacy-rights",
                    ["jam": say.number(answerHours), "hukum": law.title])),
            "hasRetention": .flag(!retention.isEmpty),
            "retention": .list(
                retention.map { item in
                    [
                        "what": .text(say.text(item.what)),
                        "years": .text(
                            say.counted(item.years, one: "years-one", many: "years-many")),
                    ]
                }),
        ]
    }
}
