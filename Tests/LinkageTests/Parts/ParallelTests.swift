import Civic
import Testing

@testable import Linkage

struct ParallelTests {
    /// Units that take very different times, so that they end in another order than they began.
    @Test(arguments: [1, 2, 3, 8])
    func `results come in the order of the units, each once`(_ workers: Int) async {
        let found = await Parallel.map(units: 300, workers: workers, state: 0) { taken, unit in
            taken += 1
            var value = UInt64(unit)
            for _ in 0..<(unit % 7 == 0 ? 30_000 : 100) { value = SeededGenerator.mix(value) }
            return [unit, taken, Int(value & 1)]
        }
        #expect(found.map { $0[0] } == Array(0..<300))
        // A worker's state is its own, and goes from unit to unit.
        let begun = found.count { $0[1] == 1 }
        #expect((1...workers).contains(begun))
        #expect(found.reduce(0) { max($0, $1[1]) } >= 300 / workers)
    }

    @Test func `nothing to do gives nothing`() async {
        let found = await Parallel.map(units: 0, workers: 4) { unit in unit }
        #expect(found.isEmpty)
        #expect(Parallel.ranges(of: 0, size: 5) == [])
    }

    @Test func `ranges cover every element once`() {
        for count in 0...40 {
            for size in 1...9 {
                let ranges = Parallel.ranges(of: count, size: size)
                #expect(ranges.flatMap { Array($0) } == Array(0..<count))
                #expect(ranges.allSatisfy { (1...size).contains($0.count) })
            }
        }
    }
}
