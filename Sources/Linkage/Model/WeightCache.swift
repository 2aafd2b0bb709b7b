/// The weights of patterns met so far. Millions of pairs show some ten thousand patterns.
struct WeightCache {
    private let model: LinkageModel
    private var slots: [Slot]
    private var count = 0

    private struct Slot: BitwiseCopyable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var weight: Float = 0
    }

    init(_ model: LinkageModel) {
        self.model = model
        slots = [Slot](repeating: Slot(), count: 1 << 14)
    }

    mutating func weight(_ pattern: Pattern) -> Float {
        // Every pattern has a level of lists, so that the low half of a taken slot is never zero.
        var index = WeightCache.index(pattern.low, pattern.high, slots.count)
        while slots[index].low != pattern.low || slots[index].high != pattern.high {
            if slots[index].low == 0 { return insert(pattern) }
            index = (index + 1) & (slots.count - 1)
        }
        return slots[index].weight
    }

    private mutating func insert(_ pattern: Pattern) -> Float {
        if count * 2 >= slots.count { grow() }
        let weight = model.weight(pattern)
        store(Slot(low: pattern.low, high: pattern.high, weight: weight))
        count += 1
        return weight
    }

    private mutating func store(_ slot: Slot) {
        var index = WeightCache.index(slot.low, slot.high, slots.count)
        while slots[index].low != 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.low != 0 { store(slot) }
    }

    @inline(__always)
    private static func index(_ low: UInt64, _ high: UInt64, _ count: Int) -> Int {
        let mixed = (low &* 0x9e37_79b9_7f4a_7c15) ^ (high &* 0xc2b2_ae3d_27d4_eb4f)
        return Int(truncatingIfNeeded: mixed ^ mixed >> 29) & (count - 1)
    }
}
