import Civic

/// A reason for which two rows are worth comparing: rows with one key are candidates.
///
/// Each kind of dirt leaves at least one key untouched: a wrong digit in the number leaves birth
/// date and name, a wrong date leaves number and address, a changed name leaves the number.
enum BlockingKey: Sendable, Hashable {
    case nik
    case nikBirthBlock
    case nikTailAndName
    /// Place of registration and serial: what a wrong digit in the birth date leaves.
    case nikEndsAndName
    case birth
    case birthAndWord(Int)
    /// How the name begins, which lost blanks and cut words leave.
    case birthAndBeginning
    case birthAndLastWord
    case birthAndRarestWord
    case birthAndPlace
    case phone
    case card
    case cardAndWord(Int)
    case motherAndName
    case nameAndYear
    case nameAndVillage
    case wholeName
    case nameAndBirthday
    case addressAndPlace
    case blockAndWord
    case valueAndWord(column: Int, word: Int)
    case valueAndLastWord(column: Int)
    case value(column: Int)
    /// Two columns, in either order: cells change places.
    case values(Int, Int)

    /// A row has at most this many keys, one in each lane of ``KeyTable``.
    static let lanes = 16

    /// The keys of agencies' lists.
    static let ofPeople: [BlockingKey] = [
        .nik, .nikBirthBlock, .nikTailAndName, .nikEndsAndName, .birthAndBeginning,
        .birthAndLastWord, .birthAndRarestWord, .birthAndPlace, .phone, .cardAndWord(0),
        .addressAndPlace, .motherAndName, .nameAndYear, .nameAndVillage, .nameAndBirthday,
        .blockAndWord,
    ]

    /// The keys of lists with columns of their own: each date and each of the columns that tell most
    /// alone, which finds whatever is misspelt elsewhere while the lists are small, and together
    /// with a word of the name or in pairs, which still does when the lists are large and a value
    /// alone is shared by too many.
    /// `columns` begin with those that have most different values.
    static func with(columns: [Int]) -> [BlockingKey] {
        guard !columns.isEmpty else { return ofPeople }
        var keys: [BlockingKey] = [
            .card, .birth, .birthAndWord(0), .birthAndLastWord, .nameAndYear, .wholeName,
        ]
        keys += columns.prefix(4).map { .value(column: $0) }
        keys += columns.prefix(2).map { .valueAndWord(column: $0, word: 0) }
        keys += columns.prefix(1).map { .valueAndLastWord(column: $0) }
        for (first, second) in [(0, 1), (0, 2), (1, 2)] where second < columns.count {
            keys.append(.values(columns[first], columns[second]))
        }
        return keys
    }
}

/// Computes the keys of rows.
struct KeyReader {
    private let tokens: UnsafeBufferPointer<TokenTable.Token>
    private let attributes: UnsafeBufferPointer<UInt32>
    private let attributeCount: Int

    init(_ buffers: RecordSet.Buffers, attributeCount: Int) {
        tokens = buffers.names
        attributes = buffers.attributes
        self.attributeCount = attributeCount
    }

    /// The keys of a row, each in its lane.
    @inline(__always)
    func lanes(_ keys: [BlockingKey], of row: Int, _ record: Record) -> KeyTable.Lanes {
        var lanes = KeyTable.Lanes(repeating: 0)
        for (lane, key) in keys.enumerated() { lanes[lane] = value(key, of: row, record) }
        return lanes
    }

