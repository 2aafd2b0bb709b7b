package import Civic

extension PersonPage {
    /// One row of one file that was judged to be about the person.
    package struct SourceRow: Sendable {
        package enum Certainty: Sendable {
            /// Same valid NIK, nothing speaks against it.
            case certain
            /// By name, birth date and the like, in per cent.
            case probable(percent: Int)
            /// A person decided it.
            case decided
        }

        package let agency: Phrase
        package let file: String
        /// As the spreadsheet shows it at the left, from 1.
        package let row: Int
        package let nameAsWritten: String
        package let certainty: Certainty
        /// What this row says otherwise than the others, apart from the name.
        package let differences: [Phrase]
        /// Names the row to the program.
        package let place: String

        package init(
            agency: Phrase, file: String, row: Int, nameAsWritten: String, certainty: Certainty,
            differences: [Phrase], place: String = ""
        ) {
            self.agency = agency
            self.file = file
            self.row = row
            self.nameAsWritten = nameAsWritten
            self.certainty = certainty
            self.differences = differences
            self.place = place
        }

        /// `key` makes parting the row from the person safe to send twice; nil where the reader may
        /// not.
        func view(
            bestName: String, splitting number: String, by key: String?, _ say: Speech
        ) -> View {
            [
                "agency": .text(say.text(agency)),
                "file": .text(file),
                "rowNumber": .text(say.number(row)),
                "letters": .list(NameDifference.view(of: nameAsWritten, against: bestName)),
                "certainty": .text(certaintyText(say)),
                "differences": .text(
                    differences.isEmpty
                        ? "–" : differences.map(say.text).joined(separator: "; ")),
                "split": .part(
                    key.map { key in
                        [
                            "splitHref": .text(Address.split(number)), "place": .text(place),
                            "splitKey": .text(key),
                        ]
                    }),
            ]
        }

        private func certaintyText(_ say: Speech) -> String {
            switch certainty {
            case .certain: say("certainty-certain")
            case .probable(let percent): say("certainty-probable", ["persen": "\(percent)"])
            case .decided: say("certainty-decided")
            }
        }
    }
}
