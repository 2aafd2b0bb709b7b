import Civic

/// Mobile telephone numbers of the country's operators.
struct PhonePrefixes: Sendable {
    /// The prefix without its leading zero, and how many digits follow it.
    private let prefixes: [(digits: UInt64, tail: Int)]
    private let choice: WeightedChoice

    init(_ table: Table) throws(Problem) {
        var prefixes: [(digits: UInt64, tail: Int)] = []
        var choice = WeightedChoice()
        for row in table.rows {
            prefixes.append((UInt64(try row.number("prefix")), try row.number("digits")))
            choice.add(try row.number("weight"))
        }
        self.prefixes = prefixes
        self.choice = choice
    }

    /// A number without its leading zero.
    func number(_ dice: inout SeededGenerator) -> UInt64 {
        let prefix = prefixes[choice.pick(&dice)]
        var number = prefix.digits
        for _ in 0..<prefix.tail { number = number * 10 + UInt64(dice.below(10)) }
        return number
    }
}
