package import Civic

extension PersonPage {
    /// What one rule says about a person, from which datum, and by which law.
    package struct Verdict: Sendable {
        package enum Mark: Sendable {
            case met
            case failed
            /// No source says anything, or sources disagree.
            case unknown
        }

        /// What the rule looked at.
        package enum Datum: Sendable {
            /// Completed years against the limits; `below` is the first age that is too old.
            case age(Int, minimum: Int, below: Int)
            /// 1 to 10 against the highest that is served.
            case decile(Int, highest: Int)
            case said(Phrase)
            /// No source says anything.
            case nothing
        }

        package let rule: RuleName
        package let mark: Mark
        package let datum: Datum
        /// Who says so.
        package let source: Phrase?
        /// The day of the source's data.
        package let sourceDay: Day?
        package let citation: Citation

        package init(
            rule: RuleName, mark: Mark, datum: Datum, source: Phrase?, sourceDay: Day?,
            citation: Citation
        ) {
            self.rule = rule
            self.mark = mark
            self.datum = datum
            self.source = source
            self.sourceDay = sourceDay
            self.citation = citation
        }

        func view(_ say: Speech) -> View {
            [
                "markLook": .text(markLook),
                "iconPath": .text(icon.path),
                "markWord": .text(markWord(say)),
                "rule": .text(rule.text(say)),
                "datum": .text(datumText(say)),
                "origin": .part(origin(say).map { ["originText": .text($0)] }),
                "citation": .text(citation.title),
            ]
        }

        private var markLook: String {
            switch mark {
            case .met: "ya"
            case .failed: "bukan"
            case .unknown: "ragu"
            }
        }

        private var icon: Icon {
            switch mark {
            case .met: .check
            case .failed: .cross
            case .unknown: .question
            }
        }

        private func markWord(_ say: Speech) -> String {
            switch mark {
            case .met: say("verdict-met")
            case .failed: say("verdict-failed")
            case .unknown: say("verdict-unknown")
            }
        }

        private func datumText(_ say: Speech) -> String {
            switch datum {
            case .age(let years, let minimum, let below):
                say(
                    "datum-age",
                    ["usia": "\(years)", "min": "\(minimum)", "maks": "\(below - 1)"])
            case .decile(let decile, let highest):
                say("datum-decile", ["desil": "\(decile)", "maks": "\(highest)"])
            case .said(let phrase): say.text(phrase)
            case .nothing: say("datum-nothing")
            }
        }

        private func origin(_ say: Speech) -> String? {
            let parts = [source.map(say.text), sourceDay.map(say.day)].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }
    }
}
