package import Civic

/// `/data`: the programme in figures, for anybody. No names, no numbers of people, no small cells.
package struct PublicDataPage: Page {
    package static let template = "public-data"
    package static let room = Room.open
    package var section: NavigationItem? { .data }

    package let asOf: Day
    package let totals: Totals
    package let districts: [District]
    package let reasons: [ReasonCount]
    /// Of the people selected.
    package let occupations: [Group]
    /// Of the people selected.
    package let ages: [AgeBand]
    /// Of the people selected, by who pays.
    package let funds: [Group]
    package let csvHref: String
    package let metadataHref: String

    package init(
        asOf: Day, totals: Totals, districts: [District], reasons: [ReasonCount],
        occupations: [Group], ages: [AgeBand], funds: [Group], csvHref: String,
        metadataHref: String
    ) {
        self.asOf = asOf
        self.totals = totals
        self.districts = districts
        self.reasons = reasons
        self.occupations = occupations
        self.ages = ages
        self.funds = funds
        self.csvHref = csvHref
        self.metadataHref = metadataHref
    }

    package func view(_ say: Speech) -> View {
        let published = totals.publishable
        return [
            "title": .text(
                say(
                    "data-title",
                    ["terpilih": published[2].text(say), "layak": published[1].text(say)])),
            "sourceLine": .text(say("data-source", ["tanggal": say.day(asOf)])),
            "figures": .list(figures(say)),
            "map": .part(map(say)),
            "districts": .list(districtRows(say)),
            "tables": .list(tables(say)),
            "ages": .list(ageRows(say)),
            "csvHref": .text(csvHref),
            "metadataHref": .text(metadataHref),
            "quotaHref": .text(Address.quota),
            "smallNote": .text(say("data-small-note", ["batas": "\(SmallCells.least)"])),
        ]
    }

    private func figures(_ say: Speech) -> [View] {
        let names = [
            (say("data-people"), say("data-people-means")),
            (say("data-eligible"), say("data-eligible-means")),
            (say("data-selected"), say("data-selected-means")),
            (say("data-waiting"), say("data-waiting-means")),
            (say("data-ineligible"), say("data-ineligible-means")),
            (say("data-review"), say("data-review-means")),
        ]
        return zip(totals.publishable, names).map { cell, name in
            ["value": .text(cell.text(say)), "name": .text(name.0), "meaning": .text(name.1)]
        }
    }

    private func map(_ say: Speech) -> View {
        let tiles = districts.map { district in
            TileMap.Tile(
                name: district.name, href: nil, row: district.row, column: district.column,
                part: district.selected, whole: district.eligible)
        }
        return TileMap(tiles).view(caption: say("map-caption"), say) { tile in
            let cells = SmallCells.publishable([tile.part, tile.whole - tile.part])
            return cells.contains { if case .shown = $0 { false } else { true } }
        }
    }

    private func districtRows(_ say: Speech) -> [View] {
        let cells = SmallCells.publishable(
            table: districts.map { [$0.selected, $0.waiting, $0.eligible] })
        return districts.indices.map { index in
            [
                "name": .text(districts[index].name),
                "eligible": .text(cells[index][2].text(say)),
                "selected": .text(cells[index][0].text(say)),
                "waiting": .text(cells[index][1].text(say)),
            ]
        }
    }
}

extension PublicDataPage {
    private func tables(_ say: Speech) -> [View] {
        let groups = reasons.map { Group(name: $0.name, people: $0.people) }
        return [
            Table(
                caption: say("data-reasons"), meaning: say("data-reasons-means"),
                heading: say("data-reason"), groups: groups, overlaps: true),
            Table(
                caption: say("data-occupations"), meaning: say("data-occupations-means"),
                heading: say("data-occupation"), groups: occupations, overlaps: false),
            Table(
                caption: say("data-funds"), meaning: say("data-funds-means"),
                heading: say("data-fund"), groups: funds, overlaps: false),
        ].map { $0.view(say) }
    }

    /// Groups, largest first, with a bar to compare by.
    private struct Table {
        let caption: String
        let meaning: String
        let heading: String
        let groups: [Group]
        /// Whether one person can stand in several groups.
        let overlaps: Bool

        func view(_ say: Speech) -> View {
            let sorted = groups.sorted { $0.people > $1.people }
            let counts = sorted.map(\.people)
            let cells =
                overlaps
                ? SmallCells.publishable(overlapping: counts) : SmallCells.publishable(counts)
            let longest = cells.map(\.visible).max() ?? 0
            let rows: [View] = zip(sorted, cells).map { group, cell in
                [
                    "name": .text(say.text(group.name)), "value": .text(cell.text(say)),
                    "length": .text(Bar.length(of: cell.visible, longest: longest)),
                ]
            }
            return [
                "caption": .text(caption), "meaning": .text(meaning), "heading": .text(heading),
                "rows": .list(rows),
            ]
        }
    }

    private func ageRows(_ say: Speech) -> [View] {
        let cells = SmallCells.publishable(table: ages.map { [$0.women, $0.men] })
        return ages.indices.map { index in
            let years = ages[index].years
            return [
                "band": .text(
                    say(
                        "data-age-band",
                        ["dari": "\(years.lowerBound)", "sampai": "\(years.upperBound)"])),
                "women": .text(cells[index][0].text(say)),
                "men": .text(cells[index][1].text(say)),
            ]
        }
    }
}
