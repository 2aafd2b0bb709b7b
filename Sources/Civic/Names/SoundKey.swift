/// How a word of a name sounds, whichever spelling was used: `SOEKARNO` and `SUKARNO`, `DJAELANI`
/// and `JAELANI`, `TJAHYA` and `CAHYA`, `FEBRI` and `PEBRI`, `ACHMAD` and `AHMAD` share a key.
///
/// Twelve sounds at most, five bits each, packed into one number.
package enum SoundKey {
    /// The key of one canonical word (upper case letters).
    package static func of(_ word: Span<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        var sounds = 0
        var last: UInt8 = 0
        var index = 0
        while index < word.count, sounds < 12 {
            var next = index + 1 < word.count ? word[index + 1] : 0
            // The Y of DESSY is a vowel; only before another vowel does it belong to the S.
            if next == UInt8(ascii: "Y"), index + 2 == word.count { next = 0 }
            let (sound, used) = sound(word[index], next: next, isLast: index + 1 == word.count)
            index += used
            guard sound != 0, sound != last else { continue }
            key = key << 5 | UInt64(sound & 31)
            last = sound
            sounds += 1
        }
        return key
    }

    /// The first three sounds of a key; fewer where it has fewer.
    package static func beginning(of key: UInt64) -> UInt16 {
        var key = key
        while key >> 15 != 0 { key >>= 5 }
        return UInt16(key)
    }

    /// Whether two keys differ by one sound that is wrong, missing or added, or by two neighbours
    /// that changed places.
    package static func isSlip(_ left: UInt64, _ right: UInt64) -> Bool {
        let (short, long) = left < right ? (left, right) : (right, left)
        var tail: UInt64 = 0
        while tail < 60, (short ^ long) >> tail & 31 == 0 { tail += 5 }
        // What is left after the sounds both end in.
        let (a, b) = (short >> tail, long >> tail)
        if a >> 5 == b >> 5 || a == b >> 5 { return true }
        let isSwapped = a & 31 == b >> 5 & 31 && b & 31 == a >> 5 & 31
        return isSwapped && a >> 10 == b >> 10
    }

    package static func of(_ word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { of(Span(_unsafeElements: $0)) }
    }

    /// The sound that starts here and the letters it takes; no sound for a mute letter.
    @inline(__always)
    private static func sound(_ letter: UInt8, next: UInt8, isLast: Bool) -> (UInt8, Int) {
        switch (letter, next) {
        case (UInt8(ascii: "O"), UInt8(ascii: "E")): return (UInt8(ascii: "U"), 2)
        case (UInt8(ascii: "D"), UInt8(ascii: "J")): return (UInt8(ascii: "J"), 2)
        case (UInt8(ascii: "T"), UInt8(ascii: "J")): return (UInt8(ascii: "C"), 2)
        case (UInt8(ascii: "S"), UInt8(ascii: "Y")), (UInt8(ascii: "S"), UInt8(ascii: "J")):
            return (UInt8(ascii: "S"), 2)
        case (UInt8(ascii: "K"), UInt8(ascii: "H")), (UInt8(ascii: "C"), UInt8(ascii: "H")):
            return (0, 2)
        case (UInt8(ascii: "D"), UInt8(ascii: "H")), (UInt8(ascii: "T"), UInt8(ascii: "H")):
            return (letter, 2)
        case (UInt8(ascii: "A"), UInt8(ascii: "E")): return (UInt8(ascii: "A"), 1)
        case (UInt8(ascii: "H"), _): return (0, 1)
        case (UInt8(ascii: "F"), _), (UInt8(ascii: "V"), _): return (UInt8(ascii: "P"), 1)
        case (UInt8(ascii: "Z"), _): return (UInt8(ascii: "S"), 1)
        case (UInt8(ascii: "Q"), _): return (UInt8(ascii: "K"), 1)
        case (UInt8(ascii: "X"), _): return (UInt8(ascii: "S"), 1)
        case (UInt8(ascii: "Y"), _): return (UInt8(ascii: "I"), 1)
        case (UInt8(ascii: "E"), _): return (UInt8(ascii: "I"), 1)
        case (UInt8(ascii: "O"), _): return (UInt8(ascii: "U"), 1)
        case (UInt8(ascii: "D"), 0) where isLast: return (UInt8(ascii: "T"), 1)
        default: return (letter, 1)
        }
    }
}
