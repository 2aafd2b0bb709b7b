/// An amount of money in whole rupiah. There are no cents anywhere in this domain.
///
/// Arithmetic is checked: an overflow stops the program instead of paying a wrong amount.
/// Division is not offered; use ``scaled(by:over:)``, which names its rounding.
package struct Rupiah: Hashable, Comparable, Sendable, Codable {
    package let amount: Int64

    package init(_ amount: Int64) { self.amount = amount }

    package static let zero = Rupiah(0)

    package static func < (left: Rupiah, right: Rupiah) -> Bool { left.amount < right.amount }
    package static func + (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(left.amount + right.amount)
    }
    package static func - (left: Rupiah, right: Rupiah) -> Rupiah {
        Rupiah(left.amount - right.amount)
    }
    package static prefix func - (value: Rupiah) -> Rupiah { Rupiah(-value.amount) }
    package static func += (left: inout Rupiah, right: Rupiah) { left = left + right }
    package static func -= (left: inout Rupiah, right: Rupiah) { left = left - right }
    package static func * (left: Rupiah, count: Int) -> Rupiah {
        Rupiah(left.amount * Int64(count))
    }

    /// The amount times `numerator / denominator`, cut to whole rupiah towards zero.
    ///
    /// Every rate in the law tables divides its base exactly, so cutting loses nothing there; where
    /// it does, the payer is never charged a rupiah that the rule does not name.
    package func scaled(by numerator: Int64, over denominator: Int64) -> Rupiah {
        precondition(denominator > 0, "a rate needs a positive denominator")
        let product = Int128(amount) * Int128(numerator)
        return Rupiah(Int64(product / Int128(denominator)))
    }

    /// How many whole times `unit` fits into this amount; 0 when the unit is not positive.
    package func times(_ unit: Rupiah) -> Int64 { unit.amount > 0 ? amount / unit.amount : 0 }
}

extension Rupiah: CustomStringConvertible {
    /// `Rp16.800`: no space, a point between thousands, as public offices write it.
    package var description: String {
        let grouped = NumberText.grouped(amount)
        return amount < 0 ? "-Rp\(grouped.dropFirst())" : "Rp\(grouped)"
    }
}

extension Rupiah: AdditiveArithmetic {}
