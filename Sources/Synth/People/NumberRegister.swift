/// The sixteen-digit numbers already given out: a set that never forgets, in flat memory.
struct NumberRegister {
    private var slots: [UInt64]
    private let mask: Int

    /// - Parameter capacity: how many numbers will be given out at most.
    init(capacity: Int) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        mask = size - 1
    }

    /// Whether the number was free; it is taken afterwards.
    mutating func take(_ number: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: (number &* 0x9e37_79b9_7f4a_7c15) >> 20) & mask
        while slots[slot] != 0 {
            if slots[slot] == number { return false }
            slot = (slot + 1) & mask
        }
        slots[slot] = number
        return true
    }

    /// Takes the first free number at or after `serial` under a twelve-digit head; nil when the
    /// head is used up.
    mutating func take(head: UInt64, from serial: Int) -> UInt64? {
        for candidate in max(serial, 1)...9999 where take(head * 10_000 + UInt64(candidate)) {
            return head * 10_000 + UInt64(candidate)
        }
        return nil
    }
}
