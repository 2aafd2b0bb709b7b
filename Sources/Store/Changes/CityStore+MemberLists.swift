package import Civic
import Programme

/// Finding members.
extension CityStore {
    /// Members in `scope` that fit what was typed, by name.
    package func members(
        matching search: PersonSearch, in scope: Scope, limit: Int
    ) async throws(Problem) -> [Member] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let sealer = try sealer.named(by: reader)
            let reading = ChangeReading(scope: scope, sealer: sealer, reader: reader)
            switch search {
            case .number(let number):
                let numbers = try PersonAlias.all(of: number.text, reader)
                return try reading.members(limit: limit) { sql in
                    ["m.number IN (\(sql.bind(numbers.map { .text($0) })))"]
                }
            case .nik(let nik):
                return try reading.members(limit: limit) { sql in
                    ["m.nik_index IN (\(sql.bind(sealer.indexes(of: nik).map { .bytes($0) })))"]
                }
            case .name(let name):
                return try reading.members(limit: limit) { sql in
                    name.split(separator: " ").map { word in
                        "(' ' || m.name_key) LIKE \(sql.bind(.text("% \(word)%")))"
                    }
                }
            }
        }
    }

    /// The members that a person is or was: under the number of today and under every number that
    /// leads to it. More than one when two members were found to be one person.
    package func members(
        of person: PersonNumber, in scope: Scope
    ) async throws(Problem) -> [MemberRecord] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let numbers = try PersonAlias.all(of: person.text, reader)
            let reading = ChangeReading(
                scope: scope, sealer: try sealer.named(by: reader), reader: reader)
            let members = try reading.members(limit: numbers.count) { sql in
                ["m.number IN (\(sql.bind(numbers.map { .text($0) })))"]
            }
            return try members.map { member throws(Problem) in
                MemberRecord(
                    member: member, months: try MemberTable.months(of: member.number, reader),
                    events: try MemberEvents.all(of: member.number, reader))
            }
        }
    }
}
