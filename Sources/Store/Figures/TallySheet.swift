import Civic

/// Counts people while they are being stored, so that no list need be counted later.
///
/// People who agree in everything that is counted share one line, which is spread over keys and
/// scopes at the end.
struct TallySheet {
    private struct Line: Hashable {
        var place: PlaceCode?
        var agency: String?
        let standing: PersonStanding
        let reason: String?
        let occupation: String?
        let decile: Int?
        let fund: String?
        /// Of the selected only.
        let age: Int?
        let sex: Sex?
    }

    private var lines: [Line: Int] = [:]
    private let asOf: Day

    init(asOf: Day) { self.asOf = asOf }

    mutating func add(_ person: ImportedPerson, agencies: Set<String>) {
        let isSelected = person.standing == .selected
        var line = Line(
            place: person.place, agency: nil, standing: person.standing,
            reason: person.reasons.first, occupation: person.occupation, decile: person.decile,
            fund: person.fund, age: isSelected ? person.birth?.age(on: asOf) : nil,
            sex: isSelected ? person.sex : nil)
        lines[line, default: 0] += 1
        line.place = nil
        for agency in agencies {
            line.agency = agency
            lines[line, default: 0] += 1
        }
    }

    /// Every count above zero, by scope and key.
    var counts: [TallyScope: [CountKey: Int]] {
        var counts: [TallyScope: [CountKey: Int]] = [:]
        for (line, people) in lines {
            let keys = keys(of: line)
            for scope in scopes(of: line) {
                for key in keys { counts[scope, default: [:]][key, default: 0] += people }
            }
            if line.agency == nil, line.place?.level != .village {
                let whole = line.place.map { TallyScope.area($0) } ?? .city
                counts[whole, default: [:]][.withoutPlace, default: 0] += people
            }
        }
        return counts
    }

    private func scopes(of line: Line) -> [TallyScope] {
        if let agency = line.agency { return [.agency(agency)] }
        guard let place = line.place else { return [.city] }
        let district = TallyScope.area(place.district)
        return place.level == .village ? [.city, district, .area(place)] : [.city, district]
    }

    private func keys(of line: Line) -> [CountKey] {
        var keys: [CountKey] = [.people, .standing(line.standing)]
        if let reason = line.reason { keys.append(.reason(reason)) }
        if let occupation = line.occupation { keys.append(.occupation(occupation)) }
        if let decile = line.decile { keys.append(.decile(decile)) }
        if let fund = line.fund { keys.append(.fund(fund)) }
        if line.standing == .selected {
            if let occupation = line.occupation { keys.append(.selectedOccupation(occupation)) }
            if let age = line.age, let sex = line.sex { keys.append(.selectedAge(age, sex)) }
        }
        return keys
    }
}
