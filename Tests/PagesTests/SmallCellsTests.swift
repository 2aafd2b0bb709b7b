import Civic
import Pages
import Testing

@Suite struct SmallCellsTests {
    @Test(
        arguments: [
            ([10, 20, 30], [.shown(10), .shown(20), .shown(30)]),
            ([0, 20, 30], [.shown(0), .shown(20), .shown(30)]),
            ([4, 20, 30], [.small, .withheld, .shown(30)]),
            ([4, 3, 30], [.small, .small, .shown(30)]),
            ([4, 0, 0], [.small, .shown(0), .shown(0)]),
            ([5], [.shown(5)]), ([], []),
        ] as [([Int], [SmallCells.Cell])])
    func `hides small counts and what would give them away`(
        counts: [Int], expected: [SmallCells.Cell]
    ) {
        #expect(SmallCells.publishable(counts) == expected)
    }

    @Test func `counts that overlap need no second cell`() {
        #expect(SmallCells.publishable(overlapping: [3, 20]) == [.small, .shown(20)])
    }

    @Test func `no row or column of a table has a single hidden cell that could be worked out`() {
        var random = SeededGenerator(seed: 20_260_327)
        for _ in 0..<500 {
            let width = Int.random(in: 1...5, using: &random)
            let table = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                (0..<width).map { _ in Int.random(in: 0...14, using: &random) }
            }
            let cells = SmallCells.publishable(table: table)
            for (row, counts) in zip(cells, table) { check(row, counts) }
            for column in 0..<width {
                check(cells.map { $0[column] }, table.map { $0[column] })
            }
        }
    }

    private func check(_ cells: [SmallCells.Cell], _ counts: [Int]) {
        for (cell, count) in zip(cells, counts) {
            switch cell {
            case .shown(let shown): #expect(shown == count && (count == 0 || count >= 5))
            case .small: #expect((1...4).contains(count))
            case .withheld: #expect(count >= 5)
            }
        }
        let hidden = cells.indices.filter { if case .shown = cells[$0] { false } else { true } }
        let open = cells.indices.filter { !hidden.contains($0) && counts[$0] > 0 }
        #expect(hidden.count != 1 || open.isEmpty)
    }
}
