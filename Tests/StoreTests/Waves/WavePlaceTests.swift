import Civic
import Programme
import Testing

@testable import Store

@Suite struct WavePlaceTests {
    @Test(arguments: TestEngine.all)
    func `lists of places go on where they stopped and hold each place once`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind)
        let id = try await setup.frozen()
        let all = try await setup.city.allWavePlaces(id)
        let village = try #require(all.compactMap(\.candidate.village).first)
        for filter in [
            WavePlaceFilter(), .init(isChosen: true), .init(.one(village)), .init(.unknown),
            .init(.one(village), isChosen: false),
        ] {
            var seen: [WavePlaceLine] = []
            var next: Int? = 0
            while let place = next {
                let page = try await setup.city.wavePlaces(id, filter, after: place, limit: 7)
                seen += page.lines
                next = page.next
            }
            let expected = all.filter { place in
                let isHere =
                    switch filter.village {
                    case .all: true
                    case .unknown: place.candidate.village == nil
                    case .one(let one): place.candidate.village == one
                    }
                return isHere && (filter.isChosen ?? place.isChosen) == place.isChosen
            }
            #expect(seen.map(\.place) == expected)
            #expect(!expected.isEmpty && !seen.contains { $0.name == nil })
        }
        let last = try await setup.city.waveLastChosen(id)
        for share in try await setup.city.waveShares(id) where share.places > 0 {
            let chosen = all.last { $0.candidate.village == share.village && $0.isChosen }
            #expect(last[share.village] == chosen?.place)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a place is shown between its neighbours in the village`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind)
        let id = try await setup.frozen()
        let all = try await setup.city.allWavePlaces(id)
        for village in Set(all.map(\.candidate.village)) {
            let here = all.filter { $0.candidate.village == village }
            for (position, place) in here.enumerated()
            where [0, 1, here.count - 1]
                .contains(position)
            {
                let found = try #require(try await setup.city.wavePlace(id, place.place))
                #expect(found.line.place == place)
                #expect(found.before?.place == (position == 0 ? nil : here[position - 1]))
                let isLast = position == here.count - 1
                #expect(found.behind?.place == (isLast ? nil : here[position + 1]))
            }
        }
        #expect(try await setup.city.wavePlace(id, all.count + 1) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a free place goes to the village's next, then to the city's`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind)
        let id = try await setup.frozen()
        let waiting = try await setup.city.allWavePlaces(id, .init(isChosen: false))
        let village = try #require(waiting.compactMap(\.candidate.village).last)
        let here = waiting.filter { $0.candidate.village == village }
        let others = waiting.filter { $0.candidate.village != village }
        let limit = here.count + 3
        let next = try await setup.city.nextWaiting(wave: id, village: village, limit: limit)
        #expect(next.map(\.place) == here + others.prefix(3))
        #expect(!next.contains { $0.name == nil })
        // Whoever cannot be insured any more, or is taken, is passed over.
        let people = Dictionary(setup.ready.map { ($0.number.text, $0) }) { first, _ in first }
        let first = try #require(people[here[0].candidate.number])
        try await setup.insure(first, state: "determined")
        let taken = here[1].candidate.number
        let later = try await setup.city.nextWaiting(
            wave: id, village: village, limit: 2, besides: [taken])
        #expect(later.map(\.place) == Array((here.dropFirst(2) + others).prefix(2)))
        try await setup.store.tamper(
            """
            INSERT INTO member_change (id, number, kind, day, evidence, source, state,
            before_state, replaced_by, actor, at, version) VALUES (1, 'BKS-X', 'death', 1, 'x',
            'x', 'noted', 'active', '\(taken)', 'x', 1, 1)
            """)
        let named = try await setup.city.nextWaiting(wave: id, village: village, limit: 2)
        #expect(named == later)
        let nobody = try await setup.city.nextWaiting(wave: 99, village: village, limit: 2)
        #expect(nobody.isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `funding is for the chosen, within the wave, and replaces what was there`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await WaveCity(kind, people: 300)
        let id = try await setup.frozen(quota: 20)
        let chosen = try await setup.city.allWavePlaces(id, .init(isChosen: true))
        let waiting = try await setup.city.allWavePlaces(id, .init(isChosen: false))
        let half = WaveCity.months.lowerBound + 5
        let rows = chosen.flatMap { place in
            [
                WaveFunding(
                    number: place.candidate.number,
                    months: WaveCity.months.lowerBound...half, fund: "csr-2026"),
                WaveFunding(
                    number: place.candidate.number,
                    months: (half + 1)...WaveCity.months.upperBound, fund: "apbd-2026"),
            ]
        }
        try await setup.city.saveWaveFunding(id, rows, version: 2, by: setup.act("one"))
        let sorted = rows.sorted {
            ($0.number, $0.months.lowerBound) < ($1.number, $1.months.lowerBound)
        }
        #expect(try await setup.city.waveFunding(id) == sorted)
        let uses = try await setup.city.waveFundingUses(id)
        #expect(uses.reduce(0) { $0 + $1.people } == 40)
        await expectProblem("wave-changed") {
            try await setup.city.saveWaveFunding(id, [], version: 2, by: setup.act("late"))
        }
        let stranger = waiting[0].candidate.number
        for wrong in [
            WaveFunding(number: stranger, months: WaveCity.months, fund: "apbd-2026"),
            WaveFunding(number: rows[0].number, months: WaveCity.months, fund: "psr-2026"),
            WaveFunding(
                number: rows[0].number,
                months: WaveCity.months.lowerBound...(WaveCity.months.upperBound + 1),
                fund: "apbd-2026"),
        ] {
            await expectProblem("wave-funding") {
                try await setup.city.saveWaveFunding(
                    id, [wrong], version: 3, by: setup.act(nil))
            }
        }
        #expect(try await setup.city.waveFunding(id) == sorted)
        try await setup.city.saveWaveFunding(
            id, Array(rows.prefix(2)), version: 3, by: setup.act("two"))
        #expect(try await setup.city.waveFunding(id).count == 2)
        #expect(try await setup.city.verifyJournal().fault == nil)
    }
}
