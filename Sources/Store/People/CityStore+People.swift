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
        switch position {
        case .first:
            return try forward(from: nil, total, reader)
        case .after(let cursor):
            return try forward(from: try key(of: cursor, reader), total, reader)
        case .before(let cursor):
            guard let key = try key(of: cursor, reader) else {
                return try forward(from: nil, total, reader)
            }
            return try backward(from: key, total, reader)
        }
    }

    /// One person more than the page holds tells whether the list goes on.
    private func forward(
        from key: PeopleQuery.Key?, _ total: Int, _ reader: any SQLReader
    ) throws(Problem) -> PersonList {
        let found = try query.page(from: key, .forward, limit: limit + 1, reader)
        let people = Array(found.prefix(limit))
        return PersonList(
            people: people, total: total,
            previous: key == nil ? nil : people.first.map { .before($0.cursor) },
            next: found.count > limit ? people.last.map { .after($0.cursor) } : nil)
    }

    private func backward(
        from key: PeopleQuery.Key, _ total: Int, _ reader: any SQLReader
    ) throws(Problem) -> PersonList {
        let found = try query.page(from: key, .backward, limit: limit + 1, reader)
        let people = Array(found.prefix(limit).reversed())
        return PersonList(
            people: people, total: total,
            previous: found.count > limit ? people.first.map { .before($0.cursor) } : nil,
            next: people.last.map { .after($0.cursor) })
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

extension PersonSummary {
    fileprivate var cursor: PersonCursor { PersonCursor(number: number) }
}
