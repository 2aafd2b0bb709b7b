import Civic
import Linkage
import Testing

/// How work was divided shows nowhere in the result.
struct WorkersTests {
    private func sources(_ seed: UInt64) -> [LinkageSource] {
        var world = SmallWorld(seed: seed, families: 150)
        var lists = world.lists()
        // A value that many share, and a component beyond all measure.
        var callers = Array(world.people.prefix(100))
        for index in callers.indices { callers[index].phone = 81_234_567_890 }
        lists.append(List(callers))
        lists.append(List([Line](repeating: world.people[0], count: 90)))
        return lists.map(\.source)
    }

    private func expectSame(_ found: LinkageResult, _ expected: LinkageResult) {
        #expect(found.personOfRow == expected.personOfRow)
        #expect(found.personCount == expected.personCount)
        #expect(found.weightOfRow == expected.weightOfRow)
        #expect(found.model == expected.model)
        #expect(found.reviews.map(\.rowA) == expected.reviews.map(\.rowA))
        #expect(found.reviews.map(\.rowB) == expected.reviews.map(\.rowB))
        #expect(found.reviews.map(\.weight) == expected.reviews.map(\.weight))
        #expect(found.reviews.map(\.evidence.summary) == expected.reviews.map(\.evidence.summary))
        #expect(found.pairs.map(\.left) == expected.pairs.map(\.left))
        #expect(found.pairs.map(\.right) == expected.pairs.map(\.right))
        #expect(found.pairs.map(\.weight) == expected.pairs.map(\.weight))
        #expect(found.statistics.histogram == expected.statistics.histogram)
        #expect(found.statistics.unlinkable == expected.statistics.unlinkable)
    }

    @Test(arguments: [701, 702] as [UInt64])
    func `any number of workers finds the same`(_ seed: UInt64) async {
        let sources = sources(seed)
        let alone = await Linkage.link(sources, keepsPairs: true, workers: 1)
        #expect(!alone.pairs.isEmpty)
        for workers in [2, 3, 8] {
            let several = await Linkage.link(sources, keepsPairs: true, workers: workers)
            expectSame(several, alone)
        }
    }

    @Test func `the model of one run makes the same people in the next`() async throws {
        let sources = sources(703)
        let first = await Linkage.link(sources, keepsPairs: true)
        // As it is kept between two runs.
        let kept = try #require(
            LinkageModel(
                classShares: first.model.classShares, byClass: first.model.table.map(\.byClass)))
        let again = await Linkage.link(sources, model: kept, keepsPairs: true)
        expectSame(again, first)
        // It is the model that is used, not one of these rows.
        let others = await Linkage.link([sources[1]], model: kept)
        #expect(others.model == kept)
        #expect(await Linkage.link([sources[1]]).model != kept)
    }

    @Test func `pairs that came near are told once, surest first`() async {
        let result = await Linkage.link(sources(704), keepsPairs: true)
        #expect(result.pairs.count == result.statistics.pairsKept)
        let pairs = result.pairs.map { [$0.left, $0.right] }
        #expect(Set(pairs).count == pairs.count)
        #expect(pairs.allSatisfy { $0[0] < $0[1] && $0[1] < result.personOfRow.count })
        let weights = result.pairs.map(\.weight)
        #expect(weights == weights.sorted(by: >))
        #expect(await Linkage.link(sources(704)).pairs.isEmpty)
    }
}
