import Civic
import Testing

@testable import Linkage

struct PackedDigitsTests {
    private func packed(_ digits: [Int]) -> UInt64 {
        PackedDigits.pack(digits.reduce(0) { $0 * 10 + UInt64($1) })
    }

    private func random(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
        [Int.random(in: 1...9, using: &generator)]
            + (1..<count).map { _ in Int.random(in: 0...9, using: &generator) }
    }

    @Test func `packs four bits a digit`() {
        #expect(PackedDigits.pack(3_275_011_708_850_001) == 0x3275_0117_0885_0001)
        #expect(PackedDigits.pack(0) == 0)
        #expect(PackedDigits.pack(327_501) == 0x32_7501)
    }

    @Test func `counts digits that differ`() {
        var generator = SeededGenerator(seed: 201)
        for _ in 0..<2_000 {
            let left = random(16, &generator)
            let right = left.map {
                Bool.random(using: &generator) ? $0 : Int.random(in: 0...9, using: &generator)
            }
            let mask = PackedDigits.differences(packed(left), packed(right))
            let different = left.indices.filter { left[$0] != right[$0] }
            #expect(mask.nonzeroBitCount == different.count)
            #expect(different.allSatisfy { mask >> UInt64((15 - $0) * 4) & 1 == 1 })
        }
    }

    @Test func `a slip is one digit or two swapped neighbours`() {
        var generator = SeededGenerator(seed: 202)
        var wrong: [String] = []
        for _ in 0..<20_000 {
            let left = random(16, &generator)
            var right = left
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                let position = Int.random(in: 0..<15, using: &generator)
                if Bool.random(using: &generator) {
                    right.swapAt(position, position + 1)
                } else {
                    right[position] = Int.random(in: 0...9, using: &generator)
                }
            }
            let isSlip = PackedDigits.isSlip(packed(left), packed(right))
            if isSlip != SlowDigits.isSlip(left, right) { wrong.append("\(left) \(right)") }
        }
        #expect(wrong.prefix(3) == [])
    }

    @Test(arguments: [15, 17])
    func `one digit left out or typed twice`(_ count: Int) {
        var generator = SeededGenerator(seed: UInt64(203 + count))
        var wrong: [String] = []
        for _ in 0..<20_000 {
            let full = random(16, &generator)
            var typed = full
            let position = Int.random(in: 1...15, using: &generator)
            if count == 15 {
                typed.remove(at: position)
            } else {
                typed.insert(Int.random(in: 0...9, using: &generator), at: position)
            }
            if Int.random(in: 0...2, using: &generator) == 0 {
                typed[Int.random(in: 1..<count, using: &generator)] = 7
            }
            let number = typed.reduce(0) { $0 * 10 + UInt64($1) }
            let found = PackedDigits.isMissingOrExtra(
                packed(full), PackedDigits.pack(number), count: count)
            if found != SlowDigits.isOneAway(full, typed) { wrong.append("\(full) \(typed)") }
        }
        #expect(wrong.prefix(3) == [])
        #expect(!PackedDigits.isMissingOrExtra(0x1234, 0x1234, count: 16))
        #expect(!PackedDigits.isMissingOrExtra(0x1234, 0x1234, count: 14))
    }
}

private enum SlowDigits {
    static func isSlip(_ left: [Int], _ right: [Int]) -> Bool {
        let different = left.indices.filter { left[$0] != right[$0] }
        if different.count == 1 { return true }
        guard different.count == 2, different[1] == different[0] + 1 else { return false }
        return left[different[0]] == right[different[1]]
            && left[different[1]] == right[different[0]]
    }

    /// Whether the longer row of digits is the shorter one with one digit more.
    static func isOneAway(_ left: [Int], _ right: [Int]) -> Bool {
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        return long.indices.contains { position in
            var rest = long
            rest.remove(at: position)
            return rest == short
        }
    }
}
