package import Civic

/// `/kerja/sk/{id}/beda`: who stands otherwise on a draft than on the one that was sent back.
package struct DecreeRedraftPage: Page {
    package static let template = "decree-redraft"
    package static let room = Room.work
    package var section: NavigationItem? { .decrees }

    /// What became of people; raw values are names in an address.
    package enum Part: String, Sendable, CaseIterable {
        case added = "ditambah"
        case removed = "keluar"
        case changed = "berubah"

        func name(_ say: Speech) -> String {
            switch self {
            case .added: say("decree-redraft-added")
            case .removed: say("decree-redraft-removed")
            case .changed: say("decree-redraft-changed")
            }
        }
    }

    /// Something that an annex says of a person.
    package enum Field: Sendable, CaseIterable {
        case name
        case nik
        case neighbourhood
        case village
        case occupation
        case funds
        case change
        case end
        case cause

        func name(_ say: Speech) -> String {
            switch self {
            case .name: say("field-name")
            case .nik: say("field-nik")
            case .neighbourhood: "RT/RW"
            case .village: say("field-village")
            case .occupation: say("field-occupation")
            case .funds: say("decree-fund")
            case .change: say("decree-change")
            case .end: say("change-end")
            case .cause: say("decree-reason")
            }
        }
    }

    package struct Difference: Sendable {
        package let field: Field
        /// Nil where the annex says nothing.
        package let before: Phrase?
        package let after: Phrase?

        package init(field: Field, before: Phrase?, after: Phrase?) {
            self.field = field
            self.before = before
            self.after = after
        }
    }

    package struct Line: Sendable {
        package let number: String
        package let name: String
        /// Masked.
        package let nik: String?
        package let village: String?
        package let funds: String
        /// Nothing of somebody who was added or left.
        package let differences: [Difference]

        package init(
            number: String, name: String, nik: String?, village: String?, funds: String,
            differences: [Difference]
        ) {
            self.number = number
            self.name = name
            self.nik = nik
            self.village = village
            self.funds = funds
            self.differences = differences
        }
    }

    package let facts: DecreeSummary
    package let counts: DecreeChanges
    package let part: Part
    package let lines: [Line]
    /// The place behind which the next page begins; nil on the last.
    package let next: Int?

    package init(
        facts: DecreeSummary, counts: DecreeChanges, part: Part, lines: [Line], next: Int?
    ) {
        self.facts = facts
        self.counts = counts
        self.part = part
        self.lines = lines
        self.next = next
    }

    package func view(_ say: Speech) -> View {
        facts.view(say).with([
            "title": .text(say("decree-redraft")), "listHref": .text(Address.decrees),
            "changesText": .text(counts.text(say)),
            "parts": .list(
                Part.allCases.map { part in
                    [
                        "partHref": .text(Address.decreeRedraft(facts.id, part: part.rawValue)),
                        "partName": .text(part.name(say)),
                        "partCount": .text(say.number(counts[part])),
                        "isCurrent": .flag(part == self.part),
                    ]
                }),
            "caption": .text(part.name(say)),
            "isEmpty": .flag(lines.isEmpty), "isChanged": .flag(part == .changed),
            "lines": .list(lines.map { view($0, say) }),
            "next": .part(
                next.map { place in
                    [
                        "href": .text(
                            Address.decreeRedraft(facts.id, part: part.rawValue, after: place))
                    ]
                }),
        ])
    }

    private func view(_ line: Line, _ say: Speech) -> View {
        [
            "personHref": .text(Address.person(line.number)),
            "personNumber": .text(line.number),
            "personName": .text(line.name.isEmpty ? line.number : line.name),
            "nik": .text(line.nik ?? "–"), "village": .text(line.village ?? "–"),
            "funds": .text(line.funds),
            "differences": .list(
                line.differences.map { difference in
                    [
                        "field": .text(difference.field.name(say)),
                        "before": .text(difference.before.map(say.text) ?? "–"),
                        "after": .text(difference.after.map(say.text) ?? "–"),
                    ]
                }),
        ]
    }
}
