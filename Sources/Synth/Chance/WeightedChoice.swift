import Civic

/// A choice among things of unequal weight.
struct WeightedChoice: Sendable {
    private var sums: [UInt32] = []

    var isEmpty: Bool { sums.isEmpty }

    init() {}

    init(_ weights: some Sequence<Int>) {
        for weight in weights { add(weight) }
    }

    /// Adds the next thing; one of weight 0 is never chosen.
    mutating func add(_ weight: Int) { sums.append((sums.last ?? 0) + UInt32(weight)) }

    /// The position of a thing; at least one must have a weight.
    func pick(_ dice: inout SeededGenerator) -> Int {
        guard let total = sums.last, total > 0 else { preconditionFailure("nothing to choose") }
        let drawn = UInt32(dice.below(Int(total)))
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > drawn { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
