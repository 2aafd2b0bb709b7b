package import Civic

extension PersonPage {
    /// Another entry that may be the same person, waiting for somebody to judge.
    package struct ReviewPair: Sendable {
        /// Nil where the reader may not judge it.
        package let pair: Int?
        package let otherNumber: String
        package let otherName: String
        /// How probable it is that they are one, in per cent.
        package let percent: Int
        /// What speaks for and against it.
        package let evidence: [Phrase]

        package init(
            otherNumber: String, otherName: String, percent: Int, evidence: [Phrase],
            pair: Int? = nil
        ) {
            self.pair = pair
            self.otherNumber = otherNumber
            self.otherName = otherName
            self.percent = percent
            self.evidence = evidence
        }

        func view(bestName: String, _ say: Speech) -> View {
            [
                "href": .text(Address.person(otherNumber)),
                "otherNumber": .text(otherNumber),
                "letters": .list(NameDifference.view(of: otherName, against: bestName)),
                "chance": .text(say("review-chance", ["persen": "\(percent)"])),
                "judge": .part(pair.map { ["judgeHref": .text(Address.pair($0))] }),
                "evidence": .list(evidence.map { ["evidenceText": .text(say.text($0))] }),
            ]
        }
    }
}
