/// How a person's name is written, brought to one form: upper case, plain Latin letters, single
/// blanks, no titles and degrees, and the many spellings of Muhammad as one.
///
/// What differs in sound stays: `SUKARNO` and `SOEKARNO` are two canonical forms; ``SoundKey``
/// brings those together.
package enum NameSpelling {
    /// Letters beyond this many are cut. Names on identity cards have at most 60.
    package static let maximumLength = 96
    private static let maximumWords = 12

    /// Appends the canonical form of `name` to `target`; appends nothing for a text without letters.
    package static func appendCanonical(_ name: Span<UInt8>, to target: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maximumLength) { letters in
            withUnsafeTemporaryAllocation(of: (Int, Int).self, capacity: maximumWords) { words in
                var count = split(name, into: letters, words: words)
                let first = skipTitles(letters, words, &count)
                for position in first..<max(first, count) {
                    let (start, end) = words[position]
                    if position > first { target.append(32) }
                    let code = PackedWord(letters, start, end)
                    if position == first, count - first > 1 || end - start > 2,
                        NameVocabulary.muhammad.contains(code)
                    {
                        target.append(contentsOf: NameVocabulary.muhammadSpelled)
                    } else {
                        target.append(contentsOf: letters[start..<end])
                    }
                }
            }
        }
    }

    package static func canonical(_ name: String) -> String {
        var name = name
        var target: [UInt8] = []
        name.withUTF8 { appendCanonical(Span(_unsafeElements: $0), to: &target) }
        return String(decoding: target, as: UTF8.self)
    }

    /// Writes the letters of `name`, word after word, and where each word starts and ends. Degrees
    /// after the first comma are left out. Returns the number of words.
    private static func split(
        _ name: Span<UInt8>, into letters: UnsafeMutableBufferPointer<UInt8>,
        words: UnsafeMutableBufferPointer<(Int, Int)>
    ) -> Int {
        var length = 0
        var count = 0
        var start = 0
        var index = 0
        func close(_ end: Int) {
            if end > start, count < maximumWords {
                words[count] = (start, end)
                count += 1
            }
            start = end
        }
        while index < name.count, length < maximumLength {
            let byte = name[index]
            // "RosyidIyan" has lost its blank.
            if index > 0, byte &- 65 < 26, name[index - 1] &- 97 < 26 { close(length) }
            index += 1
            switch LatinFold.fold(byte, next: index < name.count ? name[index] : 0) {
            case .letter(let letter, let used):
                letters[length] = letter
                length += 1
                index += used
            case .joiner(let used):
                index += used
            case .comma:
                if count > 0 || length > start {
                    close(length)
                    return count
                }
            case .gap(let used):
                close(length)
                index += used
            }
        }
        close(length)
        return count
    }

    /// Leaves out titles before and degrees behind, as long as a word remains. Returns the first
    /// word that stays and shortens `count` to the end of the last.
    private static func skipTitles(
        _ letters: UnsafeMutableBufferPointer<UInt8>,
        _ words: UnsafeMutableBufferPointer<(Int, Int)>, _ count: inout Int
    ) -> Int {
        var first = 0
        while first < count - 1,
            NameVocabulary.titles.contains(PackedWord(letters, words[first].0, words[first].1))
        {
            first += 1
        }
        while count - first > 1 {
            let last = PackedWord(letters, words[count - 1].0, words[count - 1].1)
            if NameVocabulary.degrees.contains(last) {
                count -= 1
            } else if count - first > 2, isDegree(letters, words, count - 2..<count) {
                count -= 2
            } else if count - first > 3, isDegree(letters, words, count - 3..<count) {
                count -= 3
            } else {
                break
            }
        }
        return first
    }

    /// Whether the words are a degree written with points: `S Pd`, `S Pd I`.
    private static func isDegree(
        _ letters: UnsafeMutableBufferPointer<UInt8>,
        _ words: UnsafeMutableBufferPointer<(Int, Int)>, _ range: Range<Int>
    ) -> Bool {
        let (start, end) = (words[range.lowerBound].0, words[range.upperBound - 1].1)
        return words[range.lowerBound].1 - start == 1
            && NameVocabulary.degrees.contains(PackedWord(letters, start, end))
    }
}

