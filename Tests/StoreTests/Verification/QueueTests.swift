import Civic
import Programme
import Testing

@testable import Store

@Suite struct QueueTests {
    static let policy = VerificationPolicy(
        confirmationsNeeded: 1, makerCounts: false, agencies: ["online_ojek": ["transport"]],
        deadlineDays: 5, escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3,
        oldReferenceDays: 365, source: Citation(id: "x", title: "x"))
    private static let sample = SampleCity(people: 400, seed: 31)

    private static let scopes: [Scope] = [
        .city, .areas([SampleCity.villages[0]]), .areas([SampleCity.districts[1]]),
        .areas([SampleCity.villages[0], SampleCity.villages[4], SampleCity.districts[2]]),
        .areas([]), .agency("transport"),
        Scope(agency: "welfare", areas: [SampleCity.districts[0]]),
    ]

    /// Decided by chance; what the oracle knows of each case.
    private struct Facts {
        var state = CaseState.open
        var work: WorkAnswer?
    }

    private static func store(
        _ kind: TestEngine
    ) async throws -> (TestStore, [String: Facts]) {
        let store = try await TestStore(kind)
        try await store.city.importRun(sample.run(verifiedBy: policy), by: .test())
        var random = SeededGenerator(seed: 32)
        var facts: [String: Facts] = [:]
        var decisions: [CaseDecision] = []
        for person in sample.people where person.standing.outcome != .ineligible {
            var fact = Facts()
            let choice = Int.random(in: 0..<8, using: &random)
            let steps: [(CaseDecision.Step, WorkAnswer?, CaseState)?] = [
                (.approve, .known, .approved), (.approve, .witnessed, .approved),
                (.refuse(reason: "A10"), .not, .refused), (.field, nil, .field),
                (.work, .known, .open), nil, nil, nil,
            ]
            if let (step, work, state) = steps[choice] {
                fact = Facts(state: state, work: work)
                decisions.append(
                    CaseDecision(number: person.number, seen: 0, step: step, work: work))
            }
            facts[person.number.text] = fact
        }
        let outcomes = try await store.city.decide(decisions, in: .city, policy, by: .test())
        #expect(outcomes.allSatisfy { $0 == .done(version: 1) })
        return (store, facts)
    }

    private static func filters(_ random: inout SeededGenerator) -> [CaseFilter] {
        var filters = [CaseFilter()]
        for _ in 0..<40 {
            var filter = CaseFilter()
            filter.states = Set(
                CaseState.allCases.filter { _ in Bool.random(using: &random) })
            if Int.random(in: 0..<3, using: &random) == 0 {
                filter.lane = CaseLane.allCases.randomElement(using: &random)
            }
            if Int.random(in: 0..<3, using: &random) == 0 {
                filter.rw = Int.random(in: 1...8, using: &random)
            }
            if Int.random(in: 0..<3, using: &random) == 0 { filter.occupation = "online_ojek" }
            if Int.random(in: 0..<3, using: &random) == 0 {
                filter.isAnswered = Bool.random(using: &random)
            }
            if Int.random(in: 0..<3, using: &random) == 0 { filter.search = .name("S") }
            if Int.random(in: 0..<3, using: &random) == 0 {
                filter.place = (SampleCity.villages + SampleCity.districts)
                    .randomElement(using: &random)
            }
            filters.append(filter)
        }
        var nik = CaseFilter()
        nik.states = []
        nik.search = sample.people.first { $0.nik != nil }?.nik.map { .nik($0) }
        return filters + [nik]
    }

    private static func expected(
        _ filter: CaseFilter, _ scope: Scope, _ facts: [String: Facts]
    ) -> [String] {
        let oracle = PeopleOracle(people: sample.people)
        var wide = PersonFilter()
        wide.place = filter.place
        wide.search = filter.search
        wide.occupation = filter.occupation
        let seen = Set(oracle.list(wide, scope))
        let kept = sample.people.filter { person in
            guard seen.contains(person.number.text), let fact = facts[person.number.text] else {
                return false
            }
            let lane: CaseLane = person.standing.outcome == .eligible ? .ready : .look
            return (filter.states.isEmpty || filter.states.contains(fact.state))
                && filter.lane ?? lane == lane && filter.rw ?? person.rw == person.rw
                && filter.isAnswered ?? (fact.work != nil) == (fact.work != nil)
        }
        return kept.sorted { left, right in
            let names = (
                Array(NameSpelling.canonical(left.name).utf8),
                Array(NameSpelling.canonical(right.name).utf8)
            )
            return names.0 == names.1
                ? left.number.text < right.number.text : names.0.lexicographicallyPrecedes(names.1)
        }.map(\.number.text)
    }

