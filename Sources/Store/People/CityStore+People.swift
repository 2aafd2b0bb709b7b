package import Civic

/// One page of a list of people.
package struct PersonList: Sendable {
    package let people: [PersonSummary]
    /// How many people the whole list holds.
    package let total: Int
    /// Where the page before ends; nil on the first.
    package let previous: PagePosition?
    /// Where the next page begins; nil on the last.
    package let next: PagePosition?
}

extension CityStore {
    /// One page, of 1 to `limit` people, of the list that `filter` describes, as far as `scope`
    /// reaches. When the person at `position` is gone, the list begins anew.
    package func people(
        matching filter: PersonFilter, in scope: Scope, at position: PagePosition = .first,
        limit: Int
    ) async throws(Problem) -> PersonList {
        precondition(limit >= 1, "a page holds at least one person")
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            var filter = filter
            if case .number(let number)? = filter.search,
                let living = try PersonAlias.living(number.text, reader)
            {
                filter.search = .number(PersonNumber(known: living.number))
            }
            let query = PeopleQuery(
                filter: filter, scope: scope, sealer: try sealer.named(by: reader))
            let total = try PeopleTotal(query: query).value(reader)
            return try PeoplePager(query: query, limit: limit).page(position, total, reader)
        }
    }
}

/// The size of a list, from maintained counts where they tell it.
private struct PeopleTotal {
    let query: PeopleQuery

    func value(_ reader: any SQLReader) throws(Problem) -> Int {
        guard let keys = query.filter.countKeys, let scopes = query.place.tallyScopes else {
            return try query.count(reader)
        }
        if keys.isEmpty || scopes.isEmpty { return 0 }
        var sql = SQLText()
        let scopeList = sql.bind(scopes.map { .text($0.text) })
        let keyList = sql.bind(keys.map { .text($0.text) })
        return try reader.integer(
            """
            SELECT COALESCE(SUM(value), 0) FROM tally
            WHERE scope IN (\(scopeList)) AND key IN (\(keyList))
            """, sql.values)
    }
}

private struct PeoplePager {
    let query: PeopleQuery
    let limit: Int

    func page(
        _ position: PagePosition, _ total: Int, _ reader: any SQLReader
    ) throws(Problem) -> PersonList {
        let page = KeyedPage<PeopleQuery.Key, PersonSummary>(
            limit: limit,
            key: { cursor throws(Problem) in try key(of: cursor, reader) },
            rows: { key, direction, limit throws(Problem) in
                try query.page(from: key, direction, limit: limit, reader)
            }, number: \.number)
        let content = try page.read(position)
        return PersonList(
            people: content.rows, total: total, previous: content.previous, next: content.next)
    }

    private func key(
        of cursor: PersonCursor, _ reader: any SQLReader
    ) throws(Problem) -> PeopleQuery.Key? {
        let found = try reader.first(
            "SELECT name_key, rank, id FROM person WHERE number = $1", [.text(cursor.number)]
        ) { fields in (name: fields.text(), rank: fields.optionalInt(), id: fields.int()) }
        guard let found else { return nil }
        switch query.filter.order {
        case .name: return PeopleQuery.Key(value: .text(found.name), id: SQLValue(found.id))
        case .rank:
            guard let rank = found.rank else { return nil }
            return PeopleQuery.Key(value: SQLValue(rank), id: SQLValue(found.id))
        }
    }
}
