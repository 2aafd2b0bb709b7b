import Civic
import Linkage
import Testing

/// Who is the same person depends on what the rows say, not on how they lie.
struct OrderTests {
    private func world(_ seed: UInt64) -> [List] {
        var world = SmallWorld(seed: seed, families: 120)
        return world.lists()
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `linking again gives the same, to the last bit`(_ seed: UInt64) async {
        let sources = world(seed).map(\.source)
        let first = await Linkage.link(sources)
        for _ in 0..<3 {
            let again = await Linkage.link(sources)
            #expect(again.personOfRow == first.personOfRow)
            #expect(again.weightOfRow == first.weightOfRow)
            #expect(again.reviews.map(\.weight) == first.reviews.map(\.weight))
            #expect(again.reviews.map(\.rowA) == first.reviews.map(\.rowA))
        }
    }

    @Test(arguments: [21, 22, 23, 24, 25, 26] as [UInt64])
    func `the order of the rows does not matter`(_ seed: UInt64) async {
        let lists = world(seed)
        let expected = await Grouping.of(lists)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3 {
            let mixed = lists.map { list in
                var copy = list
                copy.lines.shuffle(using: &generator)
                return copy
            }
            let found = await Grouping.of(mixed)
            #expect(found.differences(to: expected) == [])
        }
    }

    @Test(arguments: [31, 32, 33, 34] as [UInt64])
    func `the order of the lists does not matter`(_ seed: UInt64) async {
        let lists = world(seed)
        let names = ["registry", "welfare", "trade", "nominations"]
        let expected = await Grouping.of(lists, names: names)
        for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
            let found = await Grouping.of(order.map { lists[$0] }, names: order.map { names[$0] })
            #expect(found.differences(to: expected) == [])
        }
    }

    @Test(arguments: [41, 42, 43, 44] as [UInt64])
    func `a list delivered twice changes nobody's group`(_ seed: UInt64) async {
        let lists = world(seed)
        let names = ["0", "1", "2", "3", "again"]
        let expected = await Grouping.of(lists)
        for doubled in lists.indices {
            let found = await Grouping.of(lists + [lists[doubled]], names: names)
            let without = found.only { !$0.hasPrefix("again") }
            #expect(without.differences(to: expected) == [])
        }
    }

    @Test(arguments: [51, 52, 53, 54, 55] as [UInt64])
    func `a stranger changes nobody's group`(_ seed: UInt64) async {
        let lists = world(seed)
        let expected = await Grouping.of(lists)
        var more = lists
        more[3].lines.append(
            (9_999, Line(name: "WOLFGANG AMADEUS", nik: 5_171_032_701_560_001, birth: "1956-01-27"))
        )
        let found = await Grouping.of(more)
        #expect(found.groups.contains(["3#9999"]))
        let without = found.only { $0 != "3#9999" }
        #expect(without.differences(to: expected) == [])
    }
}
