package import Civic

extension CityStore {
    /// People who were born on one of these days, bear one of these names, or have one of these
    /// numbers: those with whom new people may be confused.
    package func neighbours(
        births: Set<Day>, nameKeys: Set<String>, niks: Set<NIK>
    ) async throws(Problem) -> [KnownPerson] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let sealer = try sealer.named(by: reader)
            let lookup = KnownLookup(sealer: sealer, reader: reader, nominator: "")
            var found: [Int: KnownPerson] = [:]
            func add(_ column: String, _ values: [SQLValue]) throws(Problem) {
                for part in values.parts(of: 400) {
                    for (_, person) in try lookup.people({ "p.\(column) IN (\($0.bind(part)))" }) {
                        found[person.id] = person
                    }
                }
            }
            try add("birth", births.sorted().map { SQLValue($0) })
            try add("name_key", nameKeys.sorted().map { .text($0) })
            try add("nik_index", niks.flatMap { sealer.indexes(of: $0) }.map { .bytes($0) })
            return found.values.sorted { $0.id < $1.id }
        }
    }

    /// Everybody on lists that were sent, list by list, for a new run; what was erased is left out.
    package func sentProposals() async throws(Problem) -> [(
        list: ProposalList, rows: [ProposalRow]
    )] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let reading = ProposalReading(sealer: sealer, reader: reader)
            let lists = try reading.lists("WHERE l.state = 'sent' ORDER BY l.id", [])
            return try lists.map { list throws(Problem) in
                (
                    list,
                    try reading.rows(
                        of: list.id, where: "r.state = 'sent' AND r.box IS NOT NULL",
                        limit: Int(Int32.max))
                )
            }
        }
    }
}
