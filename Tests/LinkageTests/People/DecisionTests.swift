import Civic
import Linkage
import Testing

/// What a human said of two rows holds.
struct DecisionTests {
    private let lists: [List]
    private let sources: [LinkageSource]
    /// Rows that may be one of several people.
    private let unsure: List

    init() {
        var world = SmallWorld(seed: 711, families: 150)
        lists = world.lists()
        sources = lists.map(\.source)
        unsure = world.byEar(1_000)
    }

    /// Rows of the registry come first.
    private var registered: Int { lists[0].lines.count }

    private func isHeld(_ decision: Decision, by result: LinkageResult) -> Bool {
        let isOne = result.personOfRow[decision.left] == result.personOfRow[decision.right]
        return isOne == decision.isSame
    }

    /// Disjoint pairs of rows of which each pair is one person, or each two.
    private func pairs(
        _ result: LinkageResult, ofOne: Bool, _ generator: inout SeededGenerator
    ) -> [(Int, Int)] {
        var left = Array(result.personOfRow.indices).shuffled(using: &generator)
        var pairs: [(Int, Int)] = []
        var people: Set<Int32> = []
        while let first = left.popLast(), pairs.count < 60 {
            let person = result.personOfRow[first]
            guard !people.contains(person) else { continue }
            let second = left.last { other in
                let another = result.personOfRow[other]
                return (another == person) == ofOne && !people.contains(another)
            }
            guard let second else { continue }
            people.formUnion([person, result.personOfRow[second]])
            pairs.append((first, second))
        }
        return pairs
    }

    @Test func `rows said to be two people are never one`() async {
        let before = await Linkage.link(sources)
        var generator = SeededGenerator(seed: 712)
        let decisions = pairs(before, ofOne: true, &generator).map {
            Decision($0.0, $0.1, isSame: false)
        }
        #expect(decisions.count == 60)
        let after = await Linkage.link(sources, decisions: decisions)
        #expect(decisions.filter { !isHeld($0, by: after) } == [], "seed 712")
        #expect(decisions.allSatisfy { !isHeld($0, by: before) })
    }

    @Test func `rows said to be one person always are, whoever they seem to be`() async {
        let before = await Linkage.link(sources)
        var generator = SeededGenerator(seed: 713)
        let decisions = pairs(before, ofOne: false, &generator).map {
            Decision($0.0, $0.1, isSame: true)
        }
        #expect(decisions.count == 60)
        #expect(decisions.contains { $0.right < registered })
        let after = await Linkage.link(sources, decisions: decisions)
        #expect(decisions.filter { !isHeld($0, by: after) } == [], "seed 713")
    }

    @Test func `the last word counts`() async {
        let (one, other) = (0, 1)
        for isSame in [true, false] {
            let words = [!isSame, isSame].map { Decision(one, other, isSame: $0) }
            let result = await Linkage.link(sources, decisions: words)
            #expect((result.personOfRow[one] == result.personOfRow[other]) == isSame)
        }
    }

    @Test func `whoever was decided about is not asked about again`() async throws {
        let sources = sources + [unsure.source]
        let before = await Linkage.link(sources)
        let asked = before.reviews.prefix(20)
        #expect(asked.count >= 5)
        for isSame in [true, false] {
            let decisions = asked.map { Decision($0.rowA, $0.rowB, isSame: isSame) }
            let after = await Linkage.link(sources, decisions: decisions)
            let again = after.reviews.filter { review in
                decisions.contains(Decision(review.rowA, review.rowB, isSame: isSame))
            }
            #expect(again.isEmpty)
            let people = decisions.map { decision in
                Set([decision.left, decision.right].map { Int(after.personOfRow[$0]) })
            }
            let others = after.reviews.filter { people.contains([$0.personA, $0.personB]) }
            #expect(others.isEmpty)
        }
    }

    @Test func `what nobody spoke of stays as it was`() async {
        let before = await Linkage.link(sources)
        var generator = SeededGenerator(seed: 714)
        let few = pairs(before, ofOne: true, &generator).prefix(10)
        let after = await Linkage.link(
            sources, decisions: few.map { Decision($0.0, $0.1, isSame: false) })
        let touched = Set(few.map { before.personOfRow[$0.0] })
        for row in before.personOfRow.indices where !touched.contains(before.personOfRow[row]) {
            #expect(before.weightOfRow[row] == after.weightOfRow[row])
        }
        #expect(after.personCount >= before.personCount + few.count)
    }
}
