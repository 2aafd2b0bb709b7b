import Civic
import Store
import Testing

@Suite struct PeopleTests {
    private let sample = SampleCity(people: 500, seed: 21)
    private var oracle: PeopleOracle { PeopleOracle(people: sample.people) }

    private func store(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        try await store.city.importRun(sample.run(), by: .test())
        return store
    }

    /// Whole city, one place, several places, places inside places, agencies, both, nobody.
    private static var scopes: [Scope] {
        let (districts, villages) = (SampleCity.districts, SampleCity.villages)
        return [
            .city, .areas([villages[0]]), .areas([districts[1]]),
            .areas([villages[0], villages[1], villages[5]]),
            .areas([districts[0], villages[1], villages[8]]), .areas([]),
            .agency("transport"), .agency("nobody"),
            Scope(agency: "welfare", areas: [districts[2], villages[0]]),
        ]
    }

    private static func filters(_ random: inout SeededGenerator) -> [PersonFilter] {
        var filters: [PersonFilter] = [PersonFilter()]
        func add(_ change: (inout PersonFilter) -> Void) {
            var filter = PersonFilter()
            change(&filter)
            filters.append(filter)
        }
        add { $0.order = .rank }
        add { $0.place = SampleCity.villages[0] }
        add { $0.place = SampleCity.districts[0] }
        for outcome in PersonOutcome.allCases { add { $0.outcome = outcome } }
        for standing in PersonStanding.allCases { add { $0.standing = standing } }
        add { $0.search = .name("SITI") }
        add { $0.search = .name("AM SI") }
        add { $0.search = .name("ABDULRAHMANSYAHP") }
        for _ in 0..<60 {
            add { filter in
                if Bool.random(using: &random) { filter.outcome = .eligible }
                if Bool.random(using: &random) { filter.occupation = "online_ojek" }
                if Int.random(in: 0..<4, using: &random) == 0 { filter.decile = 4 }
                if Int.random(in: 0..<4, using: &random) == 0 { filter.fund = "apbd" }
                if Int.random(in: 0..<4, using: &random) == 0 { filter.reason = "A2" }
                if Int.random(in: 0..<4, using: &random) == 0 { filter.search = .name("S") }
                if Bool.random(using: &random) { filter.order = .rank }
                if Bool.random(using: &random) {
                    filter.place = SampleCity.villages.randomElement(using: &random)
                }
            }
        }
        return filters
    }

    @Test(arguments: TestEngine.all)
    func `every list and count is that of looking at each person`(
        _ kind: TestEngine
    ) async throws {
        let store = try await store(kind)
        let city = store.city
        var random = SeededGenerator(seed: 22)
        for filter in PeopleTests.filters(&random) {
            for scope in PeopleTests.scopes {
                let expected = oracle.list(filter, scope)
                let page = try await city.people(matching: filter, in: scope, limit: 1000)
                #expect(page.people.map(\.number) == expected, "\(filter) \(scope)")
                #expect(page.total == expected.count, "\(filter) \(scope)")
                #expect(page.previous == nil && page.next == nil)
            }
        }
    }

