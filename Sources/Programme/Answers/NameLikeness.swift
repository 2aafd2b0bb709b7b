import Civic

/// How alike two canonical names are, in any order of their words.
struct NameLikeness {
    /// A word as letters and as it sounds.
    struct Word {
        let letters: [UInt8]
        let sound: UInt64
    }

    static func words(of nameKey: String) -> [Word] {
        nameKey.split(separator: " ").map { word in
            Word(letters: Array(word.utf8), sound: SoundKey.of(String(word)))
        }
    }

    /// 0 to 100: letters that agree out of those of the longer name. Words are paired so that those
    /// which differ least come first; words that share less than half of their letters are two.
    static func score(_ left: [Word], _ right: [Word]) -> Int {
        let whole = max(letters(left), letters(right))
        guard whole > 0 else { return 0 }
        var pairs: [(differs: Int, length: Int, first: Int, second: Int)] = []
        for (first, one) in left.enumerated() {
            for (second, other) in right.enumerated() {
                let length = max(one.letters.count, other.letters.count)
                let differs = difference(one, other)
                if differs * 2 <= length { pairs.append((differs, length, first, second)) }
            }
        }
        pairs.sort { ($0.differs, -$0.length, $0.first) < ($1.differs, -$1.length, $1.first) }
        var (usedLeft, usedRight) = (Set<Int>(), Set<Int>())
        var agreeing = 0
        for pair in pairs where !usedLeft.contains(pair.first) && !usedRight.contains(pair.second) {
            usedLeft.insert(pair.first)
            usedRight.insert(pair.second)
            agreeing += pair.length - pair.differs
        }
        return min(100, agreeing * 100 / whole)
    }

    private static func letters(_ words: [Word]) -> Int {
        words.reduce(0) { $0 + $1.letters.count }
    }

    /// Spellings of one sound differ by one letter at most.
    private static func difference(_ left: Word, _ right: Word) -> Int {
        if left.letters == right.letters { return 0 }
        return left.sound == right.sound && left.sound != 0
            ? 1 : edits(left.letters, right.letters)
    }

    /// Letters to be changed, added, taken away or swapped with their neighbour.
    static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var above = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for (j, other) in right.enumerated() {
                var least = min(above[j + 1], row[j]) + 1
                least = min(least, above[j] + (letter == other ? 0 : 1))
                if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
                    least = min(least, before[j - 1] + 1)
                }
                row.append(least)
            }
            (before, above) = (above, row)
        }
        return above[right.count]
    }
}
