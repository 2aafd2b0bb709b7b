/// Byte-level reading of text, the way files are read here: without decoding what need not be.
package enum ASCII {
    @inlinable @inline(__always) package static func digit(_ byte: UInt8) -> Int? {
        let value = byte &- 48
        return value < 10 ? Int(value) : nil
    }

    @inlinable @inline(__always) package static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 48 < 10
    }

    @inlinable @inline(__always) package static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 32) &- 97 < 26
    }

    /// Upper case for ASCII letters; every other byte as it is.
    @inlinable @inline(__always) package static func upper(_ byte: UInt8) -> UInt8 {
        byte &- 97 < 26 ? byte &- 32 : byte
    }

    @inlinable @inline(__always) package static func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || byte &- 9 < 5
    }
}

/// A hash of the letters and digits of a text, without case, blanks and punctuation: "Bekasi Jaya",
/// "BEKASIJAYA" and "bekasi-jaya" have one key.
///
/// FNV-1a in 64 bits: short names from small directories, looked up millions of times.
package struct LetterKey: Hashable, Sendable {
    package let value: UInt64

    package init(_ bytes: Span<UInt8>) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in bytes.indices {
            let byte = bytes[index]
            guard ASCII.isLetter(byte) || ASCII.isDigit(byte) else { continue }
            hash = (hash ^ UInt64(ASCII.upper(byte))) &* 0x100_0000_01b3
        }
        value = hash
    }

    package init(_ text: String) {
        var text = text
        let value = text.withUTF8 { LetterKey(Span(_unsafeElements: $0)).value }
        self.value = value
    }

    /// The key of a text without a letter or digit.
    package static let empty = LetterKey("")
}
