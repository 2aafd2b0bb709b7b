import Civic

/// Counts people while they are being stored, so that no list need be counted later.
struct TallySheet {
    private struct Line: Hashable {
        var place: PlaceCode?
        var agency: String?
        let group: PeopleGroup
    }

    private var lines: [Line: Int] = [:]
    private let asOf: Day

    init(asOf: Day) { self.asOf = asOf }

    mutating func add(_ person: ImportedPerson, agencies: Set<String>) {
        let isSelected = person.standing == .selected
        let group = PeopleGroup(
            standing: person.standing, reason: person.reasons.first,
            occupation: person.occupation, decile: person.decile, fund: person.fund,
            age: isSelected ? person.birth?.age(on: asOf) : nil,
            sex: isSelected ? person.sex : nil)
        add(group, at: person.place, agencies: agencies)
    }

    mutating func add(_ group: PeopleGroup, at place: PlaceCode?, agencies: Set<String>) {
        lines[Line(place: place, agency: nil, group: group), default: 0] += 1
        for agency in agencies {
            lines[Line(place: nil, agency: agency, group: group), default: 0] += 1
        }
    }

    /// Every count above zero, by scope and key.
    var counts: [TallyScope: [CountKey: Int]] {
        var counts: [TallyScope: [CountKey: Int]] = [:]
        for (line, people) in lines {
            let keys = line.group.keys
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
}
