package import Store

/// What a rehearsed city looks like: part of the settings of the sample city.
package struct RehearsalPlan: Sendable, Decodable {
    package struct Money: Sendable, Decodable {
        /// `apbd`, `csr` or `psr`.
        package let source: String
        package let title: String
        package let payer: String
        package let group: String
        package let amount: Int64
        /// For people of these trades only; for everybody without.
        package let occupations: [String]?
    }

    package struct Insurer: Sendable, Decodable {
        package let seed: UInt64
        /// Of a hundred people, how many it refuses, and how many it answers late.
        package let refused: Double
        package let late: Double
    }

    package let title: String
    package let quota: Int
    package let months: Int
    /// How many of them are paid, the current one included.
    package let paid: Int
    package let funds: [Money]
    package let insurer: Insurer
    /// Codes of places where verification is left for the reader to try.
    package let untouched: [String]
}

/// What a rehearsal came to.
package struct RehearsalReport: Sendable {
    package let verified: Int
    package let wave: Int
    package let decree: Int
    package let enrolled: Int
    package let refused: Int
    /// In order of the months.
    package let paid: [Bill]
}
