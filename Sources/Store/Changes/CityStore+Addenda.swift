package import Civic
import Programme

/// Decrees that follow from changes.
extension CityStore {
    /// Decrees in force with changes of their members that no decree names, in order.
    package func pendingAddenda() async throws(Problem) -> [PendingAddendum] {
        try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT r.id, r.number, COUNT(*) FROM \(AddendumGathering.source)
                JOIN decree r ON r.id = \(AddendumGathering.root)
                WHERE \(AddendumGathering.isPending) AND r.state = 'in-force'
                GROUP BY r.id, r.number ORDER BY r.id
                """, []
            ) { fields in
                PendingAddendum(
                    decree: fields.int(), number: fields.optionalText(), changes: fields.int())
            }
        }
    }

    /// The amendment with this id and what it changes; nil when no change stands on it.
    package func addendum(_ id: Int) async throws(Problem) -> Addendum? {
        try await engine.read { reader throws(Problem) in
            let decree = try reader.first(
                """
                SELECT d.amends, r.number, d.state,
                (SELECT COUNT(*) FROM decree o WHERE o.amends = d.amends AND o.id <= d.id
                AND (o.state <> 'withdrawn' OR o.id = d.id))
                FROM decree d JOIN decree r ON r.id = d.amends WHERE d.id = $1
                """, [SQLValue(id)]
            ) { fields in
                (
                    amends: fields.int(), number: fields.optionalText(), state: fields.text(),
                    turn: fields.int()
                )
            }
            guard let decree else { return nil }
            let removed = try ChangeTable.summaries(
                where: "c.amendment = $1 AND c.state = 'noted'", [SQLValue(id)],
                order: "m.name_key, m.number", limit: 100_000, reader)
            guard !removed.isEmpty else { return nil }
            return Addendum(
                id: id, turn: decree.turn, amended: decree.number, amends: decree.amends,
                state: decree.state, removed: removed, added: try added(to: id, reader))
        }
    }

    private func added(
        to id: Int, _ reader: any SQLReader
    ) throws(Problem) -> [Addendum.AddedPerson] {
        try reader.all(
            """
            SELECT c.replaced_by, MIN(w.village), c.number FROM member_change c
            LEFT JOIN wave_place w ON w.number = c.replaced_by
            WHERE c.amendment = $1 AND c.state = 'noted' AND c.replaced_by IS NOT NULL
            GROUP BY c.replaced_by, c.number ORDER BY c.replaced_by
            """, [SQLValue(id)]
        ) { fields in
            Addendum.AddedPerson(
                number: fields.text(), village: fields.place(), replaces: fields.text())
        }
    }
}
