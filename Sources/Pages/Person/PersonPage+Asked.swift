package import Civic

extension PersonPage {
    /// An agency that must answer about the person.
    package struct Asked: Sendable {
        package let agency: Phrase
        /// Nil while it has not.
        package let answer: AnswerWord?
        package let day: Day?
        /// It rests on a list that was old.
        package let isOld: Bool
        /// Until when it should answer.
        package let due: Day

        package init(agency: Phrase, answer: AnswerWord?, day: Day?, isOld: Bool, due: Day) {
            self.agency = agency
            self.answer = answer
            self.day = day
            self.isOld = isOld
            self.due = due
        }

        func view(_ say: Speech) -> View {
            let waiting = Badge.view(say("asked-waiting"), .blue, .hourglass)
            return [
                "askedAgency": .text(say.text(agency)),
                "askedAnswer": .part(answer?.badge(say) ?? waiting),
                "askedDay": .text(
                    day.map { say.day($0) } ?? say("asked-due", ["tanggal": say.day(due)])),
                "isAskedOld": .flag(isOld),
            ]
        }
    }
}
