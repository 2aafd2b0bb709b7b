import Civic

/// People who agree in everything that is counted.
struct PeopleGroup: Hashable {
    let standing: PersonStanding
    let reason: String?
    let occupation: String?
    let decile: Int?
    let fund: String?
    /// Completed years of life; of the selected only.
    let age: Int?
    /// Of the selected only.
    let sex: Sex?

    /// Under what each of them counts.
    var keys: [CountKey] {
        var keys: [CountKey] = [.people, .standing(standing)]
        if let reason { keys.append(.reason(reason)) }
        if let occupation { keys.append(.occupation(occupation)) }
        if let decile { keys.append(.decile(decile)) }
        if let fund { keys.append(.fund(fund)) }
        if standing == .selected {
            if let occupation { keys.append(.selectedOccupation(occupation)) }
            if let age, let sex { keys.append(.selectedAge(age, sex)) }
        }
        return keys
    }
}
