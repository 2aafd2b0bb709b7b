import Civic

extension CityBuilder {
    /// Work, telephone, insurance, moves and deaths of one person.
    mutating func settle(_ index: Int) {
        let household = households[Int(persons[index].household)]
        let decile = Int(household.decile)
        let age = persons[index].birthDay.age(on: asOf)
        var job = data.work.pick(persons[index].sex, age: age, decile: decile, &dice)
        if persons[index].registration == .outside {
            // Outsiders matter through the lists of workers they are on.
            for _ in 0..<6 where data.work.jobs[job].standing != .informal {
                job = data.work.pick(persons[index].sex, age: age, decile: 1 + dice.below(4), &dice)
            }
        }
        persons[index].occupation = UInt16(job)
        persons[index].registryWord = UInt8(dice.below(data.work.jobs[job].registry.count))
        if let membership = data.insurance.pick(
            data.work.jobs[job].standing, age: age, decile: decile, &dice)
        {
            persons[index].membership = UInt8(membership)
            persons[index].insurance = data.insurance.memberships[membership].status
        }
        givePhone(index, age: age)
        if persons[index].registration != .outside { end(index, age: age) }
    }

    private mutating func givePhone(_ index: Int, age: Int) {
        guard age >= 15 else { return }
        if dice.happens(data.shares.phone) {
            persons[index].phone = data.phones.number(&dice)
        } else if dice.happens(data.shares.familyPhone) {
            persons[index].phone = persons[family.head].phone
        }
    }

    /// Registers a death or a move.
    private mutating func end(_ index: Int, age: Int) {
        let first = index == family.head
        let familyMoved =
            first
            ? dice.happens(data.shares.movedFamily)
            : persons[family.head].registration == .moved
        if dice.happens(data.life.death(atAge: age)) {
            persons[index].registration = .dead
            let earliest = max(persons[index].birth, asOf.number - Int32(data.shares.deathDays))
            let days = max(1, Int(asOf.number - earliest))
            persons[index].death = asOf.number - 1 - Int32(dice.below(days))
            persons[index].death = max(persons[index].death, persons[index].birth)
            if persons[index].insurance == .active { persons[index].insurance = .inactive }
        } else if familyMoved || dice.happens(data.shares.movedPerson) {
            persons[index].registration = .moved
        }
    }

    /// Some show the number of a wife, husband or child where their own is asked for.
    mutating func lendNumbers() {
        if let wife = family.wife, wife < persons.count, dice.happens(data.shares.lenderCouple) {
            let husbandBorrows = dice.below(10) < 3
            persons[husbandBorrows ? family.head : wife].lender = Int32(
                husbandBorrows ? wife : family.head)
        } else if dice.happens(data.shares.lenderChild),
            let child = (family.head..<persons.count).first(where: {
                persons[$0].role == .child && persons[$0].birthDay.age(on: asOf) >= 17
            })
        {
            persons[family.wife ?? family.head].lender = Int32(child)
        }
    }
}
