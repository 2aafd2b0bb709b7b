package import Civic

/// `/kerja/sk/{id}/lampiran`: whom a decree names, village by village.
package struct DecreeAnnexPage: Page {
    package static let template = "decree-annex"
    package static let room = Room.work
    package var section: NavigationItem? { .decrees }

    /// A village of the annex; nil for people of no known one.
    package struct Place: Sendable {
        package let name: String?
        package let district: String?
        package let href: String
        package let people: Int

        package init(name: String?, district: String?, href: String, people: Int) {
            self.name = name
            self.district = district
            self.href = href
            self.people = people
        }
    }

    package struct Line: Sendable {
        package let line: Int
        package let number: String
        package let name: String
        /// Masked; nil where there is none.
        package let nik: String?
        package let neighbourhood: String?
        package let occupation: Phrase?
        package let funds: String
        package let change: Change
        package let cause: Phrase?

        package enum Change: Sendable {
            case add
            case remove
            case alter
        }

        package init(
            line: Int, number: String, name: String, nik: String?, neighbourhood: String?,
            occupation: Phrase?, funds: String, change: Change, cause: Phrase?
        ) {
            self.line = line
            self.number = number
            self.name = name
            self.nik = nik
            self.neighbourhood = neighbourhood
            self.occupation = occupation
            self.funds = funds
            self.change = change
            self.cause = cause
        }
    }

    package let facts: DecreeSummary
    package let places: [Place]
    /// The village that is shown; nil for the list of villages.
    package let current: Place?
    package let lines: [Line]
    package let nextHref: String?

    package init(
        facts: DecreeSummary, places: [Place], current: Place?, lines: [Line], nextHref: String?
    ) {
        self.facts = facts
        self.places = places
        self.current = current
        self.lines = lines
        self.nextHref = nextHref
    }

    package func view(_ say: Speech) -> View {
        facts.view(say).with([
            "title": .text(title(say)),
            "listHref": .text(Address.decrees),
            "annexHref": .text(Address.decreeAnnex(facts.id)),
            "isOverview": .flag(current == nil),
            "isAmending": .flag(facts.isAmendment),
            "places": .list(
                places.map { place in
                    [
                        "placeHref": .text(place.href),
                        "placeName": .text(place.name ?? say("decree-no-village")),
                        "placeDistrict": .text(place.district ?? "–"),
                        "placePeople": .text(say.number(place.people)),
                    ]
                }),
            "lines": .list(lines.map { view($0, say) }),
            "next": .part(nextHref.map { ["nextHref": .text($0)] }),
        ])
    }

    private func title(_ say: Speech) -> String {
        guard let current else {
            return say.counted(
                facts.people, one: "decree-annex-title-one", many: "decree-annex-title-many")
        }
        return say(
            "decree-annex-place",
            [
                "tempat": current.name ?? say("decree-no-village"),
                "jumlah": say.number(current.people),
            ])
    }

    private func view(_ line: Line, _ say: Speech) -> View {
        [
            "lineNumber": .text(line.line == 0 ? "–" : say.number(line.line)),
            "personHref": .text(Address.person(line.number)),
            "personNumber": .text(line.number), "personName": .text(line.name),
            "nik": .text(line.nik ?? "–"), "ward": .text(line.neighbourhood ?? "–"),
            "occupation": .text(line.occupation.map(say.text) ?? "–"),
            "funds": .text(line.funds),
            "change": .text(word(line.change, say)),
            "cause": .part(line.cause.map { ["causeText": .text(say.text($0))] }),
        ]
    }

    private func word(_ change: Line.Change, _ say: Speech) -> String {
        switch change {
        case .add: say("decree-change-add")
        case .remove: say("decree-change-remove")
        case .alter: say("decree-change-alter")
        }
    }
}
