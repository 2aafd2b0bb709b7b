import Civic

/// Compares the journal with its signed roots while it is walked.
struct JournalRootWatch {
    private let roots: [JournalRoot]
    /// How many roots fit.
    private(set) var passed = 0
    /// The first day whose root does not fit, or is gone.
    private(set) var fault: Day?

    /// - Parameter roots: in order of day.
    init(_ roots: [JournalRoot]) { self.roots = roots }

    /// The first day whose root the walk has not reached.
    var waiting: Day? { passed < roots.count ? roots[passed].day : nil }

    /// Looks at the event that was walked to.
    mutating func pass(_ walk: JournalWalk) {
        guard passed < roots.count else { return }
        let next = roots[passed]
        let day = Day.jakarta(at: Instant(milliseconds: walk.at))
        let lastDay = passed > 0 ? roots[passed - 1].day : Day(number: Int32.min)
        // Between two roots lie the events of the later one's day, and late ones of days before the
        // earlier one. A day in between has lost its root.
        if day > lastDay, day < next.day { fault = day }
        guard walk.count >= next.lastEvent else { return }
        if walk.count == next.lastEvent, walk.hash == next.hash {
            passed += 1
        } else {
            fault = next.day
        }
    }
}
