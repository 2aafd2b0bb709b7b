import Civic
import Testing

@testable import Linkage

/// Which pairs are compared.
struct CandidateWalkTests {
    /// One list more, in which `count` people have the telephone of a call shop.
    private func world(_ seed: UInt64, callShop count: Int = 0) -> [List] {
        var world = SmallWorld(seed: seed, families: 50)
        var lists = world.lists()
        var callers = Array(world.people.prefix(count))
        for index in callers.indices { callers[index].phone = 81_234_567_890 }
        if count > 0 { lists.append(List(callers)) }
        return lists
    }

    private func judge(_ visits: Visits, _ comment: Comment) {
        let expected = visits.expected
        if visits.table.large.isEmpty { #expect(expected.sharedByMany == [], comment) }
        let told = Set(visits.pairs)
        #expect(expected.shared.count > 300, comment)
        #expect(expected.shared.subtracting(told) == [], comment)
        let others = told.subtracting(expected.shared)
        #expect(others.subtracting(expected.sharedByMany) == [], comment)
        let times = Dictionary(grouping: visits.pairs) { $0 }.mapValues(\.count)
        let repeated = times.filter { $0.value > 1 && expected.shared.contains($0.key) }
        #expect(repeated == [:], comment)
        #expect(visits.pairs.allSatisfy { $0.left < $0.right }, comment)
    }

    @Test(arguments: [501, 502, 503] as [UInt64])
    func `rows that share a key with few others meet, each pair once`(_ seed: UInt64) async {
        let visits = await Visits(world(seed))
        #expect(visits.table.large.isEmpty, "seed \(seed)")
        judge(visits, "seed \(seed)")
    }

    @Test(arguments: [KeyTable.groupMax, KeyTable.groupMax + 1, 120])
    func `a key that many share brings some together and keeps no other key from it`(
        _ count: Int
    ) async {
        let visits = await Visits(world(504, callShop: count))
        #expect(visits.table.large.isEmpty == (count <= KeyTable.groupMax))
        judge(visits, "seed 504")
    }

    @Test(arguments: [505, 506] as [UInt64])
    func `rows of any content meet by their further columns too`(_ seed: UInt64) async {
        var generator = SeededGenerator(seed: seed)
        let lists = [
            List(StrangeLines.make(150, &generator)), List(StrangeLines.make(150, &generator)),
        ]
        let visits = await Visits(lists)
        #expect(visits.table.keys.contains(.value(column: 0)))
        judge(visits, "seed \(seed)")
    }

    @Test func `the same pairs in the same order for any number of workers`() async {
        let lists = world(507, callShop: 150)
        let alone = await Visits(lists, workers: 1)
        for workers in [2, 5] {
            #expect(await Visits(lists, workers: workers).pairs == alone.pairs)
        }
    }

    @Test func `a sample holds about its share of the pairs, and no others`() async {
        var world = SmallWorld(seed: 508, families: 400)
        let lists = world.lists()
        let all = await Visits(lists)
        let some = await Visits(lists, every: 4)
        #expect(Set(some.pairs).isSubset(of: Set(all.pairs)))
        let share = Double(some.pairs.count) / Double(all.pairs.count)
        #expect((0.2...0.3).contains(share), "seed 508: \(share)")
    }

    @Test(arguments: [501, 509] as [UInt64])
    func `no more pairs than were announced`(_ seed: UInt64) async {
        let lists = world(seed, callShop: 150)
        let visits = await Visits(lists)
        let walk = CandidateWalk(visits.rows, visits.table, workers: 2)
        #expect(walk.pairsAtMost >= visits.pairs.count)
    }
}
