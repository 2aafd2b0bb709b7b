import Civic
import Foundation
import Testing

@testable import Linkage

struct RadixSortTests {
    @Test(arguments: [0, 1, 2, 3, 100, 4_095, 4_096, 4_097, 30_000])
    func `sorts by key and keeps the order of rows`(_ count: Int) {
        for bits in [2, 8, 17, 32] as [UInt64] {
            var generator = SeededGenerator(seed: UInt64(count) + bits)
            var rows = (0..<count).map { row in
                KeyedRow(key: UInt32(generator.next() >> (64 - bits)), row: UInt32(row))
            }
            let expected = rows.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
            RadixSort.sort(&rows)
            #expect(rows.map(\.key) == expected.map(\.key))
            #expect(rows.map(\.row) == expected.map(\.row))
        }
    }

    @Test func `logarithms and powers agree with those of the system`() {
        var generator = SeededGenerator(seed: 221)
        for _ in 0..<5_000 {
            let value = Double.random(in: 0.000_001...1_000_000, using: &generator)
            #expect(abs(Bits.log2(value) - Foundation.log2(value)) < 0.000_01)
            let bits = Double.random(in: -60...60, using: &generator)
            #expect(abs(Bits.exp2(bits) / Foundation.exp2(bits) - 1) < 0.000_01)
        }
        #expect(Bits.log2(0.0) < -1_000)
        #expect(Bits.exp2(-5_000) == 0)
        #expect(Bits.exp2(5_000) > 1e300)
        #expect(abs(Bits.probability(0) - 0.5) < 0.000_001)
        #expect(abs(Bits.probability(3) - 8.0 / 9) < 0.000_001)
    }
}
