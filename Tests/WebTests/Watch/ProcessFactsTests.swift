import Foundation
import Testing

@testable import Web

@Suite struct ProcessFactsTests {
    @Test func `a year of processor time is told`() {
        let year = timeval(tv_sec: 365 * 86_400, tv_usec: 999_999)
        #expect(ProcessFacts.microseconds(year) == 31_536_000_999_999)
    }

    @Test func `processor time grows with work`() {
        let before = ProcessFacts.processorTime
        var sum: UInt64 = 0
        while ProcessFacts.processorTime < before + 20_000 { sum &+= .random(in: 0...9) }
        #expect(ProcessFacts.processorTime > before, "\(sum)")
    }
}
