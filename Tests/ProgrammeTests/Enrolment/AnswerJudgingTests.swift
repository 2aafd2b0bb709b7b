import Civic
import Testing

@testable import Programme

/// What was decided once is never overwritten by a row.
struct AnswerJudgingTests {
    private static let day = Day(number: 20_454)
    private static let words: [InsurerWord] = [
        accepted("26000000001"), accepted("26000000002"), accepted("26000000001", day + 1),
        .refused(cause: "A4"), .refused(cause: "A7"), .listed(participant: nil),
    ]

    private static func accepted(_ number: String, _ day: Day = day) -> InsurerWord {
        guard let number = ParticipantNumber(number) else { return .listed(participant: nil) }
        return .accepted(participant: number, from: day)
    }

    private static let active = AnsweredMember(
        state: .active, participant: "26000000001", activeFrom: day)
    private static let refused = AnsweredMember(state: .refused, cause: "A4")

    @Test(arguments: [
        (AnsweredMember(state: .enrolled), words[0], AnswerEffect.accept),
        (AnsweredMember(state: .enrolled), words[3], .refuse),
        (AnsweredMember(state: .enrolled), words[5], .known),
        (
            AnsweredMember(state: .enrolled, participant: "26000000002"), words[0],
            .conflict(.otherParticipant)
        ),
        (AnsweredMember(state: .determined), words[0], .conflict(.notSent)),
        (AnsweredMember(state: .determined), words[3], .conflict(.notSent)),
        (active, words[0], .known),
        (active, words[1], .conflict(.otherParticipant)),
        (active, words[2], .conflict(.otherStart)),
        (active, words[3], .conflict(.refusedAfterAcceptance)),
        (refused, words[3], .known),
        (refused, words[4], .conflict(.otherCause)),
        (refused, words[0], .conflict(.acceptedAfterRefusal)),
        (AnsweredMember(state: .ended, participant: "26000000001"), words[0], .known),
        (AnsweredMember(state: .ended), words[0], .conflict(.ended)),
        (AnsweredMember(state: .ended), words[3], .conflict(.ended)),
    ])
    func effects(_ member: AnsweredMember, _ word: InsurerWord, _ effect: AnswerEffect) {
        #expect(AnswerJudging.effect(of: word, on: member, isTaken: false) == effect)
    }

    @Test func aNumberOfSomebodyElseIsNotTaken() {
        let effect = AnswerJudging.effect(
            of: Self.words[0], on: AnsweredMember(state: .enrolled), isTaken: true)
        #expect(effect == .conflict(.participantTaken))
    }

    /// Whatever comes in whatever order: states go only where they may, and once a row has had its
    /// effect, it says what is known.
    @Test func repeatsChangeNothing() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<5_000 {
            var member = AnsweredMember(state: .enrolled)
            for _ in 0..<6 {
                let word = Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
                let effect = AnswerJudging.effect(of: word, on: member, isTaken: false)
                let after = AnswerJudging.after(word, effect, on: member)
                if after.state != member.state {
                    #expect(member.state.next.contains(after.state))
                    #expect(AnswerJudging.effect(of: word, on: after, isTaken: false) == .known)
                } else {
                    #expect(after == member)
                }
                member = after
            }
        }
    }
}
