package import Civic
package import Programme

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

    /// Drafts the amendment of the decree with this id that names all changes of its members which no
    /// decree names yet; whoever takes a place is paid for from the month after the act on. The act
    /// needs a key: a repeated request gets the draft of the first one.
    ///
    /// - Throws: `decree-unknown`, `decree-state`; `decree-empty` when nothing changed.
    package func draftAddendum(
        of decree: Int, _ policy: ChangePolicy, _ wording: DecreePolicy, by act: Act
    ) async throws(Problem) -> Int {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "addendum.draft", writer) else {
                return try DecreeTable.id(drafted: act, writer)
            }
            let amended = try DecreeTable.require(decree, in: .inForce, at: writer)
            let gathering = AddendumGathering(policy: policy, writer: writer)
            let found = try gathering.lines(
                of: amended.id, from: Day.jakarta(at: act.at).month + 1)
            let lines = found.lines.flatMap(\.amended)
            let months = lines.flatMap(\.funding).map(\.months) + [amended.months]
            let first = months.map(\.lowerBound).min() ?? amended.months.lowerBound
            let last = months.map(\.upperBound).max() ?? amended.months.upperBound
            let draft = NewDecree(kind: .amendment, amends: amended.id, months: first...last)
            let id = try DecreeStarting(
                policy: wording, journal: journal, act: act, writer: writer
            ).start(draft) { id, drafting throws(Problem) in try drafting.fill(id, lines) }
            try gathering.mark(found.changes, id)
            return id
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
            AND NOT EXISTS (SELECT 1 FROM decree_draft t WHERE t.decree_id = c.amendment
                AND t.number = c.replaced_by AND t.word = 'omit')
            GROUP BY c.replaced_by, c.number ORDER BY c.replaced_by
            """, [SQLValue(id)]
        ) { fields in
            Addendum.AddedPerson(
                number: fields.text(), village: fields.place(), replaces: fields.text())
        }
    }
}
