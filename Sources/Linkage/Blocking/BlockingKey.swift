import Civic

/// A reason for which two rows are worth comparing: rows with one key are candidates.
///
/// Each kind of dirt leaves at least one key untouched: a wrong digit in the number leaves birth
/// date and name, a wrong date leaves number and address, a changed name leaves the number.
enum BlockingKey: Int, CaseIterable, Sendable {
    case nik
    case nikBirthBlock
    case nikTailAndName
    case birthAndWord1
    case birthAndWord2
    case birthAndWord3
    case birthAndPlace
    case phone
    case cardAndWord1
    case cardAndWord2
    case motherAndName
    case nameAndYear
    case nameAndVillage
    case wordAndBirthday
    case blockAndWord

    /// Rows with one key are all compared up to this many; larger groups are compared in order of
    /// birth and name with their nearest neighbours only, so that a default value that thousands
    /// share costs no more than its rows.
    static let groupMax = 48
    private static let neighboursMax = 12

    /// How many neighbours a row of a large group meets: fewer, the larger the group is, down to two.
    static func neighbours(inGroupOf count: Int) -> Int {
        max(2, min(neighboursMax, neighboursMax * 4096 / count))
    }

    /// 48 bits; 0 when the row has not what the key needs.
    @inline(__always)
    func value(of record: Record, _ tokens: UnsafeBufferPointer<TokenTable.Token>) -> UInt64 {
        switch self {
        case .nik: return mix(BlockingKey.number(record))
        case .nikBirthBlock: return mix(BlockingKey.number(record) >> 16)
        case .nikTailAndName:
            let tail = BlockingKey.number(record) & 0xFFFF_FFFF
            return tail == 0 ? 0 : mix(tail, sound(record, 0, tokens))
        case .birthAndWord1: return birthAndWord(record, 0, tokens)
        case .birthAndWord2: return birthAndWord(record, 1, tokens)
        case .birthAndWord3: return birthAndWord(record, 2, tokens)
        case .birthAndPlace:
            // Finds names of one word with a slip in it, and names whose blanks were lost.
            guard record.place >= 0 else { return 0 }
            return mix(UInt64(record.birthKey), UInt64(record.place) + 1)
        case .phone: return mix(record.phone)
        case .cardAndWord1: return cardAndWord(record, 0, tokens)
        case .cardAndWord2: return cardAndWord(record, 1, tokens)
        case .motherAndName:
            guard record.motherCount > 0 else { return 0 }
            return mix(
                UInt64(tokens[Int(record.mother[0])].sound) + 1, sound(record, 0, tokens))
        case .nameAndYear:
            guard record.nameCount > 1, record.birthYear > 0 else { return 0 }
            return mix(wholeSound(record, tokens), UInt64(record.birthYear))
        case .nameAndVillage:
            guard record.nameCount > 0, record.place >= 0 else { return 0 }
            return mix(wholeSound(record, tokens), UInt64(record.place) + 1)
        case .wordAndBirthday:
            guard record.birthMonth > 0, !record.flags.contains(.birthDefault) else { return 0 }
            let day = UInt64(record.birthDay) * 16 + UInt64(record.birthMonth)
            return mix(rarestSound(record, tokens), day)
        case .blockAndWord:
            guard record.place >= 0, record.rt > 0, record.rw > 0 else { return 0 }
            let block = UInt64(record.place) << 32 | UInt64(record.rw) << 16 | UInt64(record.rt)
            return mix(rarestSound(record, tokens), block)
        }
    }

    /// The number, or sixteen digits of a damaged one.
    private static func number(_ record: Record) -> UInt64 {
        if record.nik != 0 { return record.nik }
        let count = UInt64(record.clueDigits)
        guard count >= 12, count <= 16, record.flags.contains(.cluePrefix) || count == 16 else {
            return 0
        }
        return record.clue << ((16 - count) * 4)
    }

    @inline(__always)
    private func mix(_ first: UInt64, _ second: UInt64 = 1) -> UInt64 {
        guard first != 0, second != 0 else { return 0 }
        return SeededGenerator.mix(SeededGenerator.mix(first) &+ second) >> 16 | 1
    }

    private func sound(
        _ record: Record, _ word: Int, _ tokens: UnsafeBufferPointer<TokenTable.Token>
    ) -> UInt64 {
        guard word < Int(record.nameCount) else { return 0 }
        return UInt64(tokens[Int(record.name[word])].sound) + 1
    }

    private func birthAndWord(
        _ record: Record, _ word: Int, _ tokens: UnsafeBufferPointer<TokenTable.Token>
    ) -> UInt64 {
        mix(UInt64(record.birthKey), sound(record, word, tokens))
    }

    private func cardAndWord(
        _ record: Record, _ word: Int, _ tokens: UnsafeBufferPointer<TokenTable.Token>
    ) -> UInt64 {
        mix(record.card, sound(record, word, tokens))
    }

    /// The same for any order of the words.
    private func wholeSound(
        _ record: Record, _ tokens: UnsafeBufferPointer<TokenTable.Token>
    ) -> UInt64 {
        var sum: UInt64 = 0
        for word in 0..<Int(record.nameCount) {
            sum &+= SeededGenerator.mix(sound(record, word, tokens))
        }
        return sum
    }

    private func rarestSound(
        _ record: Record, _ tokens: UnsafeBufferPointer<TokenTable.Token>
    ) -> UInt64 {
        var best: (rarity: Float, sound: UInt64) = (-1, 0)
        for word in 0..<Int(record.nameCount) {
            let token = tokens[Int(record.name[word])]
            if token.rarity > best.rarity { best = (token.rarity, UInt64(token.sound) + 1) }
        }
        return best.sound
    }
}
