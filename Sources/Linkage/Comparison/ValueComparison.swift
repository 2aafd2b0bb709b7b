/// Compares the columns of lists that are no agency's.
struct ValueComparison {
    let tokens: UnsafeBufferPointer<TokenTable.Token>
    let letters: UnsafeBufferPointer<UInt8>
    /// ``RecordSet/attributes``, and how many a record has.
    let attributes: UnsafeBufferPointer<UInt32>
    let count: Int
    let edits: EditDistance

    /// Values at least this rare (one in two thousand) count as rare, so that agreement on a
    /// frequent one is a level of its own.
    private static let rarityFromBits: Float = 11

    @inline(__always)
    func compare(_ left: Int, _ right: Int, into pattern: inout Pattern) {
        for column in 0..<count {
            let a = attributes[left * count + column]
            let b = attributes[right * count + column]
            guard a != 0, b != 0 else { continue }
            var level = level(Int(a) - 1, Int(b) - 1)
            if level.rawValue > ValueLevel.slip.rawValue,
                isElsewhere(a, in: right)
                    || isElsewhere(b, in: left)
            {
                level = .elsewhere
            }
            pattern.set(Field.extras[column], level.rawValue)
        }
    }

    private func isElsewhere(_ value: UInt32, in row: Int) -> Bool {
        for column in 0..<count where attributes[row * count + column] == value { return true }
        return false
    }

    private func level(_ left: Int, _ right: Int) -> ValueLevel {
        let (a, b) = (tokens[left], tokens[right])
        if left == right {
            return a.rarity >= ValueComparison.rarityFromBits ? .sameRare : .sameFrequent
        }
        let longer = max(Int(a.count), Int(b.count))
        let distance = edits.between(word(a), word(b))
        // A slip of the pen in a short value, two in a long one; up to a third of the letters of a
        // value that was cut or heard wrong.
        if distance <= (longer >= 8 ? 2 : 1), longer > distance { return .slip }
        return distance * 3 <= longer ? .similar : .different
    }

    private func word(_ token: TokenTable.Token) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            rebasing: letters[Int(token.start)..<Int(token.start) + Int(token.count)])
    }
}
