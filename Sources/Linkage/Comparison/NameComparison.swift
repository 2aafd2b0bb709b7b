import Civic

/// Compares names word by word in any order.
struct NameComparison {
    let tokens: UnsafeBufferPointer<TokenTable.Token>
    let letters: UnsafeBufferPointer<UInt8>
    let edits: EditDistance
    /// The sound of MUHAMMAD, if anybody bears it.
    let muhammad: UInt32?

    private enum Word: UInt8 {
        case none, initial, cut, slip, sound, same
    }

    /// How two names compare, and the bits of surprise of what agrees.
    /// Nil when one of them has none.
    func compare(_ left: Record, _ right: Record) -> (NameKind, Float)? {
        let leftCount = Int(left.nameCount)
        let rightCount = Int(right.nameCount)
        guard leftCount > 0, rightCount > 0 else { return nil }
        if leftCount == rightCount, let rarity = rarityIfSame(left, right, leftCount) {
            return (.same, rarity)
        }
        return align(left, right, leftCount, rightCount)
    }

    private func rarityIfSame(
        _ left: Record, _ right: Record, _ count: Int
    ) -> Float? {
        var rarity: Float = 0
        for index in 0..<count {
            guard left.name[index] == right.name[index] else { return nil }
            rarity += tokens[Int(left.name[index])].rarity
        }
        return rarity
    }

    /// Pairs the words of both names, those that agree best first, so that neither name leads.
    private func align(
        _ left: Record, _ right: Record, _ leftCount: Int, _ rightCount: Int
    ) -> (NameKind, Float) {
        if leftCount != rightCount, joinedSame(left, right) {
            return (.soundsSame, wholeRarity(left, leftCount))
        }
        var pairing = Pairing()
        withUnsafeTemporaryAllocation(of: Word.self, capacity: 36) { words in
            for first in 0..<leftCount {
                for second in 0..<rightCount {
                    words[first * 6 + second] = similarity(left.name[first], right.name[second])
                }
            }
            for word in [Word.same, .sound, .slip, .cut, .initial] {
                for first in 0..<leftCount where pairing.left & (1 << UInt32(first)) == 0 {
                    for second in 0..<rightCount
                    where pairing.right & (1 << UInt32(second)) == 0
                        && words[first * 6 + second] == word
                    {
                        let (a, b) = (
                            tokens[Int(left.name[first])], tokens[Int(right.name[second])]
                        )
                        pairing.take(first, second, word, gain: gain(word, a, b))
                        break
                    }
                }
            }
        }
        return (kind(pairing, leftCount, rightCount), pairing.solid > 0 ? pairing.rarity : 0)
    }

    private struct Pairing {
        var left: UInt32 = 0
        var right: UInt32 = 0
        var matched = 0
        var solid = 0
        var worst = Word.same
        var rarity: Float = 0

        mutating func take(_ first: Int, _ second: Int, _ word: Word, gain: Float) {
            left |= 1 << UInt32(first)
            right |= 1 << UInt32(second)
            matched += 1
            if word.rawValue >= Word.slip.rawValue { solid += 1 }
            if word.rawValue < worst.rawValue { worst = word }
            rarity += gain
        }
    }

    private func kind(_ pairing: Pairing, _ leftCount: Int, _ rightCount: Int) -> NameKind {
        guard pairing.solid > 0 else { return .different }
        guard pairing.matched == min(leftCount, rightCount) else { return .partly }
        if leftCount != rightCount || pairing.worst.rawValue <= Word.cut.rawValue {
            return .contained
        }
        return pairing.worst == .slip ? .slip : .soundsSame
    }

    private func gain(_ word: Word, _ left: TokenTable.Token, _ right: TokenTable.Token) -> Float {
        let rarity = min(left.rarity, right.rarity)
        switch word {
        case .same: return rarity
        case .sound: return rarity * 0.9
        case .slip: return rarity * 0.8
        case .cut: return rarity * 0.5
        case .initial: return 2
        case .none: return 0
        }
    }

    private func wholeRarity(_ record: Record, _ count: Int) -> Float {
        var rarity: Float = 0
        for index in 0..<count { rarity += tokens[Int(record.name[index])].rarity }
        return rarity
    }

