package import Civic

/// `/kerja/dasbor`: where the programme stands, on one page. The title is the finding; every number
/// leads to its rows where a list of them exists.
package struct DashboardPage: Page {
    package static let template = "dashboard"
    package static let room = Room.work
    package var section: NavigationItem? { .dashboard }

    /// The day for which people were checked.
    package let asOf: Day
    package let coverage: Coverage
    package let plan: PlanOutlook
    package let work: WorkToDo
    /// Selected of eligible people by district; tiles lead to the list.
    package let map: TileMap
    package let funnel: Funnel
    package let reasons: [ReasonCount]
    package let sources: [SourceFile]
    /// Nil for whoever may not see contributions, and before anybody was insured.
    package let insured: Insured?

    /// Everybody whom the city keeps insured.
    package struct Insured: Sendable {
        package let programme: Int
        /// Those whom the city insured before the programme began.
        package let cohorts: Int

        package init(programme: Int, cohorts: Int) {
            self.programme = programme
            self.cohorts = cohorts
        }
    }

    package init(
        asOf: Day, coverage: Coverage, plan: PlanOutlook, work: WorkToDo, map: TileMap,
        funnel: Funnel, reasons: [ReasonCount], sources: [SourceFile], insured: Insured? = nil
    ) {
        self.insured = insured
        self.asOf = asOf
        self.coverage = coverage
        self.plan = plan
        self.work = work
        self.map = map
        self.funnel = funnel
        self.reasons = reasons
        self.sources = sources
    }

    package func view(_ say: Speech) -> View {
        let isEmpty = funnel.rows == 0
        return [
            "title": .text(isEmpty ? say("dashboard-empty") : title(say)),
            "isEmpty": .flag(isEmpty),
            "figures": .part(isEmpty ? nil : figures(say)),
        ]
    }

    private func title(_ say: Speech) -> String {
        say(
            "dashboard-title",
            ["terpilih": say.number(funnel.selected), "layak": say.number(funnel.eligible)])
    }

    private func figures(_ say: Speech) -> View {
        [
            "insured": .part(
                insured.map { insured in
                    [
                        "insuredHref": .text(Address.contributions),
                        "insuredText": .text(
                            say(
                                "dashboard-insured",
                                [
                                    "jumlah": say.number(insured.programme + insured.cohorts),
                                    "peserta": say.number(insured.programme),
                                    "lama": say.number(insured.cohorts),
                                ])),
                    ]
                }),
            "sourceLine": .text(
                say(
                    "dashboard-source",
                    ["tanggal": say.day(asOf), "jumlah": say.number(sources.count)])),
            "coverage": .part(coverage.view(say)),
            "plan": .part(plan.view(say)),
            "work": .part(work.view(say)),
            "map": .part(map.view(caption: say("map-caption"), say)),
            "districts": .list(districtRows(say)),
            "funnel": .list(funnel.view(say)),
            "reasons": .list(reasonRows(say)),
            "sources": .list(sources.map { $0.view(on: asOf, say) }),
        ]
    }

    private func districtRows(_ say: Speech) -> [View] {
        map.tiles.sorted { $0.name < $1.name }.map { tile in
            [
                "name": .text(tile.name),
                "link": .part(tile.href.map { ["href": .text($0)] }),
                "eligible": .text(say.number(tile.whole)),
                "selected": .text(say.number(tile.part)),
                "share": .text(say.percent(tile.part, of: tile.whole)),
            ]
        }
    }

    private func reasonRows(_ say: Speech) -> [View] {
        let sorted = reasons.sorted { $0.people > $1.people }
        let longest = sorted.first?.people ?? 0
        return sorted.map { reason in
            [
                "reasonCode": .text(reason.code),
                "reasonName": .text(say.text(reason.name)),
                "href": .text(PeopleFilter(reason: reason.code).address),
                "people": .text(say.number(reason.people)),
                "length": .text(Bar.length(of: reason.people, longest: longest)),
            ]
        }
    }
}
