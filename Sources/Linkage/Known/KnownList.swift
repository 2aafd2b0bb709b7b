/// A list that was delivered.
package struct KnownList: Sendable, Equatable {
    package let name: String
    /// Places of its rows over all lists, in the order in which they came.
    package let rows: Range<Int>
    package internal(set) var isWithdrawn = false
}

/// What a human said of two rows, by what the rows say (``Record/content``), so that it holds when
/// a list is delivered again.
package struct KnownDecision: Sendable, Equatable {
    let first: UInt64
    let second: UInt64
    package let isSame: Bool
}

/// What a step did to people.
package struct KnownChange: Sendable, Equatable {
    /// A row that is another person's now.
    package struct Move: Sendable, Equatable {
        /// Its place over all lists.
        package let row: Int
        /// 0 for a new row.
        package let before: UInt32
        /// 0 for a row that was withdrawn.
        package let after: UInt32
    }

    /// In the order of rows.
    package internal(set) var moves: [Move]
    package internal(set) var rows = 0
    package internal(set) var pairsCompared = 0
}
