package import Civic

extension DashboardPage {
    /// What only people can do now, most urgent first. Nothing to do is good news and says so.
    package struct WorkToDo: Sendable {
        /// A fault of a whole file rather than of a row, such as numbers cut by a spreadsheet.
        package struct Damage: Sendable {
            package let file: String
            package let agency: Phrase
            /// What is wrong and what to do.
            package let sentence: Phrase

            package init(file: String, agency: Phrase, sentence: Phrase) {
                self.file = file
                self.agency = agency
                self.sentence = sentence
            }
        }

        /// Pairs of rows of which a person must say whether they are one person.
        package let reviewPairs: Int
        /// Where they are listed; nil as long as there is no such list.
        package let reviewHref: String?
        /// Values in the files that could not be used.
        package let rejectedValues: Int
        package let rejectsHref: String?
        package let damages: [Damage]

        package init(
            reviewPairs: Int, reviewHref: String?, rejectedValues: Int, rejectsHref: String?,
            damages: [Damage]
        ) {
            self.reviewPairs = reviewPairs
            self.reviewHref = reviewHref
            self.rejectedValues = rejectedValues
            self.rejectsHref = rejectsHref
            self.damages = damages
        }

        func view(_ say: Speech) -> View {
            var tasks: [View] = []
            if reviewPairs > 0 {
                tasks.append(
                    task(reviewPairs, say("work-review"), say("work-review-why"), reviewHref, say))
            }
            if rejectedValues > 0 {
                tasks.append(
                    task(
                        rejectedValues, say("work-rejects"), say("work-rejects-why"), rejectsHref,
                        say))
            }
            return [
                "tasks": .list(tasks),
                "isDone": .flag(tasks.isEmpty && damages.isEmpty),
                "damages": .list(
                    damages.map { damage in
                        [
                            "file": .text(damage.file),
                            "agency": .text(say.text(damage.agency)),
                            "damageText": .text(say.text(damage.sentence)),
                        ]
                    }),
            ]
        }

        private func task(
            _ count: Int, _ name: String, _ why: String, _ href: String?, _ say: Speech
        ) -> View {
            [
                "count": .text(say.number(count)), "taskName": .text(name), "why": .text(why),
                "link": .part(href.map { ["href": .text($0)] }),
            ]
        }
    }
}
