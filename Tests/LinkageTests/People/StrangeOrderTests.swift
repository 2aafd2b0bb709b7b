import Civic
import Testing

@testable import Linkage

/// Even rows of any content are gathered by what they say, not by how they lie.
struct StrangeOrderTests {
    private static let names = ["registry", "welfare", "trade"]

    private func world(_ seed: UInt64) -> [List] {
        var generator = SeededGenerator(seed: seed)
        return [
            List(StrangeLines.make(120, &generator), isRegistry: true),
            List(StrangeLines.make(120, &generator)),
            List(StrangeLines.make(80, &generator), once: true),
        ]
    }

    /// By a model of ordinary rows: one of these rows would join nobody.
    private func grouping(_ lists: [List], order: [Int] = [0, 1, 2]) async -> Grouping {
        let ordered = order.map { lists[$0] }
        let result = await Linkage.link(ordered.map(\.source), model: Mixtures.start)
        return Grouping(result, ordered, names: order.map { StrangeOrderTests.names[$0] })
    }

    @Test(arguments: [721, 722, 723] as [UInt64])
    func `the order of the rows does not matter`(_ seed: UInt64) async {
        let lists = world(seed)
        let expected = await grouping(lists)
        #expect(expected.groups.count < 280, "seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3 {
            let mixed = lists.map { list in
                var copy = list
                copy.lines.shuffle(using: &generator)
                return copy
            }
            let found = await grouping(mixed)
            #expect(found.differences(to: expected) == [], "seed \(seed)")
        }
    }

    @Test(arguments: [724, 725, 726] as [UInt64])
    func `the order of the lists does not matter`(_ seed: UInt64) async {
        let lists = world(seed)
        let expected = await grouping(lists)
        #expect(expected.groups.count < 280, "seed \(seed)")
        for order in [[2, 1, 0], [1, 2, 0]] {
            let found = await grouping(lists, order: order)
            #expect(found.differences(to: expected) == [], "seed \(seed)")
        }
    }
}
