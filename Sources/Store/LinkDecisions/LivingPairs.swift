import Civic

/// Pairs to be judged, as they are between the living: those of the run, carried over to the people
/// into whom their own were merged. Of several between the same two the strongest stays.
struct LivingPairs {
    let writer: any SQLWriter

    private struct Pair {
        let id: Int
        let first: Int
        let second: Int
        let weight: Int
        let probability: Int
        let evidence: String
        let state: String
    }

    private struct Ends: Hashable {
        let first: Int
        let second: Int
    }

    /// Makes those pairs anew in which one of the people with these ids, as the run gave them, takes
    /// part.
    func remake(about ids: Set<Int>, _ effects: [LinkEffect]) throws(Problem) {
        let pairs = try shelved(ids)
        for pair in pairs {
            try writer.execute("DELETE FROM review_pair WHERE id = $1", [SQLValue(pair.id)])
        }
        var names = Names(writer: writer)
        var strongest: [Ends: Pair] = [:]
        for pair in pairs {
            guard let first = try names.living(pair.first),
                let second = try names.living(pair.second),
                first != second
            else { continue }
            let ends = Ends(first: min(first, second), second: max(first, second))
            let best = strongest[ends]
            if best.map({ (pair.weight, $0.id) > ($0.weight, pair.id) }) ?? true {
                strongest[ends] = pair
            }
        }
        let judgements = effects.filter { !$0.changesPeople }
        for (ends, pair) in strongest {
            let state = try self.state(of: ends, judgements, &names)
            try insert(pair, ends, state ?? pair.state)
        }
        for pair in pairs { try takeOff(pair) }
    }

    private func shelved(_ ids: Set<Int>) throws(Problem) -> [Pair] {
        guard !ids.isEmpty else { return [] }
        var sql = SQLText()
        let list = sql.bind(ids.sorted().map { SQLValue($0) })
        return try writer.all(
            """
            SELECT id, person_a, person_b, weight, probability, evidence, state
            FROM shelved_pair WHERE person_a IN (\(list)) OR person_b IN (\(list)) ORDER BY id
            """, sql.values
        ) { fields in
            Pair(
                id: fields.int(), first: fields.int(), second: fields.int(),
                weight: fields.int(), probability: fields.int(), evidence: fields.text(),
                state: fields.text())
        }
    }

    /// What was said last of the two, under whichever numbers.
    private func state(
        of ends: Ends, _ judgements: [LinkEffect], _ names: inout Names
    ) throws(Problem) -> String? {
        guard !judgements.isEmpty else { return nil }
        let (some, others) = (try names.numbers(ends.first), try names.numbers(ends.second))
        var state: String?
        for effect in judgements {
            guard case .judge(let said) = effect.deed else { continue }
            let isAbout =
                some.contains(effect.first) && others.contains(effect.second)
                || some.contains(effect.second) && others.contains(effect.first)
            if isAbout { state = said.rawValue }
        }
        return state
    }

    private func insert(_ pair: Pair, _ ends: Ends, _ state: String) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO review_pair (id, person_a, person_b, weight, probability, evidence, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                SQLValue(pair.id), SQLValue(ends.first), SQLValue(ends.second),
                SQLValue(pair.weight), SQLValue(pair.probability), .text(pair.evidence),
                .text(state),
            ])
    }

    /// A pair that is among the living as the run left it needs no copy.
    private func takeOff(_ pair: Pair) throws(Problem) {
        try writer.execute(
            """
            DELETE FROM shelved_pair WHERE id = $1
            AND person_a NOT IN (SELECT id FROM shelved_person)
            AND person_b NOT IN (SELECT id FROM shelved_person)
            AND EXISTS (SELECT 1 FROM review_pair r WHERE r.id = shelved_pair.id
            AND r.state = shelved_pair.state)
            """, [SQLValue(pair.id)])
    }

    /// Who is who, each asked for once.
    private struct Names {
        let writer: any SQLWriter
        private var ids: [Int: Int?] = [:]
        private var numbers: [Int: Set<String>] = [:]

        init(writer: any SQLWriter) { self.writer = writer }

        /// The living person who has, or took in, the one with this id.
        mutating func living(_ id: Int) throws(Problem) -> Int? {
            if let known = ids[id] { return known }
            let number = try writer.first(
                """
                SELECT number FROM shelved_person WHERE id = $1
                UNION ALL SELECT number FROM person WHERE id = $1
                """, [SQLValue(id)]
            ) { fields in fields.text() }
            let found = try PersonAlias.living(number ?? "", writer)?.id
            ids[id] = .some(found)
            return found
        }

        /// All numbers of a living person.
        mutating func numbers(_ id: Int) throws(Problem) -> Set<String> {
            if let known = numbers[id] { return known }
            let number = try writer.first("SELECT number FROM person WHERE id = $1", [SQLValue(id)])
            {
                fields in fields.text()
            }
            let all = Set(try PersonAlias.all(of: number ?? "", writer))
            numbers[id] = all
            return all
        }
    }
}
