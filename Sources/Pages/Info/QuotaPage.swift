package import Civic

/// `/kuota`: by which rule people wait, and how many in each village.
package struct QuotaPage: Page {
    /// The steps by which people are ordered, in the order in which they decide.
    package enum Step: Sendable {
        /// Families with the lowest welfare data first.
        case welfare
        case hazard
        case olderProposal
        /// By lot, from a number that was fixed and published beforehand.
        case draw(seed: Int)
    }

    package struct Village: Sendable {
        package let name: String
        package let selected: Int
        package let waiting: Int

        package init(name: String, selected: Int, waiting: Int) {
            self.name = name
            self.selected = selected
            self.waiting = waiting
        }
    }

    package struct District: Sendable {
        package let name: String
        package let villages: [Village]

        package init(name: String, villages: [Village]) {
            self.name = name
            self.villages = villages
        }
    }

    package static let template = "quota"
    package static let room = Room.open

    package let asOf: Day
    /// How many people this round takes.
    package let quota: Int
    /// The fewest places a village gets, if it has as many eligible people.
    package let villageFloor: Int
    package let steps: [Step]
    package let districts: [District]

    package init(
        asOf: Day, quota: Int, villageFloor: Int, steps: [Step], districts: [District]
    ) {
        self.asOf = asOf
        self.quota = quota
        self.villageFloor = villageFloor
        self.steps = steps
        self.districts = districts
    }

    package func view(_ say: Speech) -> View {
        let waiting = districts.flatMap(\.villages).reduce(0) { $0 + $1.waiting }
        return [
            "title": .text(
                say(
                    "quota-title",
                    ["kuota": say.number(quota), "tunggu": say.number(waiting)])),
            "sourceLine": .text(say("data-source", ["tanggal": say.day(asOf)])),
            "floor": .text(say("quota-floor", ["jumlah": say.number(villageFloor)])),
            "steps": .list(steps.map { ["step": .text(text(of: $0, say))] }),
            "districts": .list(districtViews(say)),
            "smallNote": .text(say("data-small-note", ["batas": "\(SmallCells.least)"])),
            "checkHref": .text(Address.check),
        ]
    }

    private func text(of step: Step, _ say: Speech) -> String {
        switch step {
        case .welfare: say("quota-step-welfare")
        case .hazard: say("quota-step-hazard")
        case .olderProposal: say("quota-step-older")
        case .draw(let seed): say("quota-step-draw", ["angka": "\(seed)"])
        }
    }

    /// Small cells are hidden in each column of all villages, because its total is published; the
    /// sum of a row is not.
    private func districtViews(_ say: Speech) -> [View] {
        let villages = districts.flatMap(\.villages)
        let selected = SmallCells.publishable(villages.map(\.selected))
        let waiting = SmallCells.publishable(villages.map(\.waiting))
        var before = 0
        return districts.map { district in
            defer { before += district.villages.count }
            let rows: [View] = district.villages.enumerated().map { index, village in
                [
                    "name": .text(village.name),
                    "selected": .text(selected[before + index].text(say)),
                    "waiting": .text(waiting[before + index].text(say)),
                ]
            }
            return ["district": .text(district.name), "villages": .list(rows)]
        }
    }
}
