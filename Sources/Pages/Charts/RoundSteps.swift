/// Steps that people read without effort: 1, 2, 2.5 or 5 times a power of ten.
package enum RoundSteps {
    /// The smallest such step with which `count` steps reach `range`; at least 1.
    package static func step(reaching range: Int64, in count: Int64) -> Int64 {
        precondition(count > 0, "an axis has steps")
        var power: Int64 = 1
        while true {
            // 2.5 only where it is whole.
            let steps = power >= 10 ? [power, power * 2, power * 5 / 2, power * 5] : [1, 2, 5]
            if let step = steps.first(where: { $0 * count >= range }) { return step }
            power *= 10
        }
    }
}