    @Test(arguments: TestEngine.all, [PersonFilter.Order.name, .rank])
    func `paging meets every person once, forward and back`(
        _ kind: TestEngine, _ order: PersonFilter.Order
    ) async throws {
        let store = try await store(kind)
        let city = store.city
        var filter = PersonFilter()
        filter.order = order
        for (scope, limit) in zip(PeopleTests.scopes, [1, 2, 7, 3, 50, 10, 499, 3, 5]) {
            let expected = oracle.list(filter, scope)
            var met: [String] = []
            var position: PagePosition? = .first
            var last = PagePosition.first
            while let here = position {
                let page = try await city.people(
                    matching: filter, in: scope, at: here, limit: limit)
                #expect(page.people.count <= limit && page.total == expected.count)
                met += page.people.map(\.number)
                (last, position) = (here, page.next)
            }
            #expect(met == expected)
            let end = try await city.people(matching: filter, in: scope, at: last, limit: limit)
            var back = end.people.map(\.number)
            position = end.previous
            while let here = position {
                let page = try await city.people(
                    matching: filter, in: scope, at: here, limit: limit)
                back = page.people.map(\.number) + back
                #expect(page.next != nil)
                position = page.previous
            }
            #expect(back == expected)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a list begins anew at a person who is gone`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        let gone = PersonCursor(number: "BKS-0000-00")
        for position in [PagePosition.after(gone), .before(gone)] {
            let page = try await city.people(
                matching: PersonFilter(), in: .city, at: position, limit: 4)
            let expected = oracle.list(PersonFilter(), .city).prefix(4)
            #expect(page.people.map(\.number) == Array(expected))
            #expect(page.previous == nil)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a person is found by NIK, by number and by words of the name`(
        _ kind: TestEngine
    ) async throws {
        let store = try await store(kind)
        let city = store.city
        for person in sample.people.prefix(40) {
            var typed = [person.number.text.lowercased(), person.name.lowercased()]
            if let nik = person.nik { typed.append(" \(nik.revealed()) ") }
            for text in typed {
                var filter = PersonFilter()
                filter.search = PersonSearch(typed: text, prefix: "BKS")
                #expect(filter.search != nil)
                let page = try await city.people(matching: filter, in: .city, limit: 500)
                #expect(page.people.contains { $0.number == person.number.text }, "\(text)")
                #expect(page.people.map(\.number) == oracle.list(filter, .city))
            }
        }
    }

    private static let typed: [(String, PersonSearch?)] = [
        ("", nil), ("  12 ", nil), ("3275", nil), ("Siti  aminah", .name("SITI AMINAH")),
        ("H. Budi, S.E.", .name("BUDI")), ("Ñoño", .name("NONO")),
    ]

    @Test(arguments: typed)
    func `what was typed is understood`(_ typed: String, _ expected: PersonSearch?) {
        #expect(PersonSearch(typed: typed, prefix: "BKS") == expected)
    }

    @Test(arguments: TestEngine.all)
    func `no scope opens a person or a review outside it`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        let seen = Dictionary(
            uniqueKeysWithValues: sample.people.map { ($0.number.text, $0) })
        for scope in PeopleTests.scopes {
            for person in sample.people {
                let record = try await city.person(person.number, in: scope)
                #expect((record != nil) == oracle.sees(person, scope))
                for review in record?.reviews ?? [] {
                    let other = try #require(seen[review.otherNumber])
                    #expect(oracle.sees(other, scope))
                    #expect(
                        review.evidence.map(\.weighed.english) == ["Same name. (+6.1)"])
                }
                guard record == nil else { continue }
                await expectProblem("person-unknown") {
                    try await city.revealNIK(of: person.number, in: scope, by: .test())
                }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `both people of an open pair see each other`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        for pair in sample.pairs {
            let (first, second) = (sample.people[pair.first], sample.people[pair.second])
            let isOpen = pair.state == .open
            for (one, other) in [(first, second), (second, first)] {
                let record = try #require(try await city.person(one.number, in: .city))
                let found = record.reviews.first { $0.otherNumber == other.number.text }
                #expect((found != nil) == isOpen)
                if isOpen { #expect(found?.probability == 830 && found?.weight == pair.weight) }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `showing a NIK is an event, once for each request`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        let person = try #require(sample.people.first { $0.nik != nil })
        for key in ["a", "a", "b"] {
            let nik = try await city.revealNIK(of: person.number, in: .city, by: .test(key))
            #expect(nik == person.nik)
        }
        let events = try #require(try await city.person(person.number, in: .city)).events
        #expect(events.map(\.verb) == ["nik.reveal", "nik.reveal"])
        #expect(events.allSatisfy { $0.actor == "ratna" && $0.subject == person.number.text })
        let without = try #require(sample.people.first { $0.nik == nil })
        #expect(try await city.revealNIK(of: without.number, in: .city, by: .test()) == nil)
    }
}
