import Civic

enum PageDirection {
    case forward
    case backward
}

/// One page of a list of people that is walked along an index, in either direction.
struct KeyedPage<Key, Row> {
    /// How many rows the page holds at most.
    let limit: Int
    /// Where somebody stands in the order of the list; nil when he is gone.
    let key: (PersonCursor) throws(Problem) -> Key?
    /// At most so many rows next to a place, in reading order of the direction.
    let rows: (Key?, PageDirection, Int) throws(Problem) -> [Row]
    /// The SIGAP number of a row.
    let number: (Row) -> String

    struct Content {
        let rows: [Row]
        let previous: PagePosition?
        let next: PagePosition?
    }

    /// The page at `position`; the first one when whoever it names is gone.
    func read(_ position: PagePosition) throws(Problem) -> Content {
        switch position {
        case .first: return try forward(from: nil)
        case .after(let cursor): return try forward(from: try key(cursor))
        case .before(let cursor):
            guard let key = try key(cursor) else { return try forward(from: nil) }
            return try backward(from: key)
        }
    }

    /// One row more than the page holds tells whether the list goes on.
    private func forward(from key: Key?) throws(Problem) -> Content {
        let found = try rows(key, .forward, limit + 1)
        let page = Array(found.prefix(limit))
        return Content(
            rows: page, previous: key == nil ? nil : page.first.map { .before(cursor($0)) },
            next: found.count > limit ? page.last.map { .after(cursor($0)) } : nil)
    }

    private func backward(from key: Key) throws(Problem) -> Content {
        let found = try rows(key, .backward, limit + 1)
        let page = Array(found.prefix(limit).reversed())
        return Content(
            rows: page,
            previous: found.count > limit ? page.first.map { .before(cursor($0)) } : nil,
            next: page.last.map { .after(cursor($0)) })
    }

    private func cursor(_ row: Row) -> PersonCursor { PersonCursor(number: number(row)) }
}
