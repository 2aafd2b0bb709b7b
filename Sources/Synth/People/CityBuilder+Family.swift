import Civic

extension CityBuilder {
    /// A day of birth that makes somebody `age` years old.
    mutating func birth(age: Int) -> Day {
        asOf.adding(years: -age).earlier(by: dice.below(365))
    }

    mutating func addHead() {
        family.culture = data.names.cultures.pick(&dice)
        family.surname = data.names.familyName(culture: family.culture, &dice)
        let couple = dice.happens(data.shares.couple)
        let sex: Sex = couple || dice.below(3) == 0 ? .male : .female
        if dice.happens(data.shares.namesake), let other = earlierHead() {
            addPerson(.head, persons[other].sex, birth: persons[other].birthDay)
            persons[family.head].name = persons[other].name
        } else {
            addPerson(.head, sex, birth: birth(age: data.life.headAge(&dice)))
        }
        if couple, persons[family.head].sex == .male { family.wife = persons.count }
    }

    /// The head of some other household, in another village.
    private mutating func earlierHead() -> Int? {
        guard households.count > 1 else { return nil }
        let other = households[dice.below(households.count - 1)]
        let village = households[households.count - 1].village
        guard other.village >= 0, other.village != village, !other.members.isEmpty else {
            return nil
        }
        return Int(other.members.lowerBound)
    }

    mutating func addWife() {
        guard let wife = family.wife else { return }
        let headAge = persons[family.head].birthDay.age(on: asOf)
        let age = max(17, headAge + 3 - dice.below(10))
        let born = birth(age: age)
        addPerson(.wife, .female, birth: born)
        // A wife keeps the family name she was born with.
        let mixed = dice.happens(data.shares.mixedMarriage)
        let culture = mixed ? data.names.cultures.pick(&dice) : family.culture
        persons[wife].name = drawName(.female, year: born.year, culture: culture)
    }

    mutating func addChildren() {
        let parent = family.wife ?? family.head
        guard family.wife != nil || persons[parent].sex == .female else { return }
        let motherAge = persons[parent].birthDay.age(on: asOf)
        var namedAfterFather = false
        for _ in 0..<data.life.childCount(&dice) {
            let age = motherAge - 19 - dice.below(20)
            guard age >= 0 else { continue }
            if age > 24, !dice.happens(data.shares.adultChildStays) { continue }
            let born = birth(age: age)
            let sex: Sex = dice.below(100) < 51 ? .male : .female
            let child = addPerson(.child, sex, birth: born)
            if dice.happens(data.shares.twins) {
                addTwin(of: child)
            } else if sex == .male, age >= 17, family.wife != nil, !namedAfterFather,
                dice.happens(data.shares.fatherSon)
            {
                namedAfterFather = true
                persons[child].name = persons[family.head].name
                pairs.append(HardPair(kind: .fatherSon, first: family.head, second: child))
            }
        }
    }

    private mutating func addTwin(of first: Int) {
        let mixed = dice.happens(data.shares.mixedTwins)
        let boyFirst = mixed || persons[first].sex == .male
        let sexes: (Sex, Sex) = (
            boyFirst ? .male : .female, mixed ? .female : boyFirst ? .male : .female
        )
        guard persons[first].sex == sexes.0 else { return }
        let words = data.names.twinWords(sexes.0, sexes.1, &dice)
        let second = addPerson(
            .child, sexes.1, birth: persons[first].birthDay, after: persons[first].nik)
        persons[second].name = persons[first].name
        persons[second].birthplace = persons[first].birthplace
        let place = max(0, min(1, persons[first].name.count - 2))
        persons[first].name[place] = words.0
        persons[second].name[place] = words.1
        pairs.append(HardPair(kind: .twins, first: first, second: second))
    }

    /// Grandparents and other relatives under the same roof.
    mutating func addElders() {
        let headAge = persons[family.head].birthDay.age(on: asOf)
        if dice.happens(data.shares.grandparent), headAge < 62 {
            let born = birth(age: headAge + 20 + dice.below(14))
            let elder = addPerson(.grandparent, .female, birth: born)
            persons[elder].name = persons[family.head].mother
        }
        if dice.happens(data.shares.relative) {
            let sex: Sex = dice.below(2) == 0 ? .male : .female
            let age = max(16, min(60, headAge - 12 + dice.below(20)))
            let relative = addPerson(.relative, sex, birth: birth(age: age))
            persons[relative].mother = persons[family.head].mother
        }
    }

    /// Adds a person with everything that birth decides, and returns its position. `twin` is the
    /// identity number of the twin born just before.
    @discardableResult
    mutating func addPerson(
        _ role: Person.Role, _ sex: Sex, birth: Day, after twin: UInt64? = nil
    ) -> Int {
        let index = persons.count
        var person = Person()
        person.household = Int32(households.count - 1)
        person.role = role
        person.sex = sex
        person.birth = registeredBirth(birth).number
        let born = person.birthDay
        let isChild = role == .child
        person.name = data.names.name(
            culture: family.culture, sex: sex, year: born.year,
            father: isChild ? persons[family.head].name[0] : nil, family: family.surname, &dice)
        if isChild, family.wife != nil || persons[family.head].sex == .female {
            person.mother = persons[family.wife ?? family.head].name
        } else {
            person.mother = drawName(.female, year: born.year - 25, culture: family.culture)
        }
        identify(&person, after: twin)
        persons.append(person)
        return index
    }

    /// A name from a family of its own.
    private mutating func drawName(_ sex: Sex, year: Int, culture: Int) -> NameWords {
        data.names.name(
            culture: culture, sex: sex, year: year, father: nil,
            family: data.names.familyName(culture: culture, &dice), &dice)
    }

    /// Old people whose day of birth nobody wrote down are registered on the first of January.
    private mutating func registeredBirth(_ birth: Day) -> Day {
        let year = birth.year
        guard year <= data.shares.firstOfJanuaryUntil, dice.happens(data.shares.firstOfJanuary)
        else { return birth }
        let endOfYear = dice.below(4) == 0
        return Day(year: year, month: endOfYear ? 12 : 1, day: endOfYear ? 31 : 1) ?? birth
    }
}
