import Civic

/// What rows say becomes records: names, addresses and further columns are read side by side.
extension RecordSet {
    // MARK: Names

    @concurrent
    static func named(
        _ sources: [LinkageSource], _ places: Range<Int>, _ order: RowOrder, _ known: TokenTable,
        _ firstNumber: Int
    ) async -> (records: [Record], names: TokenTable, starts: [Int]) {
        var records = [Record](repeating: Record(), count: places.count)
        var names = known
        var starts: [Int] = []
        var place = places.lowerBound
        var canonical: [UInt8] = []
        for (number, source) in sources.enumerated() {
            starts.append(place)
            let text = source.roster.text.span
            for row in source.roster.rows {
                var record = Record(row, of: source, number: firstNumber + number)
                canonical.removeAll(keepingCapacity: true)
                NameSpelling.appendCanonical(text.extracting(row.name.bounds), to: &canonical)
                names.intern(canonical.span, limit: Record.nameWords) { id in
                    record.name[Int(record.nameCount)] = id
                    record.nameCount += 1
                }
                canonical.removeAll(keepingCapacity: true)
                NameSpelling.appendCanonical(text.extracting(row.motherName.bounds), to: &canonical)
                names.intern(canonical.span, limit: Record.motherWords) { id in
                    record.mother[Int(record.motherCount)] = id
                    record.motherCount += 1
                }
                records[order.position(of: place) - places.lowerBound] = record
                place += 1
            }
        }
        names.weigh()
        return (records, names, starts)
    }

    // MARK: Addresses

    struct AddressWords: BitwiseCopyable, Sendable {
        var ids: [6 of UInt32] = .init(repeating: 0)
        var count: UInt8 = 0
    }

    /// Longer addresses are cut.
    private static let wordsRead = 16

    @concurrent
    static func located(
        _ sources: [LinkageSource], _ known: TokenTable
    ) async -> (words: [AddressWords], addresses: TokenTable) {
        var table = known
        var ids: [UInt32] = []
        var ends: [Int] = []
        var folded: [UInt8] = []
        for source in sources {
            let text = source.roster.text.span
            for row in source.roster.rows {
                folded.removeAll(keepingCapacity: true)
                AddressWord.append(text.extracting(row.address.bounds), to: &folded)
                table.intern(folded.span, limit: wordsRead) { ids.append($0) }
                ends.append(ids.count)
            }
        }
        table.weigh()
        var words: [AddressWords] = []
        words.reserveCapacity(ends.count)
        table.withBuffers { tokens, _ in
            var start = 0
            for end in ends {
                words.append(rarest(ids[start..<end], tokens))
                start = end
            }
        }
        return (words, table)
    }

    /// The rarest words tell most: house number and street, not "jalan" and "RT". Each once, rarest
    /// first; words equally rare in an order of their own.
    private static func rarest(
        _ ids: ArraySlice<UInt32>, _ tokens: UnsafeBufferPointer<TokenTable.Token>
    ) -> AddressWords {
        var kept = AddressWords()
        for id in ids {
            var place = Int(kept.count)
            var isKnown = false
            for index in 0..<Int(kept.count) where kept.ids[index] == id { isKnown = true }
            if isKnown { continue }
            while place > 0, isBefore(tokens[Int(id)], tokens[Int(kept.ids[place - 1])]) {
                if place < Record.addressWords { kept.ids[place] = kept.ids[place - 1] }
                place -= 1
            }
            guard place < Record.addressWords else { continue }
            kept.ids[place] = id
            kept.count = min(kept.count + 1, UInt8(Record.addressWords))
        }
        return kept
    }

    @inline(__always)
    private static func isBefore(_ left: TokenTable.Token, _ right: TokenTable.Token) -> Bool {
        (right.rarity, left.sounds, left.kinds, left.count)
            < (left.rarity, right.sounds, right.kinds, right.count)
    }

    // MARK: Further columns

    @concurrent
    static func described(
        _ sources: [LinkageSource], _ places: Range<Int>, _ order: RowOrder,
        _ known: TokenTable, _ count: Int
    ) async -> (attributes: [UInt32], values: TokenTable) {
        guard count > 0 else { return ([], known) }
        var table = known
        var attributes = [UInt32](repeating: 0, count: count * places.count)
        var folded: [UInt8] = []
        var place = places.lowerBound
        for source in sources {
            let text = source.roster.text.span
            for row in source.roster.rows.indices {
                let start = (order.position(of: place) - places.lowerBound) * count
                place += 1
                for column in source.attributes.indices.prefix(count)
                where !source.attributes[column][row].isEmpty {
                    folded.removeAll(keepingCapacity: true)
                    AddressWord.append(
                        text.extracting(source.attributes[column][row].bounds), to: &folded)
                    // "high street" and "highs treet" are the same without blanks.
                    folded.removeAll { $0 == 32 }
                    attributes[start + column] = table.internWhole(folded.span) + 1
                }
            }
        }
        table.weigh()
        return (attributes, table)
    }
}