/// Up to twelve letters of a word in one number, five bits a letter, for comparing words in one step.
package struct PackedWord: Hashable, Sendable {
    package let value: UInt64

    package init(value: UInt64) { self.value = value }

    package init(_ letters: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        var packed: UInt64 = 0
        for index in start..<min(end, start + 12) {
            packed = packed << 5 | UInt64(letters[index] & 31)
        }
        value = packed
    }

    package init(_ word: String) {
        var packed: UInt64 = 0
        for letter in word.utf8.prefix(12) { packed = packed << 5 | UInt64(letter & 31) }
        value = packed
    }
}

/// A fixed set of words, looked up for every word of every name.
private struct WordSet: Sendable {
    private let slots: [UInt64]

    init(_ words: [PackedWord]) {
        var slots = [UInt64](repeating: 0, count: 512)
        for word in words {
            var slot = WordSet.slot(word.value)
            while slots[slot] != 0, slots[slot] != word.value { slot = (slot + 1) & 511 }
            slots[slot] = word.value
        }
        self.slots = slots
    }

    func contains(_ word: PackedWord) -> Bool {
        var slot = WordSet.slot(word.value)
        while slots[slot] != 0 {
            if slots[slot] == word.value { return true }
            slot = (slot + 1) & 511
        }
        return false
    }

    private static func slot(_ value: UInt64) -> Int {
        Int(truncatingIfNeeded: (value &* 0x9e37_79b9_7f4a_7c15) >> 55)
    }
}

/// Words that are no part of a name, and the spellings of the most frequent one.
private enum NameVocabulary {
    static let titles = packed(
        "H HJ HI HAJI HAJJAH HAJAH DR DRS DRA DRG DRH IR PROF KH KYAI KIAI UST USTD USTAD USTADZ",
        "USTADZAH TN NY NN NYONYA TUAN SDR SDRI SDRA BPK BAPAK PAK IBU BU ALM ALMH ALMARHUM",
        "ALMARHUMAH HJJ")
    static let degrees = packed(
        "SE SH ST SPD SPDI SAG SKOM SSOS SIP SKM SKEP SFARM SSI SPT SP SS SSN SPSI STR SHI SEI MM MH",
        "MPD MPDI MSI MT MKOM MAG MKES MSC MBA AMD AMDKEB AMDKEP AMK AMKEB BA BSC PHD NERS ALM ALMH",
        "ALMARHUM")
    static let muhammad = packed(
        "M MD MHD MUH MOH MOHD MUHD MOCH MUCH MOCHD MUHAMAD MUHAMMAD MOHAMAD MOHAMMAD MOHAMED",
        "MOHAMMED MUHAMMED MOCHAMAD MOCHAMMAD MUCHAMAD MUCHAMMAD MOKHAMAD MOKHAMMAD MUKHAMAD",
        "MUKHAMMAD MUHAMAT MOHAMAT MUHAMMMAD")
    static let muhammadSpelled = Array("MUHAMMAD".utf8)

    private static func packed(_ lines: String...) -> WordSet {
        WordSet(lines.flatMap { $0.split(separator: " ") }.map { PackedWord(String($0)) })
    }
}

/// Bytes of UTF-8 text as letters of the plain Latin alphabet.
private enum LatinFold {
    enum Reading {
        /// A letter, and how many following bytes belong to it.
        case letter(UInt8, Int)
        /// A sign inside a word that is no letter (apostrophe).
        case joiner(Int)
        case comma
        /// Anything that parts words, and how many following bytes belong to it.
        case gap(Int)
    }

    @inline(__always)
    static func fold(_ byte: UInt8, next: UInt8) -> Reading {
        if ASCII.isLetter(byte) { return .letter(ASCII.upper(byte), 0) }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\""): return .joiner(0)
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: "0"): return .letter(UInt8(ascii: "O"), 0)
        case UInt8(ascii: "1"): return .letter(UInt8(ascii: "I"), 0)
        case UInt8(ascii: "3"): return .letter(UInt8(ascii: "E"), 0)
        case UInt8(ascii: "4"): return .letter(UInt8(ascii: "A"), 0)
        case UInt8(ascii: "5"): return .letter(UInt8(ascii: "S"), 0)
        case 0xC3:
            let folded = latin1[Int(next & 63)]
            return folded == 0 ? .gap(1) : .letter(folded, 1)
        case 0xC2: return .gap(1)
        // Accents that follow their letter (U+0300 to U+036F).
        case 0xCC, 0xCD: return .joiner(1)
        case 0xE2: return .joiner(2)
        default: return byte >= 0xC0 ? .gap(1) : .gap(0)
        }
    }

    /// U+00C0 to U+00FF.
    private static let latin1 = Array(
        "AAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTY".utf8)
}
