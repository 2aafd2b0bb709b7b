import Civic

/// Builds the people of a city, household after household, from one seed.
struct CityBuilder {
    let data: SynthData
    let asOf: Day
    let people: Int
    var dice: SeededGenerator
    var persons: [Person] = []
    var households: [Household] = []
    var pairs: [HardPair] = []
    var register: NumberRegister
    /// What all members of the household in work share.
    var family: Family

    struct Family {
        var culture = 0
        var surname: UInt16?
        /// Position of the head among the persons.
        var head = 0
        var wife: Int?
    }

    init(data: SynthData, people: Int, seed: UInt64, asOf: Day) {
        self.data = data
        self.asOf = asOf
        self.people = people
        dice = SeededGenerator(seed: seed, purpose: 1, of: 0)
        register = NumberRegister(capacity: people * 2 + 64)
        family = Family()
        persons.reserveCapacity(people + 16)
        households.reserveCapacity(people / 3 + 16)
    }

    /// Exactly `people` persons; the last household loses whoever is too many.
    consuming func build() -> Population {
        while persons.count < people {
            if dice.happens(data.shares.outside) {
                addOutsider()
            } else {
                addHousehold()
            }
        }
        persons.removeLast(persons.count - people)
        let last = households.count - 1
        households[last].members = households[last].members.clamped(to: 0..<Int32(people))
        pairs.removeAll { $0.first >= people || $0.second >= people }
        for index in persons.indices where persons[index].lender >= people {
            persons[index].lender = -1
        }
        var population = Population(persons: persons, households: households, pairs: pairs)
        population.findNamesakes()
        return population
    }

    /// Somebody who works in the city and is registered elsewhere.
    private mutating func addOutsider() {
        let origin = data.origins.outsideHome(&dice)
        openHousehold(village: nil, origin: origin)
        family.culture = data.names.cultures.pick(&dice)
        family.surname = data.names.familyName(culture: family.culture, &dice)
        let sex: Sex = dice.below(5) == 0 ? .female : .male
        let head = addPerson(.head, sex, birth: birth(age: 18 + dice.below(45)))
        persons[head].registration = .outside
        closeHousehold()
    }

    private mutating func addHousehold() {
        let village = data.plan.pick(&dice)
        openHousehold(village: village, origin: data.origins.home)
        addHead()
        addWife()
        addChildren()
        addElders()
        closeHousehold()
    }

    private mutating func openHousehold(village: CityPlan.Village?, origin: Int) {
        family = Family()
        family.head = persons.count
        let house = data.streets.pick(&dice)
        let ward = UInt8(1 + dice.below(village?.wards ?? 12))
        let block = UInt8(1 + dice.below(village?.blocks ?? 8))
        households.append(
            Household(
                card: 0, village: Int32(village?.position ?? -1), origin: UInt16(origin),
                house: house, ward: ward, block: block, decile: UInt8(data.life.decile(&dice)),
                members: Int32(persons.count)..<Int32(persons.count)))
        households[households.count - 1].card = cardNumber()
    }

    private mutating func closeHousehold() {
        let members = family.head..<persons.count
        households[households.count - 1].members = Int32(members.lowerBound)..<Int32(persons.count)
        for index in members { settle(index) }
        lendNumbers()
    }
}
