import Testing

@testable import Programme

struct MemberStateTests {
    /// Nobody is insured by a state alone: every way to being active leads over a decree and the
    /// insurer.
    @Test func onlyWhoWasSentBecomesActive() {
        let before = MemberState.allCases.filter { $0.next.contains(.active) }
        #expect(before == [.enrolled])
        #expect(MemberState.allCases.filter { $0.next.contains(.enrolled) } == [.determined])
    }

    @Test func whoeverLeftComesBackByAnotherDecreeOnly() {
        for state in MemberState.allCases where !state.isStanding {
            #expect(state.next == [.determined])
        }
    }

    @Test func whoeverStandsCanEnd() {
        for state in MemberState.allCases where state.isStanding {
            #expect(state.next.contains(.ended))
        }
    }
}
