import Civic

/// A digest of what a record says, the same in every run, wherever the row stands.
struct ContentHash {
    private(set) var value: UInt64 = 0

    init(_ record: Record, _ words: Vocabulary) {
        add(record.nik)
        add(record.clue &+ UInt64(record.clueDigits) << 60)
        add(record.card)
        add(record.phone)
        for word in 0..<Int(record.nameCount) { add(words.names.hash(of: record.name[word])) }
        add(UInt64(record.nameCount))
        for word in 0..<Int(record.motherCount) { add(words.names.hash(of: record.mother[word])) }
        add(UInt64(record.motherCount) << 8 | UInt64(record.addressCount))
        for word in 0..<Int(record.addressCount) {
            add(words.addresses.hash(of: record.address[word]))
        }
        add(UInt64(UInt32(bitPattern: record.birth)))
        let place = UInt64(UInt16(bitPattern: record.place))
        add(place << 32 | UInt64(record.rt) << 16 | UInt64(record.rw))
        add(UInt64(record.sex) << 8 | UInt64(record.flags.rawValue))
    }

    mutating func add(_ part: UInt64) { value = SeededGenerator.mix(value &+ part &+ 1) }
}
