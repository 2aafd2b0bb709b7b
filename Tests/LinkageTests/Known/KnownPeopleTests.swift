import Civic
import Testing

@testable import Linkage

/// Lists that come one after the other give the people that all at once would give, and people keep
/// their numbers.
struct KnownPeopleTests {
    private func lists(_ seed: UInt64) -> [(name: String, source: LinkageSource)] {
        var world = SmallWorld(seed: seed, families: 150)
        let names = ["registry", "welfare", "trade", "nominations"]
        return zip(names, world.lists()).map { (name: $0, source: $1.source) }
    }

    /// Rows by the number of their person.
    private func groups(_ known: KnownPeople) -> Set<[Int]> {
        var members: [UInt32: [Int]] = [:]
        for list in known.lists where !list.isWithdrawn {
            for row in list.rows { members[known.person(ofRow: row), default: []].append(row) }
        }
        return Set(members.values)
    }

    private func numbers(_ known: KnownPeople, _ rows: Range<Int>) -> [UInt32] {
        rows.map { known.person(ofRow: $0) }
    }

    @Test(arguments: [71, 72, 73, 74, 75] as [UInt64])
    func `a list more gives the people of a full run`(_ seed: UInt64) async {
        let lists = lists(seed)
        var known = await KnownPeople(Array(lists.prefix(2)))
        for list in lists.suffix(2) {
            let change = await known.add(list.name, list.source)
            #expect(change.rows == list.source.roster.rows.count)
            #expect(change.pairsCompared > 0)
            #expect(groups(known) == groups(await known.linkedAnew()))
        }
        #expect(known.personCount == Set(numbers(known, 0..<known.rowCount)).count)
    }

    @Test(arguments: [81, 82, 83] as [UInt64])
    func `people keep their numbers, and a withdrawn list leaves no trace`(_ seed: UInt64) async {
        let lists = lists(seed)
        var known = await KnownPeople(Array(lists.prefix(3)))
        let rows = 0..<known.rowCount
        let before = numbers(known, rows)
        let change = await known.add(lists[3].name, lists[3].source)
        let moved = change.moves.filter { $0.before != 0 }
        for (row, number) in rows.map({ ($0, before[$0]) }) {
            let now = known.person(ofRow: row)
            #expect(now == number || moved.contains { $0.row == row && $0.after == now })
        }
        #expect(moved.count < rows.count / 50)
        _ = await known.withdraw(lists[3].name)
        #expect(numbers(known, rows) == before)
        #expect(known.lists[3].rows.allSatisfy { known.person(ofRow: $0) == 0 })
        #expect(groups(known) == groups(await known.linkedAnew()))
        #expect(await known.withdraw(lists[3].name) == nil)
        #expect(await known.withdraw("nothing") == nil)
    }

    @Test func `a list in the middle can be withdrawn as well`() async {
        let lists = lists(84)
        var known = await KnownPeople(Array(lists.prefix(1)))
        for list in lists.dropFirst() { _ = await known.add(list.name, list.source) }
        _ = await known.withdraw("welfare")
        #expect(groups(known) == groups(await known.linkedAnew()))
    }

    @Test func `the same list twice changes nobody's person`() async {
        let lists = lists(85)
        var known = await KnownPeople(lists)
        let before = numbers(known, 0..<known.rowCount)
        let change = await known.add("again", lists[1].source)
        #expect(change.moves.allSatisfy { $0.before == 0 })
        #expect(numbers(known, 0..<before.count) == before)
        let again = known.lists[4].rows
        let same = zip(known.lists[1].rows, again).count {
            known.person(ofRow: $0) == known.person(ofRow: $1)
        }
        #expect(Double(same) > 0.98 * Double(again.count))
    }

    @Test func `what a human decided holds, also for the next delivery`() async throws {
        let lists = lists(86)
        var known = await KnownPeople(lists)
        // Two rows of one person, of the welfare register and the trade's list.
        let pair = try #require(
            known.lists[2].rows.lazy.compactMap { row -> (Int, Int)? in
                known.lists[1].rows.first {
                    known.person(ofRow: $0) == known.person(ofRow: row)
                }.map { ($0, row) }
            }.first)
        _ = await known.decide(pair.0, pair.1, isSame: false)
        #expect(known.person(ofRow: pair.0) != known.person(ofRow: pair.1))
        _ = await known.withdraw("trade")
        _ = await known.add("trade", lists[2].source)
        let offset = pair.1 - known.lists[2].rows.lowerBound
        let delivered = known.lists[4].rows.lowerBound + offset
        #expect(known.person(ofRow: pair.0) != known.person(ofRow: delivered))
        _ = await known.decide(pair.0, delivered, isSame: true)
        #expect(known.person(ofRow: pair.0) == known.person(ofRow: delivered))
        #expect(groups(known) == groups(await known.linkedAnew()))
    }

    @Test(arguments: [false, true])
    func `what was kept is taken up as it was, and damage is found`(
        _ withDecision: Bool
    ) async throws {
        let lists = lists(87)
        var known = await KnownPeople(Array(lists.prefix(3)))
        if withDecision { _ = await known.decide(3, 200, isSame: true) }
        var bytes: [UInt8] = []
        known.write { (part: UnsafeRawBufferPointer) in bytes += part }
        var again = try #require(bytes.withUnsafeBytes { KnownPeople($0) })
        #expect(again.lists == known.lists)
        #expect(again.decisions == known.decisions)
        #expect(again.model == known.model)
        let first = await known.add(lists[3].name, lists[3].source)
        let second = await again.add(lists[3].name, lists[3].source)
        #expect(first == second)
        #expect(numbers(known, 0..<known.rowCount) == numbers(again, 0..<again.rowCount))
        for place in stride(from: 0, to: bytes.count, by: bytes.count / 211) {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(damaged.withUnsafeBytes { KnownPeople($0) } == nil, "byte \(place)")
        }
        #expect(Array(bytes.dropLast()).withUnsafeBytes { KnownPeople($0) } == nil)
        #expect([UInt8]().withUnsafeBytes { KnownPeople($0) } == nil)
    }

    /// One birth date on all rows of a new list: a group too large to compare whole.
    @Test func `a default value on a whole new list costs no more than its rows`() async {
        let lists = lists(88)
        var known = await KnownPeople(Array(lists.prefix(3)))
        var world = SmallWorld(seed: 88, families: 150)
        var filled = world.lists()[3]
        for index in filled.lines.indices { filled.lines[index].line.birth = "1980-01-01" }
        let change = await known.add("filled", filled.source)
        #expect(change.pairsCompared < 400 * filled.lines.count)
        #expect(known.personCount > 0)
    }
}

extension KnownPeople {
    fileprivate var rowCount: Int { lists.last?.rows.upperBound ?? 0 }
}
