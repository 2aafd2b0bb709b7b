import Civic

/// The places where identity numbers were first issued and where people from elsewhere live.
struct Origins: Sendable {
    struct Origin: Sendable {
        /// `PPKK` as one number.
        let regency: Int
        let name: [UInt8]
        let districts: Int
        /// A district and its villages, for addresses outside the city.
        let district: [UInt8]
        let villages: [[UInt8]]
    }

    let origins: [Origin]
    /// Position of the city itself.
    let home: Int
    private let births: WeightedChoice
    private let homes: WeightedChoice

    init(
        places: PlaceDirectory, _ table: (String) throws(Problem) -> Table
    ) throws(Problem) {
        var origins: [Origin] = []
        var births = WeightedChoice()
        var homes = WeightedChoice()
        let city = Int(places.regency.number / 1_000_000)
        for row in try table("synth/origins").rows {
            let text = try row.text("code")
            guard let code = PlaceCode(text) else { throw row.wrong("code", text) }
            let regency = Int(code.number / 1_000_000)
            origins.append(
                Origin(
                    regency: regency, name: Array(try row.text("name").utf8),
                    districts: try row.number("districts"),
                    district: Array((row.optional("district") ?? "").utf8),
                    villages: row.list("villages").map { Array($0.utf8) }))
            births.add(regency == city ? 0 : try row.number("birth_weight"))
            homes.add(regency == city ? 0 : try row.number("home_weight"))
        }
        if let known = origins.firstIndex(where: { $0.regency == city }) {
            home = known
        } else {
            home = origins.count
            let first = places.entries.first?.name ?? ""
            origins.append(
                Origin(
                    regency: city, name: Array(first.utf8), districts: 1, district: [], villages: []
                ))
        }
        self.origins = origins
        self.births = births
        self.homes = homes
    }

    /// Where a newcomer to the city was first registered.
    func birthplace(_ dice: inout SeededGenerator) -> Int { births.pick(&dice) }

    /// Where somebody lives who works in the city and lives outside it.
    func outsideHome(_ dice: inout SeededGenerator) -> Int { homes.pick(&dice) }

    /// A district `PPKKCC` of an origin.
    func district(of origin: Int, _ dice: inout SeededGenerator) -> Int {
        origins[origin].regency * 100 + 1 + dice.below(origins[origin].districts)
    }
}
