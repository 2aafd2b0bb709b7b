/// From which slot people can move on to which, as sets of bits: what is searched again and again
/// must not walk over all people who could move.
///
/// A set may name a slot that nobody can reach any more, until it is drawn anew; it never misses
/// one.
struct FundingReach: Sendable {
    /// By slot, whether its set may name too many.
    var isStale: [Bool]
    /// The slots of the last search, in the order in which it came to them.
    private(set) var queue: [Int] = []
    /// By slot of the last search: the one before; -1 for those that the type may use itself.
    private(set) var parent: [Int32]

    private let words: Int
    /// By type, then word: the slots that may pay it.
    private let allowed: [UInt64]
    /// By slot, then word: where those who are in it may go.
    private var next: [UInt64]
    private var seen: [UInt64]

    init(_ network: FundingNetwork) {
        let slots = network.slots.count
        words = (slots + 63) / 64
        let types = network.edges.count - 1
        var allowed = [UInt64](repeating: 0, count: types * words)
        for (edge, type) in network.typeOfEdge.enumerated() {
            let slot = Int(network.slotOfEdge[edge])
            allowed[Int(type) * words + slot >> 6] |= 1 << UInt64(slot & 63)
        }
        self.allowed = allowed
        next = [UInt64](repeating: 0, count: slots * words)
        seen = [UInt64](repeating: 0, count: words)
        isStale = [Bool](repeating: false, count: slots)
        parent = [Int32](repeating: -1, count: slots)
    }

    func allows(_ type: Int, _ slot: Int) -> Bool {
        allowed[type * words + slot >> 6] >> UInt64(slot & 63) & 1 == 1
    }

    /// Somebody of `type` is in `slot`.
    mutating func add(_ type: Int, to slot: Int) {
        for word in 0..<words { next[slot * words + word] |= allowed[type * words + word] }
    }

    /// - Returns: whether the set became smaller.
    mutating func redraw(_ slot: Int, _ types: [Int]) -> Bool {
        let before = Array(next[slot * words..<(slot + 1) * words])
        for word in 0..<words { next[slot * words + word] = 0 }
        for type in types { add(type, to: slot) }
        isStale[slot] = false
        return before != Array(next[slot * words..<(slot + 1) * words])
    }

    /// Looks for a slot with room that can be reached from those of `type`, the shortest way first.
    mutating func way(from type: Int, full: [Bool], room: [Int]) -> Int? {
        queue.removeAll(keepingCapacity: true)
        for word in 0..<words { seen[word] = 0 }
        if let end = visit(allowed, type, from: -1, full, room) { return end }
        var position = 0
        while position < queue.count {
            let slot = queue[position]
            position += 1
            if let end = visit(next, slot, from: Int32(slot), full, room) { return end }
        }
        return nil
    }

    private mutating func visit(
        _ sets: [UInt64], _ row: Int, from before: Int32, _ full: [Bool], _ room: [Int]
    ) -> Int? {
        for word in 0..<words {
            var new = sets[row * words + word] & ~seen[word]
            seen[word] |= new
            while new != 0 {
                let slot = word << 6 + new.trailingZeroBitCount
                new &= new - 1
                if full[slot] { continue }
                parent[slot] = before
                queue.append(slot)
                if room[slot] > 0 { return slot }
            }
        }
        return nil
    }
}
