/// The levels of all fields of one pair, eight bits each.
struct Pattern: Hashable, Sendable {
    /// Fields 0 to 7.
    private(set) var low: UInt64 = 0
    /// Fields 8 to 15.
    private(set) var high: UInt64 = 0

    @inline(__always)
    func level(_ field: Field) -> Int {
        let place = field.rawValue
        return Int(truncatingIfNeeded: (place < 8 ? low : high) >> UInt64((place & 7) * 8) & 0xFF)
    }

    /// Sets a level that was not set before.
    @inline(__always)
    mutating func set(_ field: Field, _ level: UInt8) {
        let bits = UInt64(level) << UInt64((field.rawValue & 7) * 8)
        if field.rawValue < 8 { low |= bits } else { high |= bits }
    }
}
