import Civic
import Store
import Testing

@Suite struct FiguresTests {
    private let sample = SampleCity(people: 600, seed: 41)

    private func store(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        try await store.city.importRun(sample.run(), by: .test())
        return store
    }

    private func seen(_ scope: Scope) -> [ImportedPerson] {
        sample.people.filter { PeopleOracle(people: []).sees($0, scope) }
    }

    private static var scopes: [Scope] {
        let (districts, villages) = (SampleCity.districts, SampleCity.villages)
        return [
            .city, .areas(districts), .areas([villages[4]]), .areas([districts[0], villages[4]]),
            .agency("welfare"), Scope(agency: "welfare", areas: [districts[1]]), .areas([]),
        ]
    }

    @Test(arguments: TestEngine.all)
    func `figures are those of looking at each person`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        for scope in FiguresTests.scopes {
            let figures = try await city.figures(in: scope)
            let people = seen(scope)
            #expect(figures.people == people.count)
            for standing in PersonStanding.allCases {
                #expect(figures[.standing(standing)] == people.count { $0.standing == standing })
            }
            for outcome in PersonOutcome.allCases {
                #expect(figures[outcome] == people.count { $0.standing.outcome == outcome })
            }
            #expect(figures.reasons == tally(people) { $0.reasons.first })
            #expect(figures.occupations == tally(people) { $0.occupation })
            let selected = people.filter { $0.standing == .selected }
            #expect(figures.selectedOccupations == tally(selected) { $0.occupation })
            #expect(figures.funds == tally(selected) { $0.fund })
            for sex in [Sex.female, .male] {
                let ages = tally(selected.filter { $0.sex == sex }) {
                    $0.birth?.age(on: SampleCity.asOf)
                }
                #expect(figures.selectedAges(sex) == ages)
            }
            for decile in 1...10 {
                #expect(figures[.decile(decile)] == people.count { $0.decile == decile })
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `the parts are the whole`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        let whole = try await city.figures(in: .city)
        #expect(whole.areas.map(\.place) == SampleCity.districts)
        #expect(
            whole.people == whole.areas.reduce(whole[.withoutPlace]) { $0 + $1.people })
        for area in whole.areas {
            #expect(area.people == PersonStanding.allCases.reduce(0) { $0 + area[$1] })
            let villages = SampleCity.villages.filter { $0.district == area.place }
            let district = try await city.figures(in: .areas([area.place]))
            let parts = try await city.figures(in: .areas(villages))
            #expect(parts.areas.map(\.place) == villages)
            #expect(
                district.people
                    == parts.areas.reduce(district[.withoutPlace]) { $0 + $1.people })
        }
        #expect(whole.people == PersonOutcome.allCases.reduce(0) { $0 + whole[$1] })
        #expect(whole.reasons.values.reduce(0, +) == whole[.ineligible] + whole[.review])
    }

    @Test(arguments: TestEngine.all)
    func `kept counts are what counting anew finds`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        #expect(try await store.city.checkCounts() == [])
        try await store.tamper(
            "UPDATE tally SET value = value + 2 WHERE scope = 'city' AND key = 'people'",
            "DELETE FROM tally WHERE scope = 'agency:welfare' AND key = 'standing:review'")
        let differences = try await store.city.checkCounts()
        #expect(differences.map(\.scope) == ["agency:welfare", "city"])
        #expect(differences.map(\.key) == ["standing:review", "people"])
        #expect(differences.last?.kept == 602)
        #expect(differences.last?.counted == 600)
    }

    @Test(arguments: TestEngine.all)
    func `pairs to be judged are counted where both people are seen`(
        _ kind: TestEngine
    ) async throws {
        let store = try await store(kind)
        let city = store.city
        for scope in FiguresTests.scopes {
            let oracle = PeopleOracle(people: [])
            let expected = sample.pairs.count { pair in
                pair.state == .open && oracle.sees(sample.people[pair.first], scope)
                    && oracle.sees(sample.people[pair.second], scope)
            }
            #expect(try await city.figures(in: scope).openReviews == expected)
        }
    }

    private func tally<Name: Hashable>(
        _ people: [ImportedPerson], _ name: (ImportedPerson) -> Name?
    ) -> [Name: Int] {
        people.reduce(into: [:]) { found, person in
            if let name = name(person) { found[name, default: 0] += 1 }
        }
    }
}
