import Civic
import Programme
import Testing

@Suite struct PaceTests {
    @Test func `nothing is foretold from too few decisions`() {
        #expect(Pace([]) == nil)
        #expect(Pace([0, 1000, 2000, 3000]) == nil)
        #expect(Pace([0, 1000, 2000, 3000, 4000])?.each == 1000)
    }

    @Test func `pauses do not count, and bulk does`() {
        let minute: Int64 = 60_000
        // Four gaps of 6 s and a lunch.
        let moments: [Int64] = [0, 6000, 12_000, 12_000 + 60 * minute, 18_000 + 60 * minute]
        #expect(Pace(moments)?.each == 6000)
        #expect(Pace(moments.reversed())?.time(for: 10) == 60_000)
        #expect(Pace([0, 20 * minute, 40 * minute, 60 * minute, 80 * minute]) == nil)
        #expect(Pace(Array(repeating: 7, count: 20))?.each == 1)
    }

    @Test func `only the last ones count`() {
        let slow = (0..<30).map { Int64($0) * 60_000 }
        let fast = (1...20).map { slow[29] + Int64($0) * 1000 }
        #expect(Pace(slow + fast)?.each == 1000)
        #expect(Pace(fast)?.time(for: .max) == .max)
    }
}