    @Test(arguments: TestEngine.all)
    func `every list is that of looking at each case, and paging meets each once`(
        _ kind: TestEngine
    ) async throws {
        let (store, facts) = try await Self.store(kind)
        var random = SeededGenerator(seed: 33)
        for filter in Self.filters(&random) {
            for scope in Self.scopes {
                let expected = Self.expected(filter, scope, facts)
                var met: [String] = []
                var position: PagePosition? = .first
                var last = PagePosition.first
                while let here = position {
                    let page = try await store.city.cases(
                        matching: filter, in: scope, at: here, limit: 40)
                    #expect(page.total == expected.count, "\(filter) \(scope)")
                    met += page.cases.map(\.person.number)
                    (last, position) = (here, page.next)
                }
                #expect(met == expected, "\(filter) \(scope)")
                let end = try await store.city.cases(
                    matching: filter, in: scope, at: last, limit: 40)
                var back = end.cases.map(\.person.number)
                position = end.previous
                while let here = position {
                    let page = try await store.city.cases(
                        matching: filter, in: scope, at: here, limit: 40)
                    back = page.cases.map(\.person.number) + back
                    position = page.previous
                }
                #expect(back == expected, "\(filter) \(scope)")
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `what is left and what was done are counted for each scope`(
        _ kind: TestEngine
    ) async throws {
        let (store, facts) = try await Self.store(kind)
        for scope in Self.scopes {
            var all = CaseFilter()
            all.states = []
            let seen = Self.expected(all, scope, facts)
            let counts = try await store.city.queueCounts(
                in: scope, of: "ratna", since: TestStore.noon)
            #expect(counts.waiting == seen.count { facts[$0]?.state == .open })
            #expect(counts.inField == seen.count { facts[$0]?.state == .field })
            #expect(counts.doneByAll == seen.count { facts[$0]?.state != .open })
        }
        let own = try await store.city.queueCounts(in: .city, of: "ratna", since: TestStore.noon)
        #expect(own.doneByMe == facts.values.count { $0.state != .open })
        #expect(own.moments.count == min(own.doneByMe, Pace.decisionsMax))
        let tomorrow = TestStore.noon + Int64(86_400_000)
        for (actor, since) in [("ratna", tomorrow), ("dani", TestStore.noon)] {
            let counts = try await store.city.queueCounts(in: .city, of: actor, since: since)
            #expect(counts.doneByMe == 0 && counts.moments.isEmpty)
        }
    }

    @Test(arguments: TestEngine.all)
    func `the last own decision is taken back first, and nobody else's`(
        _ kind: TestEngine
    ) async throws {
        let store = try await TestStore(kind)
        try await store.city.importRun(Self.sample.run(verifiedBy: Self.policy), by: .test())
        let numbers = Self.sample.people.filter { $0.standing.outcome == .eligible }
            .prefix(3).map(\.number)
        func act(_ actor: String, _ second: Int64, _ key: String? = nil) -> Act {
            Act(actor: actor, at: TestStore.noon + second * 1000, key: key)
        }
        func decide(_ number: PersonNumber, _ act: Act, seen: Int = 0) async throws {
            let outcome = try await store.city.decide(
                [CaseDecision(number: number, seen: seen, step: .approve, work: .known)],
                in: .city, Self.policy, by: act)
            #expect(outcome == [.done(version: seen + 1)])
        }
        try await decide(numbers[0], act("yuni", 1))
        try await decide(numbers[1], act("yuni", 2))
        try await decide(numbers[2], act("dani", 3))
        try await decide(numbers[1], act("dani", 4), seen: 1)
        // Dani decided over the second, so Yuni's last that counts is the first.
        for _ in 1...2 {
            let undone = try await store.city.undoLast(
                in: .city, Self.policy, by: act("yuni", 5, "k"))
            #expect(undone?.number == numbers[0] && undone?.version == 2)
        }
        let nothing = try await store.city.undoLast(in: .city, Self.policy, by: act("yuni", 6))
        #expect(nothing == nil)
        let elsewhere = try await store.city.undoLast(
            in: .areas([]), Self.policy, by: act("dani", 7))
        #expect(elsewhere == nil)
        let late = try await store.city.undoLast(in: .city, Self.policy, by: act("dani", 605))
        #expect(late == nil)
        #expect(try await store.city.verifyJournal().fault == nil)
        #expect(try await store.count("verification_event") == 5)
    }

    @Test(arguments: TestEngine.all)
    func `a case is told whole, and only within the scope`(_ kind: TestEngine) async throws {
        let (store, _) = try await Self.store(kind)
        let person = try #require(
            Self.sample.people.first {
                $0.place?.level == .village && $0.standing.outcome != .ineligible
            })
        let village = try #require(person.place)
        let other = try #require(SampleCity.villages.first { $0 != village })
        for scope in [Scope.areas([other]), .areas([])] {
            #expect(try await store.city.caseFile(person.number, in: scope) == nil)
            #expect(try await store.city.queueCase(person.number, in: scope) == nil)
            #expect(try await store.city.queueCases([person.number], in: scope).isEmpty)
            #expect(try await store.city.recordedCases(of: village, in: scope).isEmpty)
        }
        try await store.city.confirm(
            [NewConfirmation(number: person.number, source: "rw", answer: .yes, channel: .paper)],
            in: .city, Self.policy, by: .test())
        let file = try #require(try await store.city.caseFile(person.number, in: .areas([village])))
        #expect(file.record.summary == file.listed.person)
        #expect(file.facts.answer(of: "rw") == .yes)
        #expect(file.events.count == file.listed.version)
    }

    @Test(arguments: TestEngine.all)
    func `the record holds every case of the village with reason and witness`(
        _ kind: TestEngine
    ) async throws {
        let (store, facts) = try await Self.store(kind)
        let village = SampleCity.villages[2]
        let cases = try await store.city.recordedCases(of: village, in: .city)
        var all = CaseFilter()
        all.states = []
        #expect(
            Set(cases.map(\.number)) == Set(Self.expected(all, .areas([village]), facts)))
        #expect(cases.map { $0.rw ?? 0 } == cases.map { $0.rw ?? 0 }.sorted())
        for found in cases {
            #expect(found.state == facts[found.number]?.state)
            #expect(found.work == facts[found.number]?.work)
            #expect((found.reason != nil) == (found.state == .refused))
        }
    }

    /// A list must never look at every case, nor sort more than the page.
    @Test(arguments: [
        Scope.areas([SampleCity.villages[0]]), .areas([SampleCity.districts[0]]), .city,
    ])
    func `a list is a walk along an index`(scope: Scope) async throws {
        let (store, _) = try await Self.store(.sqlite)
        for position in [nil, CaseQuery.Key(name: "M", number: "BKS-0000-00")] {
            var filter = CaseFilter()
            filter.lane = .ready
            filter.rw = 3
            filter.occupation = "online_ojek"
            filter.isAnswered = false
            let query = CaseQuery(filter: filter, scope: scope, sealer: store.city.sealer)
            let plan = try await store.engine.read { reader throws(Problem) in
                var sql = SQLText()
                let text = query.text(from: position, .forward, limit: 101, &sql) ?? ""
                return try reader.all("EXPLAIN QUERY PLAN \(text)", sql.values) { fields in
                    (fields.int(), fields.int(), fields.int(), fields.text()).3
                }
            }
            #expect(plan.contains { $0.hasPrefix("SEARCH c USING COVERING INDEX case_by_") })
            #expect(!plan.contains { $0.hasPrefix("SCAN c") || $0.hasPrefix("SCAN p ") }, "\(plan)")
            #expect(!plan.contains { $0.contains("SCAN verification") }, "\(plan)")
            // Only the page is sorted: its keys, and its rows.
            #expect(plan.count { $0.contains("TEMP B-TREE") } <= 2, "\(plan)")
        }
    }
}
