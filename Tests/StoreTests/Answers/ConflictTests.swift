import Civic
import Programme
import Store
import Testing

@Suite struct ConflictTests {
    /// A driver whom the kelurahan approves and the agency does not know.
    private static func disputed(
        _ kind: TestEngine
    ) async throws -> (AnswerSample, ImportedPerson) {
        let sample = try await AnswerSample(kind)
        let driver = try #require(sample.drivers.first { $0.place?.level == .village })
        _ = try await sample.store.city.decide(
            [CaseDecision(number: driver.number, seen: 0, step: .approve, work: .known)],
            in: .city, AnswerSample.policy, by: Act(actor: "yuni", at: TestStore.noon))
        _ = try await sample.store.city.answer(
            AgencyAnswer(number: driver.number, word: .no), sample.ask, isOld: false,
            by: Act(actor: "hendra", at: TestStore.noon + 5))
        return (sample, driver)
    }

    private static func settle(
        _ sample: AnswerSample, _ driver: ImportedPerson, _ settlement: Settlement,
        seen: Int = 1, in scope: Scope = .city, key: String? = nil
    ) async throws -> CaseOutcome {
        try await sample.store.city.settle(
            driver.number, seen: seen, settlement, in: scope, AnswerSample.policy,
            by: Act(actor: "ratna", at: TestStore.noon + 60_000, key: key))
    }

    @Test(arguments: TestEngine.all)
    func `both sides are shown with who and when`(_ kind: TestEngine) async throws {
        let (sample, driver) = try await Self.disputed(kind)
        let list = try await sample.store.city.conflicts(in: .city, limit: 5)
        #expect(list.total == 1 && list.next == nil)
        let conflict = try #require(list.conflicts.first)
        #expect(conflict.person.number == driver.number.text && conflict.version == 1)
        #expect(conflict.decision?.actor == "yuni" && conflict.decision?.kind == .approve)
        #expect(conflict.words.map(\.source) == ["agency:transport"])
        #expect(conflict.words.map(\.actor) == ["hendra"] && conflict.words[0].answer == .no)
        #expect(try await sample.store.city.conflicts(in: .areas([]), limit: 5).total == 0)
    }

    @Test(arguments: TestEngine.all)
    func `it is upheld once`(_ kind: TestEngine) async throws {
        let (sample, driver) = try await Self.disputed(kind)
        let outside = try await Self.settle(sample, driver, .uphold, in: .areas([]))
        #expect(outside == .unknown)
        for _ in 1...2 {
            let outcome = try await Self.settle(sample, driver, .uphold, key: "one")
            #expect(outcome == .done(version: 1))
        }
        #expect(try await sample.standing(driver.number) == "verified")
        let again = try await Self.settle(sample, driver, .refuse(reason: "A9"))
        #expect(again == .tooLate)
        #expect(try await sample.store.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `it ends in a refusal with a reason`(_ kind: TestEngine) async throws {
        let (sample, driver) = try await Self.disputed(kind)
        let unseen = try await Self.settle(sample, driver, .refuse(reason: "A9"), seen: 0)
        guard case .conflict(let event) = unseen else {
            Issue.record("\(unseen)")
            return
        }
        #expect(event.actor == "yuni")
        let outcome = try await Self.settle(sample, driver, .refuse(reason: "A9"))
        #expect(outcome == .done(version: 2))
        #expect(try await sample.standing(driver.number) == "refused")
        let events = try await sample.store.city.caseEvents(about: driver.number, in: .city)
        #expect(events.last?.reason == "A9" && events.last?.actor == "ratna")
    }

    @Test(arguments: TestEngine.all)
    func `the agency is asked anew`(_ kind: TestEngine) async throws {
        let (sample, driver) = try await Self.disputed(kind)
        let waiting = try await sample.questions().total
        #expect(try await Self.settle(sample, driver, .askAgain) == .done(version: 1))
        #expect(try await sample.questions().total == waiting + 1)
        #expect(try await sample.standing(driver.number) == "confirming")
    }

    @Test(arguments: TestEngine.all)
    func `the neighbourhood is asked anew where it objects`(_ kind: TestEngine) async throws {
        let (sample, driver) = try await Self.disputed(kind)
        try await sample.store.city.confirm(
            [NewConfirmation(number: driver.number, source: "rw", answer: .no, channel: .paper)],
            in: .city, AnswerSample.policy, by: .test())
        #expect(try await Self.settle(sample, driver, .askAgain) == .done(version: 2))
        #expect(try await sample.standing(driver.number) == "field")
    }

    @Test(arguments: TestEngine.all)
    func `tasks count what lies in the scope`(_ kind: TestEngine) async throws {
        let (sample, driver) = try await Self.disputed(kind)
        let city = sample.store.city
        #expect(try await city.waitingCases(standing: .conflict, in: .city).count == 1)
        let village = try #require(driver.place)
        let there = try await city.waitingCases(standing: .conflict, in: .areas([village]))
        #expect(there.count == 1)
        let open = try await city.waitingCases(standing: .open, in: .city)
        let all = try await sample.store.count("verification_case")
        #expect(open.count == all - 1 && open.due == SampleCity.asOf + 7)
        #expect(open.oldest == Day.jakarta(at: TestStore.noon))
        let day = SampleCity.asOf + 7
        #expect(try await city.lateCases(dueBy: day, in: .city).count == all)
        #expect(try await city.lateCases(dueBy: day + -1, in: .city) == .nothing)
        let asked = try await city.waitingQuestions(sample.ask)
        #expect(asked.count == sample.drivers.count - 1)
        let pairs = sample.city.pairs.filter { $0.state == .open }
        #expect(try await city.waitingPairs(in: .city).count == 0 || !pairs.isEmpty)
        #expect(try await city.waitingPairs(in: .areas([])).count == 0)
    }
}
