/// Decimal digits at four bits each, so that differing digits show in one exclusive or.
enum PackedDigits {
    static func pack(_ number: UInt64) -> UInt64 {
        var packed: UInt64 = 0
        var rest = number
        var shift: UInt64 = 0
        while rest > 0, shift < 64 {
            packed |= (rest % 10) << shift
            rest /= 10
            shift += 4
        }
        return packed
    }

    /// The number in the last two digits.
    @inline(__always)
    static func two(_ packed: UInt64) -> Int { Int(packed >> 4 & 15) * 10 + Int(packed & 15) }

    /// A mask with the lowest bit of each differing digit.
    @inline(__always)
    static func differences(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let different = left ^ right
        let folded = different | different >> 1 | different >> 2 | different >> 3
        return folded & 0x1111_1111_1111_1111
    }

    /// One wrong digit, or two neighbours that changed places.
    static func isSlip(_ left: UInt64, _ right: UInt64) -> Bool {
        let mask = differences(left, right)
        switch mask.nonzeroBitCount {
        case 1: return true
        case 2:
            let low = UInt64(mask.trailingZeroBitCount)
            guard mask == 0x11 << low else { return false }
            let a = left >> low & 0xFF
            let b = right >> low & 0xFF
            return a == (b >> 4 | (b & 15) << 4)
        default: return false
        }
    }

    /// Whether `typed`, with `count` digits, is `full` (sixteen) with one digit left out or added. Of
    /// seventeen digits the first is not kept; it counts as right.
    static func isMissingOrExtra(_ full: UInt64, _ typed: UInt64, count: Int) -> Bool {
        guard count == 15 || count == 17 else { return false }
        // Compare fifteen digits from the front (aligned at the first digit kept of both) and all
        // from the back (aligned at the last).
        let front = count == 15 ? (full >> 4) ^ typed : (full ^ typed >> 4) & 0x0FFF_FFFF_FFFF_FFFF
        let back = full ^ typed
        let sameFront = front == 0 ? 15 : 15 - (64 - front.leadingZeroBitCount + 3) / 4
        let sameBack = back == 0 ? 16 : back.trailingZeroBitCount / 4
        return sameFront + sameBack >= 15
    }
}
