import Civic

/// The villages of the city with their share of people and their wards and blocks.
struct CityPlan: Sendable {
    struct Village: Sendable {
        /// Position in the directory of places.
        let position: Int
        let wards: Int
        let blocks: Int
    }

    let villages: [Village]
    /// District codes `PPKKCC`, in order.
    let districts: [Int]
    private let choice: WeightedChoice

    init(
        places: PlaceDirectory, _ table: (String) throws(Problem) -> Table
    ) throws(Problem) {
        var known: [PlaceCode: Table.Row] = [:]
        for row in try table("synth/village-weights").rows {
            let text = try row.text("code")
            guard let code = PlaceCode(text) else { throw row.wrong("code", text) }
            known[code] = row
        }
        var villages: [Village] = []
        var choice = WeightedChoice()
        for position in places.villages {
            let row = known[places.entries[position].code]
            villages.append(
                Village(
                    position: position, wards: try row?.number("rw_max") ?? 15,
                    blocks: try row?.number("rt_max") ?? 8))
            choice.add(try row?.number("weight") ?? 100)
        }
        self.villages = villages
        self.choice = choice
        districts = places.districts.map { Int(places.entries[$0].code.number / 10_000) }
    }

    func pick(_ dice: inout SeededGenerator) -> Village { villages[choice.pick(&dice)] }
}
