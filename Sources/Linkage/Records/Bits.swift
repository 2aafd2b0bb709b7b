/// Logarithms without Foundation.
enum Bits {
    /// Base-2 logarithm, exact to about six digits: exponent plus a series on the significand.
    static func log2(_ value: Float) -> Float { Float(log2(Double(value))) }

    static func log2(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return value > 0 ? 1024 : -1024 }
        let fraction = value.significand
        // atanh series: log(f) = 2 (z + z^3/3 + z^5/5 …) with z = (f - 1) / (f + 1) ≤ 1/3.
        let z = (fraction - 1) / (fraction + 1)
        let square = z * z
        var term = z
        var sum = 0.0
        for odd in stride(from: 1, through: 31, by: 2) {
            sum += term / Double(odd)
            term *= square
        }
        return Double(value.exponent) + 2 * sum * 1.442_695_040_888_963_4
    }

    /// 2 to the power of `bits`.
    static func exp2(_ bits: Double) -> Double {
        let whole = bits.rounded(.down)
        let rest = (bits - whole) * 0.693_147_180_559_945_3
        var term = 1.0
        var sum = 1.0
        for step in 1...14 {
            term *= rest / Double(step)
            sum += term
        }
        guard whole > -1000 else { return 0 }
        guard whole < 1000 else { return .greatestFiniteMagnitude }
        return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
    }

    /// The probability that belongs to log-odds in bits.
    static func probability(_ weight: Float) -> Double { 1 / (1 + exp2(-Double(weight))) }
}
