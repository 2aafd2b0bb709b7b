import Civic

/// The person of a row with all that the row may speak of.
struct Subject {
    let index: Int
    let person: Person
    let household: Household
    /// The identity number of the family member whose card this person shows; 0 for nobody.
    let lenderNIK: UInt64
    let isMarried: Bool
    let age: Int
    /// 0 for the first row of the person in a list, 1 for one written anew.
    let copy: Int
}

/// What a row told a careful reader about the person.
struct Said {
    var borrowedNIK = false
    var decile = false
    var registration: Person.Registration?
    /// Informal, formal, state or no work; nil where the row is silent.
    var work: Occupation.Standing?
    var insured = false
}
