import Civic

/// Every distinct word once: names and addresses are compared as small integers, and how rare a word
/// is counts in the weight of an agreement. Words are told apart by 64 bits of hash.
struct TokenTable: Sendable {
    private(set) var tokens: [Token] = []
    private(set) var letters: [UInt8] = []
    /// The upper half of a word's hash, and below it its position from 1.
    private var slots: [UInt64]
    private(set) var hashes: [UInt64] = []
    private(set) var counts: [UInt32] = []
    private(set) var total = 0
    /// Words that have their rarity, and all words there were when the first got it.
    private(set) var weighed = 0
    private(set) var weighedTotal = 0
    private var soundIDs: [UInt64: UInt32] = [:]

    struct Token: BitwiseCopyable, Sendable {
        var start: UInt32
        var count: UInt8
        /// Words that sound alike share it.
        var sound: UInt32
        /// A bit for each letter in it.
        var kinds: UInt32
        /// Its ``SoundKey``.
        var sounds: UInt64
        /// The first three sounds, five bits each.
        var beginning: UInt16
        /// Bits of surprise in meeting this word: -log2 of its share among all words.
        var rarity: Float
    }

    init() { slots = [UInt64](repeating: 0, count: 1 << 12) }

    /// Adds the words of a canonical name (separated by single blanks); returns at most `limit`.
    mutating func intern(_ name: Span<UInt8>, limit: Int, each: (UInt32) -> Void) {
        var start = 0
        var found = 0
        while start < name.count, found < limit {
            var end = start
            while end < name.count, name[end] != 32 { end += 1 }
            if end > start {
                each(id(of: name.extracting(start..<end)))
                found += 1
            }
            start = end + 1
        }
    }

    init(
        tokens: [Token], letters: [UInt8], hashes: [UInt64], counts: [UInt32], total: Int,
        weighed: Int, weighedTotal: Int
    ) {
        self.tokens = tokens
        self.letters = letters
        self.hashes = hashes
        self.counts = counts
        self.total = total
        self.weighed = weighed
        self.weighedTotal = weighedTotal
        var size = 1 << 12
        while tokens.count * 2 > size { size *= 2 }
        slots = [UInt64](repeating: 0, count: size / 2)
        grow()
        for token in tokens { soundIDs[token.sounds] = token.sound }
    }

    /// Calls `body` with the words and their letters as bare memory.
    func withBuffers<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Token>, UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try tokens.withUnsafeBufferPointer { (tokens) throws(Failure) in
            try letters.withUnsafeBufferPointer { (letters) throws(Failure) in
                try body(tokens, letters)
            }
        }
    }

    /// Adds a text as one word.
    mutating func internWhole(_ text: Span<UInt8>) -> UInt32 { id(of: text) }

    /// The same for one word in every table, unlike its position.
    func hash(of id: UInt32) -> UInt64 { hashes[Int(id)] }

    /// FNV-1a, then mixed so that its low bits are as good as its high ones.
    private static func hash(_ word: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01b3 }
        return SeededGenerator.mix(hash)
    }

    private mutating func id(of word: Span<UInt8>) -> UInt32 {
        let hash = TokenTable.hash(word)
        total += 1
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if slots[slot] >> 32 == hash >> 32, hashes[known] == hash {
                counts[known] += 1
                return UInt32(known)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let id = UInt32(tokens.count)
        slots[slot] = TokenTable.entry(hash, id)
        append(word, hash)
        if tokens.count * 2 > slots.count { grow() }
        return id
    }

    private mutating func append(_ word: Span<UInt8>, _ hash: UInt64) {
        let key = SoundKey.of(word)
        let sound = soundIDs[key] ?? UInt32(soundIDs.count)
        soundIDs[key] = sound
        tokens.append(
            Token(
                start: UInt32(letters.count), count: UInt8(clamping: word.count), sound: sound,
                kinds: TokenTable.kinds(word), sounds: key, beginning: SoundKey.beginning(of: key),
                rarity: 0))
        for index in word.indices { letters.append(word[index]) }
        hashes.append(hash)
        counts.append(1)
    }

    private static func entry(_ hash: UInt64, _ id: UInt32) -> UInt64 {
        (hash >> 32) << 32 | UInt64(id + 1)
    }

    private static func kinds(_ word: Span<UInt8>) -> UInt32 {
        var kinds: UInt32 = 0
        for index in word.indices { kinds |= 1 << UInt32(word[index] & 31) }
        return kinds
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        for (id, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = TokenTable.entry(hash, UInt32(id))
        }
    }

    /// The sound id of a word, if any name has it.
    func sound(of word: String) -> UInt32? { soundIDs[SoundKey.of(word)] }

    /// Computes how rare each word is, once all names are in. Words that were weighed before keep
    /// their rarity, and new ones count as met once among those, so that a name weighs the same
    /// whoever comes later.
    mutating func weigh() {
        if weighed == 0 { weighedTotal = total }
        for id in weighed..<tokens.count {
            let met = weighed == 0 ? max(1, counts[id]) : 1
            tokens[id].rarity = Bits.log2(Float(weighedTotal) / Float(met))
        }
        weighed = tokens.count
    }
}
