import Civic

/// The words of an address in one form: letters in upper case, numbers without leading zeros, letters
/// and digits parted, single blanks between.
enum AddressWord {
    static func append(_ address: Span<UInt8>, to target: inout [UInt8]) {
        var before = Kind.gap
        for index in address.indices {
            let byte = address[index]
            let kind = Kind(byte)
            guard kind != .gap else {
                before = .gap
                continue
            }
            let isLeadingZero =
                byte == UInt8(ascii: "0") && before != .digit && index + 1 < address.count
                && Kind(address[index + 1]) == .digit
            if isLeadingZero {
                before = .gap
                continue
            }
            if kind != before, !target.isEmpty { target.append(32) }
            target.append(ASCII.upper(byte))
            before = kind
        }
    }

    private enum Kind {
        case gap, letter, digit

        @inline(__always)
        init(_ byte: UInt8) {
            if ASCII.isLetter(byte) {
                self = .letter
            } else {
                self = ASCII.isDigit(byte) ? .digit : .gap
            }
        }
    }
}
