package import Civic

/// `/kerja/pasangan/{id}`: two records side by side, what speaks for and against their being one
/// person, and the decision.
package struct PairPage: Page {
    package static let template = "pair"
    package static let room = Room.work
    package var section: NavigationItem? { .pairs }

    package let id: Int
    package let names: [String]
    /// How probable it is that they are one, in per cent.
    package let percent: Int
    package let rows: [Row]
    package let lists: [Lists]
    package let findings: [Finding]
    /// In tenths of a bit.
    package let weight: Int
    package let decision: Decision
    /// Of those who may be the same as one of the two.
    package let others: [Other]
    /// What the reader decided just before, on another pair.
    package let done: PairDecision?
    package let nextHref: String?
    /// Address of the script that listens to keys.
    package let script: String

    package init(
        id: Int, names: [String], percent: Int, rows: [Row], lists: [Lists], findings: [Finding],
        weight: Int, decision: Decision, others: [Other], done: PairDecision?, nextHref: String?,
        script: String
    ) {
        self.id = id
        self.names = names
        self.percent = percent
        self.rows = rows
        self.lists = lists
        self.findings = findings
        self.weight = weight
        self.decision = decision
        self.others = others
        self.done = done
        self.nextHref = nextHref
        self.script = script
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "pairsHref": .text(Address.pairs),
            "chance": .text(PairChance.text(percent: percent, say)),
            "done": .part(done.map { $0.view(say) }),
            "isWhole": .flag(lists.count == 2),
            "headings": .list(lists.map { $0.heading(say) }),
            "rows": .list(rows.map { $0.view(lists.map(\.number), say) }),
            "lists": .list(lists.map { $0.view(say) }),
            "waterfall": .part(waterfall(say)),
            "plainFindings": .part(plainFindings(say)),
            "decision": .part(decision.view(id, say)),
            "hasOthers": .flag(!others.isEmpty),
            "others": .list(others.map { $0.view(say) }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
            "script": .text(script),
        ]
    }

    private func title(_ say: Speech) -> String {
        guard names.count == 2 else {
            return say("pair-title-half", ["nama": names.first ?? "–"])
        }
        return say("pair-title", ["satu": names[0], "dua": names[1]])
    }

    /// One bar of the waterfall, in tenths of a bit.
    private struct Step {
        let text: String
        let start: Int
        let weight: Int
    }

    /// From what is likely before anything was read to what all findings make of it.
    private func steps(_ weights: [Int], _ say: Speech) -> [Step] {
        let prior = weight - weights.reduce(0, +)
        var steps = [Step(text: say("pair-before"), start: 0, weight: prior)]
        var reached = prior
        for (finding, weight) in zip(findings, weights) {
            steps.append(Step(text: say.text(finding.sentence), start: reached, weight: weight))
            reached += weight
        }
        steps.append(Step(text: say("pair-sum"), start: 0, weight: weight))
        return steps
    }

    private func waterfall(_ say: Speech) -> View? {
        let weights = findings.compactMap(\.weight)
        guard weights.count == findings.count, !findings.isEmpty else { return nil }
        let steps = steps(weights, say)
        let ends = steps.flatMap { [$0.start, $0.start + $0.weight] }
        let (low, high) = (min(ends.min() ?? 0, 0), max(ends.max() ?? 1, 0))
        func place(_ value: Int) -> Int { (value - low) * 1000 / max(high - low, 1) }
        return [
            "steps": .list(
                steps.map { step -> View in
                    let (from, to) = (place(step.start), place(step.start + step.weight))
                    return [
                        "stepText": .text(step.text),
                        "stepWeight": .text(Finding.signed(step.weight, say)),
                        "sign": .text(step.weight < 0 ? "lawan" : "dukung"),
                        "start": .text("\(min(from, to))"),
                        "length": .text("\(max(abs(from - to), 2))"),
                        "zero": .text("\(min(place(0), 996))"),
                    ]
                })
        ]
    }

    /// Rows of earlier versions tell no weights apart.
    private func plainFindings(_ say: Speech) -> View? {
        guard findings.contains(where: { $0.weight == nil }) else { return nil }
        return [
            "findings": .list(findings.map { ["findingText": .text(say.text($0.sentence))] })
        ]
    }
}

