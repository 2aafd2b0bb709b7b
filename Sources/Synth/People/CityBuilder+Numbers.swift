import Civic

extension CityBuilder {
    /// Gives a person an identity number that fits its place and date of birth. After a `twin` born
    /// just before, the serial follows that of its number.
    mutating func identify(_ person: inout Person, after twin: UInt64?) {
        let district = birthDistrict(&person)
        let corrected = dice.happens(data.shares.correctedBirth)
        let day = corrected ? person.birthDay.earlier(by: 1 + dice.below(60)) : person.birthDay
        let serial = dice.below(100) < 85 ? 1 + dice.below(12) : 1 + dice.below(300)
        if let twin {
            let head = NumberHead.of(
                district: Int(twin / 10_000_000_000), person.birthDay, sex: person.sex)
            person.nik = register.take(head: head, from: Int(twin % 10_000) + 1) ?? twin
            return
        }
        let head = NumberHead.of(district: district, day, sex: person.sex)
        guard let nik = register.take(head: head, from: serial) else {
            preconditionFailure("a district has 9999 numbers a day and sex")
        }
        person.nik = nik
    }

    /// Where the number was first issued, `PPKKCC`; decides the place of birth as well.
    private mutating func birthDistrict(_ person: inout Person) -> Int {
        let household = households[Int(person.household)]
        let young = person.birthDay.age(on: asOf) < 25
        let here = young && person.role == .child ? data.shares.childHomeBorn : data.shares.homeBorn
        if household.village >= 0, dice.happens(here) {
            person.birthplace = UInt16(data.origins.home)
            let own = dice.below(4) > 0
            return own ? district(of: household) : dice.pick(data.plan.districts)
        }
        let atHome = household.village < 0 && dice.below(2) == 0
        let origin = atHome ? Int(household.origin) : data.origins.birthplace(&dice)
        person.birthplace = UInt16(origin)
        return data.origins.district(of: origin, &dice)
    }

    private mutating func district(of household: Household) -> Int {
        guard household.village >= 0 else {
            return data.origins.district(of: Int(household.origin), &dice)
        }
        return data.villageDistricts[Int(household.village)]
    }

    /// The number of the family card of the household in work.
    mutating func cardNumber() -> UInt64 {
        let district = district(of: households[households.count - 1])
        while true {
            let issued = asOf.earlier(by: dice.below(4400))
            let head = NumberHead.of(district: district, issued, sex: nil)
            if let card = register.take(head: head, from: 1 + dice.below(120)) { return card }
        }
    }
}
