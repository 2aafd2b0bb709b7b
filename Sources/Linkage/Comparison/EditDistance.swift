/// Number of edits between two words: letters inserted, left out, changed, and neighbours swapped
/// (optimal string alignment), all cells of one column of the usual table at once in the bits of one
/// word (Hyyrö 2003).
struct EditDistance {
    /// Where more letters of the first word than this differ, each of the rest counts as an edit.
    static let lengthMax = 64
    /// For each letter the places where the first word has it; all zero between two calls.
    private let masks: UnsafeMutableBufferPointer<UInt64>

    /// Calls `body` with room for the letters of a word, so that none need be made for each pair.
    static func with<Result, Failure: Error>(
        _ body: (EditDistance) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) {
            (masks) throws(Failure) in
            masks.initialize(repeating: 0)
            return try body(EditDistance(masks: masks))
        }
    }

    func between(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var leftEnd = left.count
        var rightEnd = right.count
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            leftEnd -= 1
            rightEnd -= 1
        }
        let length = min(leftEnd - start, EditDistance.lengthMax)
        if length == 0 || rightEnd == start { return max(length, rightEnd - start) }
        // Letters, digits and the blank fall on places of their own among sixty-four.
        for index in 0..<length { masks[Int(left[start + index] & 63)] |= 1 << UInt64(index) }
        defer { for index in 0..<length { masks[Int(left[start + index] & 63)] = 0 } }
        return run(right, start..<rightEnd, length) + (leftEnd - start - length)
    }

    @inline(__always)
    private func run(
        _ right: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ length: Int
    ) -> Int {
        // Differences of neighbouring cells: vertical up and down, diagonal zero.
        var up: UInt64 = ~0
        var down: UInt64 = 0
        var diagonal: UInt64 = 0
        var before: UInt64 = 0
        var distance = length
        let last: UInt64 = 1 << UInt64(length - 1)
        for index in range {
            let mask = masks[Int(right[index] & 63)]
            let swapped = ((~diagonal & mask) << 1) & before
            diagonal = (((mask & up) &+ up) ^ up) | mask | down | swapped
            var acrossUp = down | ~(diagonal | up)
            var acrossDown = diagonal & up
            if acrossUp & last != 0 { distance += 1 }
            if acrossDown & last != 0 { distance -= 1 }
            acrossUp = acrossUp << 1 | 1
            acrossDown <<= 1
            up = acrossDown | ~(diagonal | acrossUp)
            down = acrossUp & diagonal
            before = mask
        }
        return distance
    }
}
