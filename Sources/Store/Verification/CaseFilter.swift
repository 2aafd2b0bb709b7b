package import Civic
package import Programme

/// Which cases a list holds; its order is that of the names.
package struct CaseFilter: Sendable, Hashable {
    /// A district or village.
    package var place: PlaceCode?
    /// In any of these; none for all.
    package var states: Set<CaseState> = [.open]
    package var lane: CaseLane?
    package var rw: Int?
    package var occupation: String?
    /// Whether the question about work has an answer; nil for both.
    package var isAnswered: Bool?
    package var search: PersonSearch?

    package init() {}
}

/// One candidate as the queue shows it.
package struct QueueCase: Sendable, Hashable {
    package let state: CaseState
    package let lane: CaseLane
    package let work: WorkAnswer?
    package let standing: CaseStanding
    package let version: Int
    /// Login of whoever proposed the candidate through the program.
    package let maker: String?
    package let decider: String?
    package let decidedAt: Instant?
    /// By when it should be decided.
    package let due: Day
    package let rt: Int?
    package let rw: Int?
    package let person: PersonSummary

    package var number: PersonNumber { PersonNumber(known: person.number) }
}

/// One page of the queue.
package struct CaseList: Sendable {
    package let cases: [QueueCase]
    /// How many the whole list holds.
    package let total: Int
    /// Where the page before ends; nil on the first.
    package let previous: PagePosition?
    /// Where the next page begins; nil on the last.
    package let next: PagePosition?
}

/// How far the work is.
package struct QueueCounts: Sendable, Hashable {
    /// Not decided yet.
    package let waiting: Int
    package let inField: Int
    /// Decided since the day began, and still so, by whoever asks.
    package let doneByMe: Int
    package let doneByAll: Int
    /// When whoever asks decided last, latest first, in milliseconds.
    package let moments: [Int64]
}
