import Civic
import Programme
import Testing

/// Testing has a confirmation of its own.
private typealias Word = Programme.Confirmation

@Suite struct VerificationPolicyTests {
    private let policy = VerificationPolicy(
        confirmationsNeeded: 1, makerCounts: false, agencies: ["ojek": ["dishub"]],
        deadlineDays: 5, escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3,
        oldReferenceDays: 365, source: Citation(id: "x", title: "x"))

    private func facts(
        _ state: CaseState, work: WorkAnswer? = .known, occupation: String? = nil,
        maker: String? = nil, decider: String? = "yuni", _ words: (String, Word.Answer)...
    ) -> CaseFacts {
        CaseFacts(
            state: state, work: work, occupation: occupation, maker: maker, decider: decider,
            confirmations: words.map { Word(source: $0.0, answer: $0.1, actor: "a") })
    }

    @Test func `an approval by somebody else than the proposer is enough`() {
        #expect(policy.standing(facts(.approved, maker: "dani")) == .verified)
        #expect(policy.standing(facts(.approved)) == .verified)
    }

    @Test func `whoever proposed somebody does not confirm himself`() {
        let own = facts(.approved, maker: "yuni")
        #expect(policy.standing(own) == .confirming)
        #expect(policy.missing(own) == [.confirmations(1)])
        #expect(policy.standing(facts(.approved, maker: "yuni", ("rw", .yes))) == .verified)
        #expect(policy.standing(facts(.approved, maker: "yuni", ("rw", .unknown))) == .confirming)
        #expect(policy.standing(facts(.approved, maker: "yuni", ("manager", .yes))) == .confirming)
    }

    @Test func `an agency that must answer is waited for, and may not know`() {
        #expect(policy.standing(facts(.approved, occupation: "ojek")) == .confirming)
        #expect(policy.missing(facts(.approved, occupation: "ojek")) == [.agency("dishub")])
        for answer in [Word.Answer.yes, .unknown] {
            let answered = facts(.approved, occupation: "ojek", ("agency:dishub", answer))
            #expect(policy.standing(answered) == .verified)
        }
        let withdrawn = facts(.approved, occupation: "ojek", ("agency:dishub", .withdrawn))
        #expect(policy.standing(withdrawn) == .confirming)
    }

    @Test func `a no is a conflict until the manager settles it`() {
        let objected = facts(.approved, ("rw", .no))
        #expect(policy.standing(objected) == .conflict)
        #expect(policy.objectors(objected) == ["rw"])
        #expect(policy.standing(facts(.approved, ("rw", .no), ("manager", .yes))) == .verified)
        #expect(policy.standing(facts(.approved, work: .not)) == .conflict)
    }

    /// Everything that can be said, against a rule written once more from the sentences of the plan.
    @Test func `every combination is judged as the sentences say`() {
        let answers: [Word.Answer?] = [nil, .yes, .no, .unknown, .withdrawn]
        for state in CaseState.allCases {
            for work in [nil] + WorkAnswer.allCases.map({ Optional($0) }) {
                for rw in answers {
                    for agency in answers {
                        for manager in answers {
                            for maker in [nil, "yuni", "dani"] {
                                var words: [Word] = []
                                for (source, answer) in [
                                    ("rw", rw), ("agency:dishub", agency), ("manager", manager),
                                ] {
                                    if let answer {
                                        words.append(
                                            Word(
                                                source: source, answer: answer, actor: "a"))
                                    }
                                }
                                let facts = CaseFacts(
                                    state: state, work: work, occupation: "ojek", maker: maker,
                                    decider: "yuni", confirmations: words)
                                #expect(
                                    policy.standing(facts)
                                        == expected(state, work, rw, agency, manager, maker))
                            }
                        }
                    }
                }
            }
        }
    }

    private func expected(
        _ state: CaseState, _ work: WorkAnswer?, _ rw: Word.Answer?,
        _ agency: Word.Answer?, _ manager: Word.Answer?, _ maker: String?
    ) -> CaseStanding {
        guard state == .approved else { return CaseStanding(rawValue: state.rawValue) ?? .verified }
        if manager != .yes, rw == .no || agency == .no || manager == .no || work == .not {
            return .conflict
        }
        guard work == .known || work == .witnessed else { return .confirming }
        guard let agency, agency != .withdrawn else { return .confirming }
        return maker != "yuni" || rw == .yes || agency == .yes ? .verified : .confirming
    }
}