extension PairPage {
    /// One thing that was compared.
    package struct Finding: Sendable {
        package let sentence: Phrase
        /// Tenths of a bit; nil where it was not kept.
        package let weight: Int?

        package init(sentence: Phrase, weight: Int?) {
            self.sentence = sentence
            self.weight = weight
        }

        static func signed(_ tenths: Int, _ say: Speech) -> String {
            (tenths < 0 ? "−" : "+") + say.tenths(abs(tenths))
        }
    }

    /// One field of both records.
    package struct Row: Sendable {
        package enum Agreement: Sendable {
            case same
            case different
            /// At least one of the two does not say it.
            case missing
        }

        package enum Cell: Sendable {
            case blank
            /// As written, differences marked by letter.
            case letters([NameDifference.Run])
            case words(Phrase, isDifferent: Bool)

            func runs(_ say: Speech) -> [NameDifference.Run] {
                switch self {
                case .blank: [NameDifference.Run(text: "–", isDifferent: false)]
                case .letters(let runs): runs
                case .words(let phrase, let isDifferent):
                    [NameDifference.Run(text: say.text(phrase), isDifferent: isDifferent)]
                }
            }
        }

        package let field: PairField
        package let cells: [Cell]
        package let agreement: Agreement

        package init(field: PairField, cells: [Cell], agreement: Agreement) {
            self.field = field
            self.cells = cells
            self.agreement = agreement
        }

        func view(_ numbers: [String], _ say: Speech) -> View {
            [
                "label": .text(field.text(say)),
                "cells": .list(
                    zip(cells, numbers).map { cell, number in
                        [
                            "cellOf": .text(number),
                            "letters": .list(
                                cell.runs(say).map { run in
                                    [
                                        "run": .text(run.text),
                                        "isDifferent": .flag(run.isDifferent),
                                    ]
                                }),
                        ]
                    }),
                "agreement": .part(mark(say)),
                "isMissing": .flag(agreement == .missing),
            ]
        }

        private func mark(_ say: Speech) -> View? {
            switch agreement {
            case .same: Badge.view(say("pair-agree"), .green, .check)
            case .different: Badge.view(say("pair-differ"), .amber, .attention)
            case .missing: nil
            }
        }
    }

    /// Where one of the two stands.
    package struct Lists: Sendable {
        package struct Entry: Sendable {
            package let agency: Phrase
            package let file: String
            package let row: Int
            package let written: String

            package init(agency: Phrase, file: String, row: Int, written: String) {
                self.agency = agency
                self.file = file
                self.row = row
                self.written = written
            }
        }

        package let number: String
        package let name: String
        package let status: String
        package let entries: [Entry]

        package init(number: String, name: String, status: String, entries: [Entry]) {
            self.number = number
            self.name = name
            self.status = status
            self.entries = entries
        }

        func heading(_ say: Speech) -> View {
            [
                "headingNumber": .text(number), "badge": .part(say.badge(status)),
            ]
        }

        func view(_ say: Speech) -> View {
            [
                "personHref": .text(Address.person(number)), "listsOf": .text(number),
                "entries": .list(
                    entries.map { entry in
                        [
                            "agency": .text(say.text(entry.agency)), "file": .text(entry.file),
                            "rowNumber": .text(say.number(entry.row)),
                            "letters": .list(
                                NameDifference.view(of: entry.written, against: name)),
                        ]
                    }),
            ]
        }
    }

    /// Another open pair in which one of the two takes part.
    package struct Other: Sendable {
        package let pair: Int
        package let of: String
        package let name: String
        package let number: String
        package let percent: Int

        package init(pair: Int, of: String, name: String, number: String, percent: Int) {
            self.pair = pair
            self.of = of
            self.name = name
            self.number = number
            self.percent = percent
        }

        func view(_ say: Speech) -> View {
            [
                "otherHref": .text(Address.pair(pair)),
                "otherText": .text(say("pair-other", ["satu": of, "dua": name])),
                "otherNumber": .text(number),
                "otherChance": .text(say("review-chance", ["persen": "\(percent)"])),
            ]
        }
    }
}
