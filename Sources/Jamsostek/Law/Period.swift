package import Civic

/// The days on which a row of a law table is in force: first and last day inclusive.
package struct Period: Hashable, Sendable {
    package let from: Day
    /// Nil while no end is known.
    package let to: Day?

    package init(from: Day, to: Day?) {
        self.from = from
        self.to = to
    }

    package func contains(_ day: Day) -> Bool {
        guard let to else { return from <= day }
        return from <= day && day <= to
    }

    /// The first day after the period; nil while no end is known.
    var following: Day? { to.map { $0 + 1 } }
}

/// One kind of rule through time: at most one value on any day, and none missing between the first
/// and the last.
package struct Timeline<Value: Sendable>: Sendable {
    package struct Entry: Sendable {
        package let period: Period
        package let value: Value
    }

    /// Oldest first.
    package let entries: [Entry]

    /// - Parameters:
    ///   - entries: in any order.
    ///   - name: what the values are, for messages.
    ///   - mayPause: whether days without a value may lie between two periods.
    /// - Throws: a problem of kind service when two periods overlap, when one ends before it begins
    ///   or when there is a gap.
    init(_ entries: [Entry], of name: String, mayPause: Bool = false) throws(Problem) {
        let sorted = entries.sorted { $0.period.from < $1.period.from }
        for entry in sorted {
            guard let end = entry.period.to, end < entry.period.from else { continue }
            throw Problem.endsBeforeItBegins(name, entry.period.from)
        }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            guard let next = earlier.period.following, next <= later.period.from else {
                throw Problem.overlap(name, later.period.from)
            }
            if !mayPause, next < later.period.from { throw Problem.gap(name, next) }
        }
        self.entries = sorted
    }

    /// The value in force on `day`, or nil. Newest first, because most questions are about now.
    package func value(on day: Day) -> Value? {
        entries.last { $0.period.contains(day) }?.value
    }

    /// The value in force on `day`.
    /// - Throws: a problem of kind input when no law was in force.
    func inForce(_ name: String, on day: Day) throws(Problem) -> Value {
        guard let value = value(on: day) else { throw Problem.notInForce(name, day) }
        return value
    }

    /// Every day on which a value begins, or the day after one ends.
    var turns: [Day] {
        entries.flatMap { [$0.period.from, $0.period.following].compactMap(\.self) }
    }
}
