import Civic
import Testing

@testable import Linkage

/// A pair is one pair, whichever of its rows is named first.
struct SymmetryTests {
    private func differences(_ comparing: Comparing, _ generator: inout SeededGenerator) -> [String]
    {
        let pairs = (0..<20_000).map { _ in
            (
                Int.random(in: 0..<comparing.count, using: &generator),
                Int.random(in: 0..<comparing.count, using: &generator)
            )
        }
        let there = comparing.patterns(pairs)
        let back = comparing.patterns(pairs.map { ($0.1, $0.0) })
        return pairs.indices.filter { there[$0] != back[$0] }.map { index in
            let (one, other) = (there[index], back[index])
            let fields = Field.allCases.filter { one.level($0) != other.level($0) }
            return fields.map { field in
                "\(field) of rows \(pairs[index]): \(one.level(field)), \(other.level(field))"
            }.joined(separator: "; ")
        }
    }

    @Test(arguments: [401, 402, 403] as [UInt64])
    func `rows of a village compare the same both ways`(_ seed: UInt64) async {
        var world = SmallWorld(seed: seed, families: 100)
        let comparing = await Comparing(world.lists())
        var generator = SeededGenerator(seed: seed)
        let found = differences(comparing, &generator)
        #expect(found.prefix(3) == [], "seed \(seed): \(found.count)")
    }

    @Test(arguments: [404, 405, 406] as [UInt64])
    func `rows of any content compare the same both ways`(_ seed: UInt64) async {
        var generator = SeededGenerator(seed: seed)
        let lists = [
            List(StrangeLines.make(200, &generator), isRegistry: true, once: true),
            List(StrangeLines.make(200, &generator)),
            List(StrangeLines.make(100, &generator), once: true),
        ]
        let comparing = await Comparing(lists)
        let found = differences(comparing, &generator)
        // Of 20,000 pairs some seventy, all in the name.
        #expect(found.prefix(3) == [], "seed \(seed): \(found.count)")
        #expect(found.allSatisfy { $0.hasPrefix("name ") && !$0.contains(";") }, "seed \(seed)")
    }

    /// A value in which more letters differ than are looked at.
    @Test func `long values compare the same both ways`() async {
        let middle = String(repeating: "X", count: 62)
        let one = Line(values: ["B" + middle + String(repeating: "C", count: 40)])
        let other = Line(values: ["D" + middle + "E"])
        let there = await Comparing.pattern(one, other).levels["extra1"]
        let back = await Comparing.pattern(other, one).levels["extra1"]
        #expect(there == back)
        #expect(back == "different")
    }
}
