import Civic
import Linkage
import Testing

/// A column that is filled in another way than before is noticed.
struct DriftTests {
    private func lists(_ seed: UInt64) -> [List] {
        var world = SmallWorld(seed: seed, families: 300)
        return world.lists()
    }

    struct Column: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Every row of all lists but the registry has the cell of another row.
        let scrambled: @Sendable ([List]) -> [List]

        init<Cell>(_ field: String, _ cell: any WritableKeyPath<Line, Cell> & Sendable) {
            testDescription = field
            scrambled = { lists in
                var generator = SeededGenerator(seed: 811)
                return lists.map { list in
                    guard !list.isRegistry else { return list }
                    var copy = list
                    for (row, other) in list.lines.indices.shuffled(using: &generator).enumerated()
                    {
                        copy.lines[row].line[keyPath: cell] = list.lines[other].line[keyPath: cell]
                    }
                    return copy
                }
            }
        }
    }

    private func model(_ lists: [List]) async -> LinkageModel {
        await Linkage.link(lists.map(\.source)).model
    }

    @Test func `nothing drifts from itself`() async {
        let model = await model(lists(812))
        let drift = model.drift(from: model)
        #expect(drift.count > 9)
        #expect(drift.allSatisfy { $0.distance == 0 })
    }

    @Test func `another village of the same kind drifts little`() async {
        let drift = await model(lists(813)).drift(from: await model(lists(814)))
        #expect(drift.allSatisfy { (0...0.1).contains($0.distance) }, "\(drift.prefix(3))")
        #expect(drift.map(\.distance) == drift.map(\.distance).sorted(by: >))
    }

    @Test(arguments: [
        Column("name", \.name), Column("mother", \.mother), Column("card", \.card),
        Column("phone", \.phone), Column("nik", \.nik),
    ])
    func `a column with the cells of other rows is among the two that drift most`(_ column: Column)
        async
    {
        let lists = lists(815)
        let before = await model(lists)
        for changed in [
            column.scrambled(lists), [lists[0], column.scrambled(lists)[1], lists[2], lists[3]],
        ] {
            let drift = await model(changed).drift(from: before)
            let first = drift.prefix(2).map(\.field)
            #expect(first.contains(column.testDescription), "\(drift.prefix(3))")
            #expect(drift[0].distance > 0.1)
        }
    }

    /// Equal numbers on rows born on other days are people who lend each other numbers, so that
    /// nothing is left of which the birth date could be seen to drift.
    @Test func `birth dates of other rows are noticed`() async {
        let lists = lists(816)
        let changed = Column("birth", \.birth).scrambled(lists)
        let drift = await model([lists[0], changed[1], lists[2], lists[3]])
            .drift(from: await model(lists))
        #expect(drift.prefix(2).contains { $0.field == "birth" }, "\(drift.prefix(4))")
    }
}
