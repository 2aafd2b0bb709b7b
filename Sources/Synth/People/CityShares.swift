import Civic

/// How often things happen to the people of the sample city.
struct CityShares: Sendable {
    let outside: Share
    let movedFamily: Share
    let movedPerson: Share
    let homeBorn: Share
    let childHomeBorn: Share
    let correctedBirth: Share
    let couple: Share
    let grandparent: Share
    let relative: Share
    let mixedMarriage: Share
    let twins: Share
    let mixedTwins: Share
    let fatherSon: Share
    let namesake: Share
    let lenderCouple: Share
    let lenderChild: Share
    let phone: Share
    let familyPhone: Share
    let firstOfJanuary: Share
    let firstOfJanuaryUntil: Int
    let adultChildStays: Share
    let deathDays: Int

    init(_ settings: Settings) throws(Problem) {
        outside = try settings.share("outside_share")
        movedFamily = try settings.share("moved_family_share")
        movedPerson = try settings.share("moved_person_share")
        homeBorn = try settings.share("home_born_share")
        childHomeBorn = try settings.share("child_home_born_share")
        correctedBirth = try settings.share("corrected_birth_share")
        couple = try settings.share("couple_share")
        grandparent = try settings.share("grandparent_share")
        relative = try settings.share("relative_share")
        mixedMarriage = try settings.share("mixed_marriage_share")
        twins = try settings.share("twin_share")
        mixedTwins = try settings.share("twin_mixed_share")
        fatherSon = try settings.share("father_son_share")
        namesake = try settings.share("namesake_share")
        lenderCouple = try settings.share("lender_couple_share")
        lenderChild = try settings.share("lender_child_share")
        phone = try settings.share("phone_share")
        familyPhone = try settings.share("phone_family_share")
        firstOfJanuary = try settings.share("first_of_january_share")
        firstOfJanuaryUntil = try settings.number("first_of_january_until")
        adultChildStays = try settings.share("adult_child_stays_share")
        deathDays = try settings.number("death_days")
    }
}
