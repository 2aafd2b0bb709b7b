import Civic

extension Scope {
    /// The condition that the person in table `person` lies in this scope; nil for the whole city.
    func condition(on person: String, _ sql: inout SQLText) -> String? {
        var all: [String] = []
        if let areas { all.append(Scope.lives(in: areas, person, &sql)) }
        if let agency {
            all.append(
                """
                EXISTS (SELECT 1 FROM person_agency l WHERE l.agency = \(sql.bind(.text(agency)))
                AND l.name_key = \(person).name_key AND l.person_id = \(person).id)
                """)
        }
        return all.isEmpty ? nil : all.joined(separator: " AND ")
    }

    /// The condition that the person in table `person` lives in one of `areas`. Codes of cities and
    /// provinces hold nobody.
    static func lives(
        in areas: [PlaceCode], _ person: String, _ sql: inout SQLText
    ) -> String {
        var parts: [String] = []
        for (column, level) in [("district", PlaceCode.Level.district), ("village", .village)] {
            let codes = areas.filter { $0.level == level }
            guard !codes.isEmpty else { continue }
            let list = sql.bind(codes.map { .text($0.description) })
            parts.append("\(person).\(column) \(codes.count == 1 ? "= \(list)" : "IN (\(list))")")
        }
        return parts.isEmpty ? "1 = 0" : "(\(parts.joined(separator: " OR ")))"
    }
}