    /// 32 bits; 0 when the row has not what the key needs.
    @inline(__always)
    func value(_ key: BlockingKey, of row: Int, _ record: Record) -> UInt32 {
        switch key {
        case .nik: return mix(number(record), 1)
        case .nikBirthBlock: return mix(birthBlock(record), 2)
        case .nikTailAndName: return mix(tail(record), rarestSound(record))
        case .nikEndsAndName:
            let whole = number(record)
            return whole == 0
                ? 0 : mix((whole >> 40) << 16 | whole & 0xFFFF, rarestSound(record))
        case .birth: return mix(UInt64(record.birthKey), 6)
        case .birthAndWord(let word): return mix(UInt64(record.birthKey), sound(record, word))
        case .birthAndBeginning: return mix(UInt64(record.birthKey), beginning(record))
        case .birthAndLastWord:
            return mix(UInt64(record.birthKey), sound(record, Int(record.nameCount) - 1))
        case .birthAndRarestWord: return mix(UInt64(record.birthKey), rarestSound(record))
        case .addressAndPlace:
            guard record.addressCount > 1, record.place >= 0 else { return 0 }
            let words = UInt64(record.address[0]) << 32 | UInt64(record.address[1])
            return mix(words, UInt64(record.place) + 1)
        case .birthAndPlace:
            // Finds names of one word with a slip in it, and names whose blanks were lost.
            return record.place < 0 ? 0 : mix(UInt64(record.birthKey), UInt64(record.place) + 1)
        case .phone: return mix(record.phone, 3)
        case .card: return mix(record.card, 4)
        case .cardAndWord(let word): return mix(record.card, sound(record, word))
        case .motherAndName:
            guard record.motherCount > 0 else { return 0 }
            return mix(motherSound(record), sound(record, 0))
        case .nameAndYear:
            guard record.nameCount > 1, record.birthYear > 0 else { return 0 }
            return mix(wholeSound(record), UInt64(record.birthYear))
        case .nameAndVillage:
            guard record.nameCount > 0, record.place >= 0 else { return 0 }
            return mix(wholeSound(record), UInt64(record.place) + 1)
        case .wholeName: return record.nameCount < 2 ? 0 : mix(wholeSound(record), 7)
        case .nameAndBirthday:
            guard record.birthMonth > 0, !record.flags.contains(.birthDefault) else { return 0 }
            return mix(
                wholeSound(record), UInt64(record.birthDay) * 16 + UInt64(record.birthMonth))
        case .blockAndWord:
            guard record.place >= 0, record.rt > 0, record.rw > 0 else { return 0 }
            let block = UInt64(record.place) << 32 | UInt64(record.rw) << 16 | UInt64(record.rt)
            return mix(rarestSound(record), block)
        case .valueAndWord(let column, let word):
            return mix(attribute(column, row), sound(record, word))
        case .valueAndLastWord(let column):
            return mix(attribute(column, row), sound(record, Int(record.nameCount) - 1))
        case .value(let column): return mix(attribute(column, row), 5)
        case .values(let first, let second):
            let (a, b) = (attribute(first, row), attribute(second, row))
            return mix(min(a, b), max(a, b))
        }
    }

    /// Both parts mixed; 0 when one is missing.
    @inline(__always)
    private func mix(_ first: UInt64, _ second: UInt64) -> UInt32 {
        guard first != 0, second != 0 else { return 0 }
        return UInt32(
            truncatingIfNeeded: SeededGenerator.mix(SeededGenerator.mix(first) &+ second) >> 32) | 1
    }

    private func attribute(_ column: Int, _ row: Int) -> UInt64 {
        UInt64(attributes[row * attributeCount + column])
    }

    // MARK: Parts of a number

    /// The number, or sixteen digits of a damaged one.
    private func number(_ record: Record) -> UInt64 {
        if record.nik != 0 { return record.nik }
        let count = UInt64(record.clueDigits)
        guard count >= 12, count <= 16, record.flags.contains(.cluePrefix) || count == 16 else {
            return 0
        }
        return record.clue << ((16 - count) * 4)
    }

    /// The first twelve digits, of a number with a digit lost behind them as well.
    private func birthBlock(_ record: Record) -> UInt64 {
        let whole = number(record)
        if whole != 0 { return whole >> 16 }
        return record.clueDigits == 15 ? record.clue >> 12 : 0
    }

    /// The last eight digits, of a number with a digit lost or added before them as well.
    private func tail(_ record: Record) -> UInt64 {
        let whole = number(record)
        if whole != 0 { return whole & 0xFFFF_FFFF }
        let isWhole = record.clueDigits == 15 || record.clueDigits == 17
        return isWhole ? record.clue & 0xFFFF_FFFF : 0
    }

    // MARK: Sounds of names

    private func sound(_ record: Record, _ word: Int) -> UInt64 {
        guard word >= 0, word < Int(record.nameCount) else { return 0 }
        return UInt64(tokens[Int(record.name[word])].sound) + 1
    }

    /// The first three sounds of the first word.
    private func beginning(_ record: Record) -> UInt64 {
        guard record.nameCount > 0 else { return 0 }
        return UInt64(tokens[Int(record.name[0])].beginning) + 1
    }

    /// The same for any order of the words.
    private func wholeSound(_ record: Record) -> UInt64 {
        var sum: UInt64 = 0
        for word in 0..<Int(record.nameCount) { sum &+= SeededGenerator.mix(sound(record, word)) }
        return sum
    }

    private func motherSound(_ record: Record) -> UInt64 {
        var sum: UInt64 = 0
        for word in 0..<Int(record.motherCount) {
            sum &+= SeededGenerator.mix(UInt64(tokens[Int(record.mother[word])].sound) + 1)
        }
        return sum
    }

    private func rarestSound(_ record: Record) -> UInt64 {
        var best: (rarity: Float, sound: UInt64) = (-1, 0)
        for word in 0..<Int(record.nameCount) {
            let token = tokens[Int(record.name[word])]
            if token.rarity > best.rarity { best = (token.rarity, UInt64(token.sound) + 1) }
        }
        return best.sound
    }
}
