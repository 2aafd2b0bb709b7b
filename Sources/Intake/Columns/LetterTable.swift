import Civic

/// Small numbers found by letter key: a hash table without hashing, since the key is a hash already.
/// Cells of a closed vocabulary are looked up here millions of times.
struct LetterTable {
    static let absent = Int16.min

    private var keys: [UInt64]
    private var values: [Int16]
    private var count = 0

    init(_ pairs: some Sequence<(LetterKey, Int16)> = []) {
        keys = [UInt64](repeating: 0, count: 64)
        values = [Int16](repeating: LetterTable.absent, count: 64)
        for (key, value) in pairs { self[key] = value }
    }

    /// The number under a key; ``absent`` when there is none.
    subscript(key: LetterKey) -> Int16 {
        get { values[slot(of: key.value)] }
        set {
            let slot = slot(of: key.value)
            if keys[slot] == 0 {
                keys[slot] = key.value
                count += 1
            }
            values[slot] = newValue
            if count * 2 > keys.count { grow() }
        }
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
        while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        values = [Int16](repeating: LetterTable.absent, count: keys.count)
        for (key, value) in zip(old.0, old.1) where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }
}
