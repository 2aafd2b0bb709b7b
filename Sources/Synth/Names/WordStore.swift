/// Words by number, their letters in one run of bytes.
struct WordStore: Sendable {
    private var letters: [UInt8] = []
    private var ends: [Int32] = []
    private var numbers: [String: UInt16] = [:]

    /// The number of `word`, which is added if it is new.
    mutating func number(of word: String) -> UInt16 {
        if let known = numbers[word] { return known }
        let number = UInt16(ends.count)
        letters.append(contentsOf: word.utf8)
        ends.append(Int32(letters.count))
        numbers[word] = number
        return number
    }

    var count: Int { ends.count }

    func bytes(_ number: UInt16) -> ArraySlice<UInt8> {
        let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
        return letters[start..<Int(ends[Int(number)])]
    }

    func text(_ number: UInt16) -> String { String(decoding: bytes(number), as: UTF8.self) }
}

/// A name of one to four words of a ``WordStore``.
struct NameWords: Hashable, Sendable {
    private var words = SIMD4<UInt16>(repeating: UInt16.max)

    init() {}

    var count: Int {
        var count = 0
        while count < 4, words[count] != UInt16.max { count += 1 }
        return count
    }

    subscript(index: Int) -> UInt16 {
        get { words[index] }
        set { words[index] = newValue }
    }

    func contains(_ word: UInt16) -> Bool { any(words .== word) }

    /// Appends a word while there is room.
    mutating func append(_ word: UInt16) {
        let count = count
        if count < 4 { words[count] = word }
    }

    mutating func remove(at index: Int) {
        for position in index..<3 { words[position] = words[position + 1] }
        words[3] = UInt16.max
    }

    mutating func swapAt(_ first: Int, _ second: Int) {
        (words[first], words[second]) = (words[second], words[first])
    }

    /// One number for equal names.
    var key: UInt64 {
        UInt64(words[0]) | UInt64(words[1]) << 16 | UInt64(words[2]) << 32 | UInt64(words[3]) << 48
    }
}
