/// The words of a name as numbers whose order is that of the letters, so that the beginning of a
/// word is found as a range. Twelve letters count, five bits each, the first one highest.
enum NameWord {
    private static let lettersMax = 12

    /// Each word of a canonical name once.
    static func words(_ nameKey: String) -> Set<Int64> {
        Set(nameKey.utf8.split(separator: UInt8(ascii: " ")).map { packed($0) })
    }

    /// The numbers of all words that begin as each word of `nameKey`.
    static func ranges(_ nameKey: String) -> [Range<Int64>] {
        nameKey.utf8.split(separator: UInt8(ascii: " ")).map { word in
            let first = packed(word)
            let free = lettersMax - min(word.count, lettersMax)
            return first..<first + (1 << Int64(5 * free))
        }
    }

    private static func packed(_ word: some Collection<UInt8>) -> Int64 {
        var number: Int64 = 0
        var count = 0
        for letter in word.prefix(lettersMax) {
            number = number << 5 | Int64(letter & 31)
            count += 1
        }
        return number << Int64(5 * (lettersMax - count))
    }
}
