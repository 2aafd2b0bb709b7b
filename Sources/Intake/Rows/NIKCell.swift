import Civic

/// What a cell that should hold an identity number really holds.
enum NIKCell {
    /// Sixteen digits that pass every hard check; small slips (letter O for zero, blanks, points)
    /// are repaired.
    case valid(UInt64, repaired: Bool)
    /// Not usable as a number, but these digits are left as evidence of who is meant.
    case damaged(RejectCode, clue: Clue?)

    struct Clue {
        let digits: UInt64
        let count: UInt8
        /// True when the first ``count`` digits are right and the rest is lost; false when some
        /// digit is wrong or missing.
        let isPrefix: Bool
    }

    static func read(_ cell: Span<UInt8>) -> NIKCell {
        if cell.count == 16, let plain = plainDigits(cell) {
            return checked(plain, repaired: false)
        }
        return readSlowly(cell)
    }

    private static func plainDigits(_ cell: Span<UInt8>) -> UInt64? {
        var value: UInt64 = 0
        for index in cell.indices {
            let digit = cell[index] &- 48
            guard digit < 10 else { return nil }
            value = value &* 10 &+ UInt64(digit)
        }
        return value
    }

    private static func checked(_ digits: UInt64, repaired: Bool) -> NIKCell {
        guard let fault = NIKFault.of(digits: digits) else {
            return .valid(digits, repaired: repaired)
        }
        return .damaged(
            RejectCode(fault), clue: Clue(digits: digits, count: 16, isPrefix: false))
    }

    private static func readSlowly(_ cell: Span<UInt8>) -> NIKCell {
        if let clue = scientific(cell) {
            if clue.count == 16 { return checked(clue.digits, repaired: true) }
            return .damaged(.nikScientific, clue: clue)
        }
        var value: UInt64 = 0
        var count = 0
        var foreign = false
        for index in cell.indices {
            switch cell[index] {
            case 48...57:
                value = value &* 10 &+ UInt64(cell[index] - 48)
                count += 1
            case UInt8(ascii: "O"), UInt8(ascii: "o"):
                value = value &* 10
                count += 1
            case UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "i"), UInt8(ascii: "L"):
                value = value &* 10 &+ 1
                count += 1
            case 32, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "`"),
                UInt8(ascii: "\""), UInt8(ascii: "="), 0xC2, 0xA0, UInt8(ascii: ","):
                continue
            default: foreign = true
            }
            if count > 18 { return .damaged(.nikLength, clue: nil) }
        }
        if foreign { return .damaged(.nikCharacters, clue: clue(value, count)) }
        if count == 16 { return checked(value, repaired: true) }
        return .damaged(.nikLength, clue: clue(value, count))
    }

    private static func clue(_ digits: UInt64, _ count: Int) -> Clue? {
        (14...18).contains(count) ? Clue(digits: digits, count: UInt8(count), isPrefix: false) : nil
    }

    /// `3.27501E+15`, also with a comma: the digits of the mantissa are right, the rest is gone.
    private static func scientific(_ cell: Span<UInt8>) -> Clue? {
        var digits: UInt64 = 0
        var count = 0
        var index = 0
        while index < cell.count, cell[index] | 32 != UInt8(ascii: "e") {
            if let digit = ASCII.digit(cell[index]) {
                digits = digits &* 10 &+ UInt64(digit)
                count += 1
            } else if cell[index] != UInt8(ascii: "."), cell[index] != UInt8(ascii: ",") {
                return nil
            }
            index += 1
        }
        guard index < cell.count, count >= 1, count <= 16, index + 1 < cell.count else {
            return nil
        }
        var exponent = 0
        index += 1
        while index < cell.count {
            if let digit = ASCII.digit(cell[index]) {
                exponent = min(exponent * 10 + digit, 1_000)
            } else if cell[index] != UInt8(ascii: "+") {
                return nil
            }
            index += 1
        }
        return exponent == 15 ? Clue(digits: digits, count: UInt8(count), isPrefix: true) : nil
    }
}
