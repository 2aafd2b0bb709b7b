import Civic
import Programme
import Store
import Testing

@Suite struct DecidingTests {
    private static let policy = VerificationPolicy(
        confirmationsNeeded: 1, makerCounts: false, agencies: ["online_ojek": ["transport"]],
        deadlineDays: 5, escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3,
        oldReferenceDays: 365, source: Citation(id: "x", title: "x"))

    private static func store(
        _ kind: TestEngine, people: Int = 60
    ) async throws -> (TestStore, SampleCity) {
        let store = try await TestStore(kind)
        let city = SampleCity(people: people, seed: 5)
        try await store.city.importRun(city.run(verifiedBy: policy), by: .test())
        return (store, city)
    }

    private static func decision(
        _ number: PersonNumber, seen: Int = 0, _ step: CaseDecision.Step, _ work: WorkAnswer? = nil
    ) -> CaseDecision {
        CaseDecision(number: number, seen: seen, step: step, work: work)
    }

    private static func candidates(_ city: SampleCity) -> [ImportedPerson] {
        city.people.filter { $0.standing.outcome != .ineligible && $0.place?.level == .village }
    }

    @Test(arguments: TestEngine.all)
    func `nobody is approved without an answer about work`(_ kind: TestEngine) async throws {
        let (store, city) = try await Self.store(kind)
        let number = try #require(Self.candidates(city).first).number
        let bare = try await store.city.decide(
            [Self.decision(number, .approve)], in: .city, Self.policy, by: .test())
        #expect(bare == [.workMissing])
        let ill = try await store.city.decide(
            [Self.decision(number, .approve, .not)], in: .city, Self.policy, by: .test())
        #expect(ill == [.workMissing])
        let whole = try await store.city.decide(
            [Self.decision(number, .approve, .known)], in: .city, Self.policy, by: .test())
        #expect(whole == [.done(version: 1)])
        let events = try await store.city.caseEvents(about: number, in: .city)
        #expect(events.map(\.state) == [.approved])
        #expect(try await store.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `of two who decide one row the second is told of the first`(
        _ kind: TestEngine
    ) async throws {
        let (store, city) = try await Self.store(kind)
        let number = try #require(Self.candidates(city).first).number
        let late = Self.decision(number, .refuse(reason: "A1"))
        let dani = Act(actor: "dani", at: TestStore.noon)
        let first = try await store.city.decide([late], in: .city, Self.policy, by: dani)
        #expect(first == [.done(version: 1)])
        let second = try await store.city.decide(
            [Self.decision(number, .approve, .known)], in: .city, Self.policy, by: .test())
        guard case .conflict(let event) = second.first else {
            Issue.record("no conflict: \(second)")
            return
        }
        #expect((event.actor, event.reason) == ("dani", "A1"))
        #expect(try await store.city.caseEvents(about: number, in: .city).count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `two who decide a thousand rows at once decide each row once`(
        _ kind: TestEngine
    ) async throws {
        let (store, city) = try await Self.store(kind, people: 1_800)
        let numbers = Self.candidates(city).prefix(1_000).map(\.number)
        try #require(numbers.count > 500)
        let blocks = stride(from: 0, to: numbers.count, by: 10).map {
            Array(numbers[$0..<min($0 + 10, numbers.count)])
        }
        let shared = store.city
        let wins = try await withThrowingTaskGroup(of: Int.self) { group in
            for (actor, order) in [("yuni", blocks), ("dani", blocks.reversed())] {
                group.addTask {
                    var won = 0
                    for block in order {
                        let outcomes = try await shared.decide(
                            block.map { Self.decision($0, .approve, .known) }, in: .city,
                            Self.policy, by: Act(actor: actor, at: TestStore.noon))
                        for outcome in outcomes {
                            switch outcome {
                            case .done(let version):
                                #expect(version == 1)
                                won += 1
                            case .conflict(let event): #expect(event.actor != actor)
                            default: Issue.record("\(outcome)")
                            }
                        }
                    }
                    return won
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(wins == numbers.count)
        #expect(try await store.count("verification_event") == numbers.count)
    }

    @Test(arguments: TestEngine.all)
    func `a decision is taken back within its time, and back again`(
        _ kind: TestEngine
    ) async throws {
        let (store, city) = try await Self.store(kind)
        let number = try #require(Self.candidates(city).first).number
        _ = try await store.city.decide(
            [Self.decision(number, .field, .witnessed)], in: .city, Self.policy, by: .test())
        _ = try await store.city.decide(
            [Self.decision(number, seen: 1, .refuse(reason: "A10"), .not)], in: .city,
            Self.policy, by: .test())
        let late = Act(actor: "ratna", at: TestStore.noon + Int64(600_000))
        let tooLate = try await store.city.undoDecision(
            about: number, seen: 2, in: .city, Self.policy, by: late)
        #expect(tooLate == .tooLate)
        let inTime = Act(actor: "ratna", at: TestStore.noon + Int64(599_999))
        for seen in [2, 3] {
            let outcome = try await store.city.undoDecision(
                about: number, seen: seen, in: .city, Self.policy, by: inTime)
            #expect(outcome == .done(version: seen + 1))
        }
        let events = try await store.city.caseEvents(about: number, in: .city)
        #expect(events.map(\.state) == [.field, .refused, .field, .open])
        #expect(events.map(\.work) == [.witnessed, .not, .witnessed, nil])
        let nothing = try await store.city.undoDecision(
            about: number, seen: 4, in: .city, Self.policy, by: inTime)
        #expect(nothing == .tooLate)
    }

    @Test(arguments: TestEngine.all)
    func `what was decided outlives the next import`(_ kind: TestEngine) async throws {
        let (store, city) = try await Self.store(kind)
        let person = try #require(Self.candidates(city).first { $0.nik != nil })
        _ = try await store.city.decide(
            [Self.decision(person.number, .approve, .known)], in: .city, Self.policy, by: .test())
        try await store.city.confirm(
            [
                NewConfirmation(
                    number: person.number, source: "agency:transport", answer: .no, channel: .desk)
            ], in: .city, Self.policy, by: .test())
        let before = try await standing(person.number, store)
        // Everybody comes in another order, so that rows are numbered anew.
        let again = SampleCity(reversing: city)
        try await store.city.importRun(again.run(verifiedBy: Self.policy), by: .test("again"))
        let found = try #require(try await store.city.person(person.number, in: .city))
        #expect(found.summary.name == person.name)
        #expect(found.summary.nik == person.nik)
        #expect(try await standing(person.number, store) == before)
        #expect(before == "approved conflict 1")
    }

    private func standing(_ number: PersonNumber, _ store: TestStore) async throws -> String? {
        try await store.engine.read { reader throws(Problem) in
            try reader.first(
                "SELECT state, standing, version FROM verification_case WHERE number = $1",
                [.text(number.text)]
            ) { fields in "\(fields.text()) \(fields.text()) \(fields.int())" }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a candidate elsewhere is as good as none`(_ kind: TestEngine) async throws {
        let (store, city) = try await Self.store(kind)
        let person = try #require(Self.candidates(city).first)
        let other = try #require(SampleCity.villages.first { $0 != person.place })
        let scope = Scope.areas([other])
        let outcome = try await store.city.decide(
            [Self.decision(person.number, .approve, .known)], in: scope, Self.policy, by: .test())
        #expect(outcome == [.unknown])
        let undone = try await store.city.undoDecision(
            about: person.number, seen: 0, in: scope, Self.policy, by: .test())
        #expect(undone == .unknown)
        let kept = try await store.city.confirm(
            [NewConfirmation(number: person.number, source: "rw", answer: .no, channel: .paper)],
            in: scope, Self.policy, by: .test())
        #expect(kept.isEmpty)
        #expect(try await store.count("verification_event") == 0)
        #expect(try await store.count("confirmation") == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a request that is sent twice is carried out once`(_ kind: TestEngine) async throws {
        let (store, city) = try await Self.store(kind)
        let number = try #require(Self.candidates(city).first).number
        let decision = Self.decision(number, .approve, .known)
        for _ in 1...2 {
            let outcome = try await store.city.decide(
                [decision], in: .city, Self.policy, by: .test("one"))
            #expect(outcome == [.done(version: 1)])
        }
        #expect(try await store.count("verification_event") == 1)
    }
}
