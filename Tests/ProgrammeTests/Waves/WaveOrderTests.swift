import Civic
import Programme
import Testing

/// Who gets a place, against a slow and simple way of finding out.
@Suite struct WaveOrderTests {
    private static let rule = WaveRule(
        version: "2025-11", requirement: .verified, decileGroups: [[1, 2, 3], [4, 5]], floor: 2)
    private static let villages: [PlaceCode?] =
        [nil] + (1...6).map { PlaceCode("32.75.01.100\($0)") }

    private static func candidates(_ count: Int, seed: UInt64) -> [WaveCandidate] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { serial in
            let village = villages[Int.random(in: 0..<villages.count, using: &random)]
            return WaveCandidate(
                number: PersonNumber(prefix: "BKS", serial: serial).text,
                district: village?.district, village: village, occupation: nil,
                decile: [1, 3, 4, 5, nil][Int.random(in: 0..<5, using: &random)],
                hazard: Int.random(in: 1...3, using: &random),
                proposed: [nil, Day(number: 20_000), Day(number: 20_001)][
                    Int.random(in: 0..<3, using: &random)])
        }
    }

    @Test func `decile group, hazard, proposal and draw decide, in this order`() {
        let people = Self.candidates(400, seed: 5)
        let order = WaveOrder(people, by: Self.rule, seed: 42, quota: 100)
        #expect(order.places.map(\.place) == Array(1...400))
        func group(_ decile: Int?) -> Int { decile.map { $0 <= 3 ? 0 : 1 } ?? 2 }
        for (before, after) in zip(order.places, order.places.dropFirst()) {
            let (one, two) = (before.candidate, after.candidate)
            let left = (group(one.decile), one.hazard, one.proposed?.number ?? .max, before.draw)
            let right = (group(two.decile), two.hazard, two.proposed?.number ?? .max, after.draw)
            #expect(left < right)
        }
    }

    @Test(arguments: 1...20)
    func `the quota is filled village by village, the first ones of each`(_ seed: Int) {
        let people = Self.candidates(300, seed: UInt64(seed))
        let quota = seed * 20
        let order = WaveOrder(people, by: Self.rule, seed: 7, quota: quota)
        #expect(order.chosen == min(quota, 300))
        #expect(order.places.count(where: \.isChosen) == order.chosen)
        #expect(order.shares.map(\.eligible).reduce(0, +) == 300)
        for share in order.shares {
            let here = order.places.filter { $0.candidate.village == share.village }
            #expect(here.count == share.eligible)
            #expect(here.map(\.villagePlace) == Array(1...here.count))
            #expect(here.map(\.isChosen) == here.indices.map { $0 < share.places })
            if quota >= 14 { #expect(share.places >= min(2, share.eligible)) }
        }
    }

    @Test func `the order does not depend on how the candidates were listed`() {
        let people = Self.candidates(250, seed: 3)
        let order = WaveOrder(people, by: Self.rule, seed: 9, quota: 60)
        var random = SeededGenerator(seed: 77)
        for _ in 0..<5 {
            let other = WaveOrder(
                people.shuffled(using: &random), by: Self.rule, seed: 9, quota: 60)
            #expect(other.places == order.places)
        }
        let another = WaveOrder(people, by: Self.rule, seed: 10, quota: 60)
        #expect(another.places != order.places)
    }

    @Test func `too few candidates leave places empty`() {
        let order = WaveOrder(Self.candidates(371, seed: 1), by: Self.rule, seed: 1, quota: 400)
        #expect(order.chosen == 371)
        #expect(!order.places.contains { !$0.isChosen })
        let none = WaveOrder([], by: Self.rule, seed: 1, quota: 400)
        #expect(none.places.isEmpty && none.shares.isEmpty)
    }

    @Test func `each place is explained by the first thing that differs`() {
        func one(
            _ serial: Int, decile: Int? = 1, hazard: Int = 2, proposed: Int32? = 100
        ) -> WaveCandidate {
            WaveCandidate(
                number: PersonNumber(prefix: "BKS", serial: serial).text, district: nil,
                village: nil, occupation: nil, decile: decile, hazard: hazard,
                proposed: proposed.map { Day(number: $0) })
        }
        let me = one(0)
        func why(_ other: WaveCandidate) -> WaveRule.Criterion {
            Self.rule.decides(me, other, seed: 1)
        }
        #expect(why(one(1, decile: 4, hazard: 1)) == .decile)
        #expect(why(one(1, decile: nil)) == .decile)
        // Deciles of one group are the same need.
        #expect(why(one(1, decile: 3, hazard: 1)) == .hazard)
        #expect(why(one(1, proposed: nil)) == .proposed)
        #expect(why(one(1)) == .draw)
        #expect(why(me) == .number)
    }

    @Test func `a draw is that of the documented recipe`() {
        // Reckoned apart from this program, in Python.
        #expect(WaveRule.draw("BKS-7K4M-92", seed: 20_251_105) == 0x3cda_4042_ce45_4928)
        #expect(WaveRule.draw("", seed: 0) == 0xf52a_15e9_a9b5_e89b)
        let draws = Set(
            (0..<5000).map { serial in
                WaveRule.draw(PersonNumber(prefix: "BKS", serial: serial).text, seed: 42)
            })
        #expect(draws.count == 5000)
    }

    @Test func `a rule is read back from its text`() {
        #expect(
            Self.rule.text == "versi=2025-11;syarat=verified;desil=1,2,3/4,5;minimal=2")
        #expect(WaveRule(text: Self.rule.text) == Self.rule)
        for text in ["", "x", "versi=1;desil=1;minimal=2", "versi=1;syarat=x;desil=1;minimal=2"] {
            #expect(WaveRule(text: text) == nil)
        }
    }

    @Test func `the text of an order has a line for each village and place`() {
        let people = Self.candidates(40, seed: 2)
        let order = WaveOrder(people, by: Self.rule, seed: 9, quota: 10)
        let text = WaveText(
            wave: 3, quota: 10, seed: 9, rule: Self.rule.text, frozen: Day(number: 20_524))
        let lines = String(decoding: text.bytes(order.shares, order.places), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.prefix(6) == [
                "SIGAP urutan 1", "gelombang\t3", "kuota\t10", "benih\t9",
                "aturan\t\(Self.rule.text)", "dibekukan\t2026-03-12",
            ])
        #expect(lines.count == 6 + order.shares.count + 40 + 1)
        let first = order.places[0]
        let fields = lines[6 + order.shares.count].split(
            separator: "\t", omittingEmptySubsequences: false)
        #expect(fields.count == 12)
        #expect(fields[1] == "1" && fields[2] == first.candidate.number)
        #expect(UInt64(fields[9], radix: 16) == first.draw && fields[9].count == 16)
        #expect(fields[10] == (first.isChosen ? "chosen" : "waiting"))
    }

    @Test func `whoever waits in the village moves up first, then the next of the city`() {
        let here = Self.villages[1]
        let waiting = [(9, here), (4, nil), (7, here), (2, Self.villages[2])].map {
            WaveReplacement.Waiting(place: $0.0, village: $0.1)
        }
        func places(_ village: PlaceCode?, _ limit: Int) -> [Int] {
            WaveReplacement.next(after: waiting, in: village, limit: limit).map(\.place)
        }
        #expect(places(here, 4) == [7, 9, 2, 4])
        #expect(places(here, 1) == [7])
        #expect(places(Self.villages[3], 2) == [2, 4])
        #expect(places(nil, 2) == [4, 2])
    }
}
