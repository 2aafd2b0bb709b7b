package import Civic

/// `/kerja/jawaban/riwayat`: what an agency answered, latest first.
package struct AnswerHistoryPage: Page {
    package static let template = "answer-history"
    package static let room = Room.work
    package var section: NavigationItem? { .answers }

    package struct Row: Sendable {
        package let number: String
        package let name: String
        package let answer: AnswerWord
        /// By a list that was old.
        package let isOld: Bool
        /// With all others that were certain.
        package let isExact: Bool
        package let who: String
        package let at: Moment

        package init(
            number: String, name: String, answer: AnswerWord, isOld: Bool, isExact: Bool,
            who: String, at: Moment
        ) {
            self.number = number
            self.name = name
            self.answer = answer
            self.isOld = isOld
            self.isExact = isExact
            self.who = who
            self.at = at
        }
    }

    package let agency: Phrase
    package let answered: AnswersPage.Counts
    package let rows: [Row]
    /// Where the older ones are.
    package let nextHref: String?

    package init(
        agency: Phrase, answered: AnswersPage.Counts, rows: [Row], nextHref: String?
    ) {
        self.agency = agency
        self.answered = answered
        self.rows = rows
        self.nextHref = nextHref
    }

    /// The answers behind this one.
    package static func address(behind instant: Int64, _ number: String) -> String {
        Address.answerHistory + Query.text([("sebelum", "\(instant)"), ("nomor", number)])
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("given-title", ["dinas": say.text(agency)])),
            "answersHref": .text(Address.answers),
            "counts": .text(
                say(
                    "answers-counts",
                    [
                        "jumlah": say.number(answered.total), "cocok": say.number(answered.yes),
                        "tidak": say.number(answered.no), "ragu": say.number(answered.unknown),
                    ])),
            "isEmpty": .flag(rows.isEmpty),
            "rows": .list(rows.map { view(of: $0, say) }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
        ]
    }

    private func view(of row: Row, _ say: Speech) -> View {
        let basis =
            row.isOld ? say("given-old") : row.isExact ? say("given-exact") : say("given-single")
        return [
            "name": .text(row.name),
            "number": .text(row.number),
            "answer": .part(row.answer.badge(say)),
            "basis": .text(basis),
            "who": .text(row.who),
            "at": .text(say.moment(row.at)),
        ]
    }
}
