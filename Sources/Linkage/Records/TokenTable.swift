import Civic

/// Every distinct word of every name, once: names are compared as small integers, and how rare a
/// word is counts in the weight of an agreement.
struct TokenTable: Sendable {
    private(set) var tokens: [Token] = []
    private(set) var letters: [UInt8] = []
    private var slots: [UInt32]
    private var hashes: [UInt64] = []
    private var counts: [UInt32] = []
    private var total = 0
    private var soundIDs: [UInt64: UInt32] = [:]

    struct Token: BitwiseCopyable, Sendable {
        var start: UInt32
        var count: UInt8
        /// Words that sound alike share it.
        var sound: UInt32
        /// Bits of surprise in meeting this word: -log2 of its share among all words.
        var rarity: Float
    }

    init() { slots = [UInt32](repeating: 0, count: 1 << 12) }

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

    private mutating func id(of word: Span<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01b3 }
        hash = SeededGenerator.mix(hash)
        total += 1
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = Int(slots[slot]) - 1
            if hashes[known] == hash {
                counts[known] += 1
                return UInt32(known)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let id = UInt32(tokens.count)
        slots[slot] = id + 1
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
                rarity: 0))
        for index in word.indices { letters.append(word[index]) }
        hashes.append(hash)
        counts.append(1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (id, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(id) + 1
        }
    }

    /// The sound id of a word, if any name has it.
    func sound(of word: String) -> UInt32? { soundIDs[SoundKey.of(word)] }

    /// Computes how rare each word is, once all names are in.
    mutating func weigh() {
        for id in tokens.indices {
            tokens[id].rarity = Bits.log2(Float(total) / Float(max(1, counts[id])))
        }
    }
}

/// Logarithms without Foundation.
enum Bits {
    /// Base-2 logarithm, exact to about six digits: exponent plus a series on the significand.
    static func log2(_ value: Float) -> Float { Float(log2(Double(value))) }

    static func log2(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return value > 0 ? 1024 : -1024 }
        let fraction = value.significand
        // atanh series: log(f) = 2 (z + z^3/3 + z^5/5 …) with z = (f - 1) / (f + 1) ≤ 1/3.
        let z = (fraction - 1) / (fraction + 1)
        let square = z * z
        var term = z
        var sum = 0.0
        for odd in stride(from: 1, through: 31, by: 2) {
            sum += term / Double(odd)
            term *= square
        }
        return Double(value.exponent) + 2 * sum * 1.442_695_040_888_963_4
    }

    /// 2 to the power of `bits`.
    static func exp2(_ bits: Double) -> Double {
        let whole = bits.rounded(.down)
        let rest = (bits - whole) * 0.693_147_180_559_945_3
        var term = 1.0
        var sum = 1.0
        for step in 1...14 {
            term *= rest / Double(step)
            sum += term
        }
        guard whole > -1000 else { return 0 }
        guard whole < 1000 else { return .greatestFiniteMagnitude }
        return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
    }

    /// The probability that belongs to log-odds in bits.
    static func probability(_ weight: Float) -> Double { 1 / (1 + exp2(-Double(weight))) }
}
