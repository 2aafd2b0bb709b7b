import Civic
import Testing

@testable import Programme

/// Which answer may hold, whatever is known.
struct AnswerSettlingTests {
    private static let day = Day(number: 20_454)

    @Test(arguments: MemberState.allCases)
    func anAnswerHoldsUnlessCoverHasEnded(_ state: MemberState) throws {
        let member = AnsweredMember(state: state, participant: "26000000009", cause: "A7")
        let number = try #require(ParticipantNumber("26000000001"))
        let accepted = AnswerSettling.after(
            .accepted(participant: number, from: Self.day), on: member)
        let refused = AnswerSettling.after(.refused(cause: "A4"), on: member)
        guard state != .ended else {
            #expect(accepted == nil && refused == nil)
            return
        }
        #expect(
            accepted
                == AnsweredMember(
                    state: .active, participant: "26000000001", activeFrom: Self.day))
        #expect(refused == AnsweredMember(state: .refused, cause: "A4"))
    }

    @Test(arguments: MemberState.allCases)
    func noAnswerEndsAnybody(_ state: MemberState) {
        let member = AnsweredMember(state: state)
        for word in [InsurerWord.ended, .unknown, .listed(participant: nil)] {
            #expect(AnswerSettling.after(word, on: member) == nil)
        }
    }

    @Test func endsAreAnsweredOnce() {
        var member = AnsweredMember(state: .ended, cause: "A13")
        func effect(_ word: InsurerWord) -> AnswerEffect {
            AnswerJudging.effect(of: word, on: member, isTaken: false)
        }
        #expect(effect(.unknown) == .end(.unknown))
        member = AnswerJudging.after(.unknown, .end(.unknown), on: member)
        #expect(effect(.unknown) == .known)
        #expect(effect(.ended) == .end(.ended))
        member = AnswerJudging.after(.ended, .end(.ended), on: member)
        #expect(effect(.ended) == .known && effect(.unknown) == .known)
        member.state = .active
        #expect(effect(.ended) == .conflict(.notEnded))
    }
}
