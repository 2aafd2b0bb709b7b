import Civic
import Programme
import Testing

struct AllocationTests {
    /// Eligible people with their villages.
    private struct City {
        var keys: [RankKey] = []
        var village: [Int16] = []

        init(seed: UInt64, people: Int, villages: Int) {
            var generator = SeededGenerator(seed: seed)
            let policy = AllocationTests.policy()
            for person in 0..<people {
                var profile = Profile()
                profile.nik =
                    3_275_010_000_000_000 + UInt64.random(in: 0..<1_000, using: &generator)
                profile.decile = UInt8.random(in: 1...5, using: &generator)
                profile.recorded = Int32.random(in: 20_000...20_003, using: &generator)
                if Bool.random(using: &generator) { profile.recorded = RosterRow.noDay }
                keys.append(
                    policy.key(
                        profile, person: person, hazard: Int.random(in: 1...9, using: &generator)))
                village.append(Int16.random(in: -1..<Int16(villages), using: &generator))
            }
        }

        func allocation(quota: Int, floor: Int) -> Allocation {
            Allocation(keys, placeOf: { village[Int($0)] }, quota: quota, floor: floor)
        }
    }

    private static func policy(seed: UInt64 = 20_251_105) -> RankingPolicy {
        RankingPolicy(decileGroups: [[1, 2, 3], [4, 5]], seed: seed, floorPerVillage: 20)
    }

    private func key(
        decile: UInt8 = 1, hazard: Int = 5, recorded: String? = nil, nik: UInt64 = 1,
        person: Int = 0,
        seed: UInt64 = 1
    ) -> RankKey {
        var profile = Profile()
        (profile.decile, profile.nik) = (decile, nik)
        if let recorded { profile.recorded = day(recorded).number }
        return Self.policy(seed: seed).key(profile, person: person, hazard: hazard)
    }

    @Test func `deciles 1 to 3 stand before 4 and 5, whatever else holds`() {
        let poorer = key(decile: 3, hazard: 9)
        let richer = key(decile: 4, hazard: 1, recorded: "2020-01-01")
        #expect(poorer < richer)
        #expect(key(decile: 1).group == key(decile: 3).group)
    }

    @Test func `then the more dangerous trade, then the older proposal, none last`() {
        #expect(key(hazard: 1) < key(hazard: 2, recorded: "2020-01-01"))
        #expect(key(recorded: "2025-01-01") < key(recorded: "2025-01-02"))
        #expect(key(recorded: "2030-01-01") < key())
    }

    @Test func `ties are drawn by seed and number, the same every time`() {
        let (one, other) = (key(nik: 11, person: 1), key(nik: 22, person: 2))
        let again = (key(nik: 11, person: 1), key(nik: 22, person: 2))
        #expect((one < other) == (again.0 < again.1))
        #expect(key(nik: 11, person: 5).draw == key(nik: 11, person: 900).draw)
        let winners = (0..<64).map { seed in
            key(nik: 11, person: 1, seed: seed) < key(nik: 22, person: 2, seed: seed)
        }
        #expect((16...48).contains(winners.count { $0 }))
    }

    @Test func `does not depend on the order in which people come`() {
        let city = City(seed: 81, people: 800, villages: 9)
        let expected = city.allocation(quota: 300, floor: 12)
        var generator = SeededGenerator(seed: 82)
        for _ in 0..<10 {
            var mixed = city
            mixed.keys.shuffle(using: &generator)
            let found = mixed.allocation(quota: 300, floor: 12)
            #expect(found.recipients == expected.recipients)
            #expect(found.waiting == expected.waiting)
        }
    }

    @Test func `nobody is lost and the places are those of the villages`() {
        var generator = SeededGenerator(seed: 83)
        for seed in 0..<60 {
            let city = City(
                seed: UInt64(seed), people: Int.random(in: 0...250, using: &generator), villages: 7)
            let quota = Int.random(in: -1...300, using: &generator)
            let found = city.allocation(
                quota: quota, floor: Int.random(in: 0...8, using: &generator))
            #expect(found.recipients.count == min(max(0, quota), city.keys.count))
            #expect(
                (found.recipients + found.waiting).map(\.person).sorted()
                    == city.keys.map(\.person).sorted())
            #expect(found.recipients == found.recipients.sorted())
            #expect(found.waiting == found.waiting.sorted())
            #expect(found.units.values.reduce(0) { $0 + $1.places } == found.recipients.count)
            #expect(found.units.values.reduce(0) { $0 + $1.eligible } == city.keys.count)
            for (village, unit) in found.units {
                let inside = found.recipients.filter { city.village[Int($0.person)] == village }
                let outside = found.waiting.filter { city.village[Int($0.person)] == village }
                #expect(inside.count == unit.places)
                #expect(inside.count + outside.count == unit.eligible)
                if let last = inside.last, let first = outside.first { #expect(last < first) }
            }
        }
    }

    @Test func `people of unknown village share as one unit`() {
        var city = City(seed: 84, people: 40, villages: 1)
        city.village = city.village.map { _ in -1 }
        let found = city.allocation(quota: 10, floor: 20)
        #expect(found.units.keys.sorted() == [-1])
        #expect(found.recipients == Array(city.keys.sorted().prefix(10)))
    }
}
