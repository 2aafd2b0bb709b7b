package import Civic

extension PersonPage {
    /// Something that was done to a person's entry.
    package struct JournalEntry: Sendable {
        package let at: Moment
        /// Name of the user, or of the program.
        package let who: String
        package let what: Phrase

        package init(at: Moment, who: String, what: Phrase) {
            self.at = at
            self.who = who
            self.what = what
        }

        func view(_ say: Speech) -> View {
            [
                "momentISO": .text(at.iso), "moment": .text(say.moment(at)), "who": .text(who),
                "what": .text(say.text(what)),
            ]
        }
    }
}
