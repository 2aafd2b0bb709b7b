package import Civic

/// Unbroken months that one fund pays for one person of a wave.
package struct WaveFunding: Sendable, Hashable {
    /// SIGAP number.
    package let number: String
    package let months: ClosedRange<Month>
    package let fund: String

    package init(number: String, months: ClosedRange<Month>, fund: String) {
        self.number = number
        self.months = months
        self.fund = fund
    }
}

/// How many people of a wave a fund pays in one month.
package struct WaveFundingUse: Sendable, Hashable {
    package let fund: String
    /// Code of the occupation, which decides the price; empty where none is known.
    package let occupation: String
    package let months: ClosedRange<Month>
    package let people: Int
}
