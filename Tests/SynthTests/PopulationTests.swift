import Civic
import Testing

@Suite struct PopulationTests {
    private let city: SampleCity

    init() throws { city = try SampleCity.ordinary.get() }

    private func share(_ matches: ([String: String]) -> Bool) -> Double {
        Double(city.persons.count(where: matches)) / Double(city.persons.count)
    }

    @Test func `ages are those of a young city`() throws {
        let asOf = try #require(Day(iso: SampleCity.asOf))
        let ages = try city.persons.map { person in
            try #require(Day(iso: person["birth_date"] ?? "")).age(on: asOf)
        }
        #expect(ages.allSatisfy { (0...110).contains($0) })
        let children = Double(ages.count { $0 < 15 }) / Double(ages.count)
        let old = Double(ages.count { $0 >= 65 }) / Double(ages.count)
        #expect((0.18...0.28).contains(children))
        #expect((0.03...0.09).contains(old))
    }

    @Test func `men and women are about as many`() {
        #expect((0.46...0.54).contains(share { $0["sex"] == "male" }))
    }

    @Test func `some are dead, moved, state employees or insured`() {
        #expect((0.01...0.035).contains(share { $0["alive"] == "false" }))
        #expect((0.02...0.06).contains(share { $0["resident"] == "false" }))
        #expect((0.015...0.05).contains(share { $0["state_employee"] == "true" }))
        #expect((0.12...0.25).contains(share { $0["insured"] == "active" }))
    }

    @Test func `every village has people, and larger ones have more`() throws {
        let villages = Set(city.persons.compactMap { $0["kelurahan"] }.filter { !$0.isEmpty })
        #expect(villages.count == 56)
        let largest = city.persons.count { $0["kelurahan"] == "32.75.03.1001" }
        let smallest = city.persons.count { $0["kelurahan"] == "32.75.07.1008" }
        #expect(largest > smallest * 2)
    }

    @Test func `some names are common and most are not`() {
        let counts = Dictionary(city.persons.map { ($0["name"] ?? "", 1) }, uniquingKeysWith: +)
        #expect(counts.count > city.persons.count / 2)
        #expect((counts.values.max() ?? 0) > 5)
    }

    @Test func `identity numbers come from this city, its neighbours and far away`() {
        let home = share { $0["nik"]?.hasPrefix("3275") == true }
        let neighbour = share { $0["nik"]?.hasPrefix("3216") == true }
        let capital = share { $0["nik"]?.hasPrefix("317") == true }
        #expect((0.45...0.75).contains(home))
        #expect((0.05...0.20).contains(neighbour))
        #expect((0.05...0.25).contains(capital))
    }
}
