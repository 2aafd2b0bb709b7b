import Civic
import Testing

@testable import Linkage

/// A row and its copy agree as well as rows can.
struct CopyTests {
    private static let best: [String: Set<String>] = [
        "lists": ["otherLists"], "nik": ["equal", "equalUnchecked", "equalButForeign"],
        "name": ["same"], "birth": ["same", "sameDefault"], "sex": ["same"],
        "mother": ["sameRare", "sameFrequent"], "card": ["same"], "phone": ["same"],
        "place": ["sameBlock", "sameVillage"], "address": ["same"],
    ]

    @Test(arguments: [411, 412] as [UInt64])
    func `a row reaches the best level of every field it fills in`(_ seed: UInt64) async {
        var world = SmallWorld(seed: seed, families: 80)
        let comparing = await Comparing(world.lists())
        for pattern in comparing.copies {
            for (field, level) in pattern.levels where field != "nik" || level != "damagedAgrees" {
                let isBest = CopyTests.best[field]?.contains(level) ?? false
                #expect(isBest, "seed \(seed): \(field) \(level)")
            }
        }
    }

    @Test func `nothing more is found in a copy than the row says`() async {
        let comparing = await Comparing([
            List([Line(), Line(name: "BUDI"), Line(nik: 3_275_011_203_650_001)])
        ])
        #expect(
            comparing.copies.map(\.levels) == [
                ["lists": "otherLists"], ["lists": "otherLists", "name": "same"],
                ["lists": "otherLists", "nik": "equalUnchecked"],
            ])
    }

    @Test(arguments: [413, 414] as [UInt64])
    func `a list delivered twice compares row by row as with copies`(_ seed: UInt64) async {
        var generator = SeededGenerator(seed: seed)
        let list = List(StrangeLines.make(300, &generator))
        let comparing = await Comparing([list, list])
        let twice = comparing.patterns((0..<300).map { ($0, $0 + 300) })
        #expect(twice == Array(comparing.copies.prefix(300)), "seed \(seed)")
    }

    @Test func `an address of frequent words alone is still the same address`() async {
        let lines = (0..<50).map { Line(name: "BUDI \($0)", address: "BEKASI") }
        let comparing = await Comparing([List(lines)])
        #expect(comparing.copies[0].levels["address"] == "same")
    }
}