    private func similarity(_ left: UInt32, _ right: UInt32) -> Word {
        if left == right { return .same }
        let a = tokens[Int(left)]
        let b = tokens[Int(right)]
        if a.sound == b.sound { return .sound }
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        if short.count == 1 {
            return letters[Int(short.start)] == letters[Int(long.start)] ? .initial : .none
        }
        if isSlip(short, long) { return .slip }
        if a.sound == muhammad || b.sound == muhammad,
            letters[Int(a.start)] == letters[Int(b.start)]
        {
            // "M. Erna" was read as Muhammad; the M may have been Maryani's.
            return .initial
        }
        return short.count >= 3 && isPrefix(short, of: long) ? .cut : .none
    }

    private func isPrefix(_ short: TokenTable.Token, of long: TokenTable.Token) -> Bool {
        for offset in 0..<Int(short.count)
        where letters[Int(short.start) + offset] != letters[Int(long.start) + offset] {
            return false
        }
        return true
    }

    /// Words of four letters may differ by one edit, of eight by two; swapped neighbours count one.
    private func isSlip(_ short: TokenTable.Token, _ long: TokenTable.Token) -> Bool {
        let allowed = long.count >= 8 ? 2 : long.count >= 4 ? 1 : 0
        guard allowed > 0, Int(long.count) - Int(short.count) <= allowed else { return false }
        // Each edit takes away or adds at most two kinds of letters.
        if (short.kinds ^ long.kinds).nonzeroBitCount > 2 * (allowed + 1) { return false }
        let distance = edits.between(
            UnsafeBufferPointer(
                rebasing: letters[Int(short.start)..<Int(short.start) + Int(short.count)]),
            UnsafeBufferPointer(
                rebasing: letters[Int(long.start)..<Int(long.start) + Int(long.count)]))
        if distance <= allowed { return true }
        // A slip in a word that was spelled otherwise as well: SAPIRTI for SAFITRI.
        return distance == allowed + 1 && SoundKey.isSlip(short.sounds, long.sounds)
    }

    /// "ABDUL ROHMAN" and "ABDULROHMAN": the same letters with other gaps.
    private func joinedSame(_ left: Record, _ right: Record) -> Bool {
        var leftWord = 0
        var rightWord = 0
        var leftAt = 0
        var rightAt = 0
        while leftWord < Int(left.nameCount), rightWord < Int(right.nameCount) {
            let a = tokens[Int(left.name[leftWord])]
            let b = tokens[Int(right.name[rightWord])]
            guard letters[Int(a.start) + leftAt] == letters[Int(b.start) + rightAt] else {
                return false
            }
            leftAt += 1
            rightAt += 1
            if leftAt == Int(a.count) { (leftWord, leftAt) = (leftWord + 1, 0) }
            if rightAt == Int(b.count) { (rightWord, rightAt) = (rightWord + 1, 0) }
        }
        return leftWord == Int(left.nameCount) && rightWord == Int(right.nameCount)
    }

    // MARK: Mothers

    /// Words at least this rare together (one name in sixty-five thousand) tell mothers apart well.
    private static let rareMotherBits: Float = 16

    /// The level of two mothers' names.
    func compareMothers(_ left: Record, _ right: Record) -> MotherLevel {
        let (leftCount, rightCount) = (Int(left.motherCount), Int(right.motherCount))
        guard leftCount > 0, rightCount > 0 else { return .missing }
        var solid = 0
        var loose = 0
        var exact = 0
        var rarity: Float = 0
        var used: UInt32 = 0
        for index in 0..<leftCount {
            for other in 0..<rightCount where used & (1 << UInt32(other)) == 0 {
                let word = similarity(left.mother[index], right.mother[other])
                guard word != .none else { continue }
                used |= 1 << UInt32(other)
                if word.rawValue >= Word.slip.rawValue { solid += 1 } else { loose += 1 }
                if word == .same { exact += 1 }
                rarity += tokens[Int(left.mother[index])].rarity
                break
            }
        }
        if exact == leftCount, leftCount == rightCount {
            return rarity >= NameComparison.rareMotherBits ? .sameRare : .sameFrequent
        }
        if solid > 0, solid + loose == min(leftCount, rightCount) { return .similar }
        return solid > 0 ? .partly : .different
    }
}
