import Civic
import Programme
import Testing

@testable import Store

@Suite struct AnsweringTests {
    private static func at(_ milliseconds: Int64, _ key: String? = nil) -> Act {
        Act(actor: "hendra", at: TestStore.noon + milliseconds, key: key)
    }

    @Test(arguments: TestEngine.all)
    func `all certain ones are accepted at once, and taken back at once`(
        _ kind: TestEngine
    ) async throws {
        let sample = try await AnswerSample(kind)
        try await sample.upload(sample.drivers.map { AnswerSample.row(2, of: $0) })
        let before = try await sample.questions()
        let exact = try #require(before.counts[.exact])
        let list = try #require(before.list).id
        let city = sample.store.city
        let other = try await city.acceptExact(
            sample.ask, of: list + 1, in: nil, isOld: false, by: Self.at(0))
        #expect(other == nil)
        for wanted in [exact, 0] {
            let count = try await city.acceptExact(
                sample.ask, of: list, in: nil, isOld: false, by: Self.at(1, "bulk"))
            #expect(count == wanted)
        }
        #expect(try await sample.questions().total == before.total - exact)
        #expect(try await city.answerCounts(sample.ask) == AnswerCounts(yes: exact))
        let last = try #require(
            try await city.lastAnswer(sample.ask, by: "hendra", at: TestStore.noon + 2))
        #expect(last == LastAnswer(at: TestStore.noon + 1, count: exact, number: nil, answer: nil))
        let given = try await city.answers(sample.ask, limit: 500)
        #expect(given.count == exact && given.allSatisfy { $0.basis == "exact" })
        #expect(try await city.verifyJournal().fault == nil)
        let late = try await city.withdrawAnswers(
            sample.ask, givenAt: last.at, by: Self.at(600_001))
        #expect(late == nil)
        let others = try await city.withdrawAnswers(sample.ask, givenAt: last.at, by: .test())
        #expect(others == 0)
        let back = try await city.withdrawAnswers(
            sample.ask, givenAt: last.at, by: Self.at(600_000))
        #expect(back == exact)
        #expect(try await sample.questions().counts == before.counts)
        #expect(try await city.answerCounts(sample.ask) == AnswerCounts())
        #expect(try await city.lastAnswer(sample.ask, by: "hendra", at: TestStore.noon + 3) == nil)
        #expect(try await city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `one is answered once, by whoever comes first`(_ kind: TestEngine) async throws {
        let sample = try await AnswerSample(kind)
        let number = sample.drivers[0].number
        let no = AgencyAnswer(number: number, word: .no)
        let city = sample.store.city
        for _ in 1...2 {
            let outcome = try await city.answer(no, sample.ask, isOld: true, by: Self.at(0, "a"))
            #expect(outcome == .kept)
        }
        let second = try await city.answer(
            AgencyAnswer(number: number, word: .yes), sample.ask, isOld: false, by: .test())
        #expect(second == .answered(.no))
        let given = try await city.answers(sample.ask, limit: 9)
        #expect(given.map(\.basis) == ["old-reference"] && given.map(\.answer) == [.no])
        #expect(try await sample.store.count("confirmation") == 1)
        let taken = try await city.withdrawAnswers(
            sample.ask, givenAt: TestStore.noon, about: number, by: Self.at(1))
        #expect(taken == 1)
        let third = try await city.answer(
            AgencyAnswer(number: number, word: .unknown), sample.ask, isOld: false,
            by: Self.at(2))
        #expect(third == .kept)
        #expect(try await city.answerCounts(sample.ask) == AnswerCounts(unknown: 1))
    }

    @Test(arguments: TestEngine.all)
    func `nobody is answered about who was not asked about`(_ kind: TestEngine) async throws {
        let sample = try await AnswerSample(kind)
        let city = sample.store.city
        let vendor = try #require(
            sample.city.people.first {
                $0.occupation == "street_vendor" && $0.standing.outcome != .ineligible
            })
        let driver = sample.drivers[0]
        _ = try await city.decide(
            [
                CaseDecision(
                    number: driver.number, seen: 0, step: .refuse(reason: "A1"))
            ], in: .city, AnswerSample.policy, by: .test())
        for number in [vendor.number, driver.number, PersonNumber(prefix: "BKS", serial: 99_999)] {
            let outcome = try await city.answer(
                AgencyAnswer(number: number, word: .yes), sample.ask, isOld: false,
                by: Self.at(0))
            #expect(outcome == .unknown)
        }
        let traders = try await city.answer(
            AgencyAnswer(number: vendor.number, word: .yes), try AnswerSample.ask("traders"),
            isOld: false, by: Self.at(0))
        #expect(traders == .kept)
        #expect(try await sample.store.count("confirmation") == 1)
    }

    @Test(arguments: TestEngine.all)
    func `of several similar ones somebody must be chosen`(_ kind: TestEngine) async throws {
        let sample = try await AnswerSample(kind)
        let driver = try #require(sample.drivers.first { $0.birth != nil })
        try await sample.upload(
            ["X", "Y"].enumerated().map { place, letter in
                AnswerSample.row(
                    place + 2, of: driver, name: driver.name + letter, isNumbered: false)
            })
        let question = try #require(
            try await sample.questions(QuestionFilter(match: .twins)).questions.first {
                $0.number == driver.number.text
            })
        let city = sample.store.city
        for row in [nil, 9_999] {
            let outcome = try await city.answer(
                AgencyAnswer(number: driver.number, word: .yes, row: row), sample.ask,
                isOld: false, by: Self.at(0))
            #expect(outcome == .mustChoose)
        }
        let chosen = try await city.answer(
            AgencyAnswer(number: driver.number, word: .yes, row: question.found[1].row),
            sample.ask, isOld: false, by: Self.at(0))
        #expect(chosen == .kept)
    }

    @Test(arguments: TestEngine.all)
    func `who sees a person sees which agencies answered what`(_ kind: TestEngine) async throws {
        let sample = try await AnswerSample(kind)
        let driver = sample.drivers[0]
        let city = sample.store.city
        let before = try await city.caseQuestions(
            about: driver.number, in: .city, AnswerSample.policy)
        #expect(before?.agencies.map(\.agency) == ["transport"])
        #expect(before?.agencies.first?.answer == nil)
        _ = try await city.answer(
            AgencyAnswer(number: driver.number, word: .yes), sample.ask, isOld: true,
            by: Self.at(0))
        let after = try await city.caseQuestions(
            about: driver.number, in: .city, AnswerSample.policy)
        #expect(
            after?.agencies == [
                AskedAgency(
                    agency: "transport", answer: .yes, at: TestStore.noon, basis: "old-reference")
            ])
        let nowhere = try await city.caseQuestions(
            about: driver.number, in: .areas([]), AnswerSample.policy)
        #expect(nowhere == nil)
    }

    /// How long is printed, not judged: machines differ.
    @Test(arguments: TestEngine.all)
    func `five thousand are accepted in one act`(_ kind: TestEngine) async throws {
        let sample = try await AnswerSample(kind, people: 29_000, seed: 9)
        let drivers = sample.drivers
        let clock = ContinuousClock()
        let uploaded = try await clock.measure {
            try await sample.upload(
                drivers.enumerated().map { AnswerSample.row($0 + 2, of: $1) })
        }
        let list = try #require(try await sample.questions(limit: 1).list)
        let read = try await clock.measure { _ = try await sample.questions(limit: 100) }
        var count: Int?
        let accepted = try await clock.measure {
            count = try await sample.store.city.acceptExact(
                sample.ask, of: list.id, in: nil, isOld: false, by: Self.at(0))
        }
        print("measured \(kind): upload \(uploaded), page \(read), accept \(accepted)")
        #expect((count ?? 0) >= 5_000)
        #expect(try await sample.store.city.verifyJournal().fault == nil)
    }
}
