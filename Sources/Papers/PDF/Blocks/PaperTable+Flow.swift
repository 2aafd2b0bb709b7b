internal import Civic

extension PaperTable: FlowBlock {
    func slabs(in frame: Frame) throws(Problem) -> [Slab] {
        let grid = TableGrid(self, in: frame)
        let heading = grid.height(of: .heading)
        var slabs = [Slab(heading, before: before)]
        var rows = 0
        for (index, group) in shownGroups.enumerated() {
            let head = group.heading.isEmpty ? 0 : grid.height(of: .group(group.heading))
            if head > 0 {
                var slab = Slab(head)
                slab.repeated = heading
                slab.startsPage = dividesPages && index > 0
                slabs.append(slab)
            }
            // A heading does not stand alone.
            slabs[slabs.count - 1].keepsWithNext = true
            for (number, row) in group.rows.enumerated() {
                precondition(row.count == columns.count, "one cell for each column")
                rows += 1
                var slab = Slab(grid.height(of: .cells(row)))
                guard slab.height + heading + head <= frame.height else {
                    throw PDFFault.rowTooTall(rows)
                }
                slab.repeated = heading + head
                slab.startsPage = begins(number)
                slabs.append(slab)
            }
            add(group.totals, to: &slabs, grid, repeated: heading + head)
        }
        add(totals, to: &slabs, grid, repeated: heading)
        return slabs
    }

    func draw(in frame: Frame, _ pen: Pen) throws(Problem) {
        let grid = TableGrid(self, in: frame)
        grid.draw(.heading, y: try pen.place().y)
        for group in shownGroups {
            if !group.heading.isEmpty {
                let place = try pen.place()
                if place.beginsPage { grid.draw([.heading], above: place.y) }
                grid.draw(.group(group.heading), y: place.y)
            }
            let repeated: [TableGrid.Row] =
                group.heading.isEmpty
                ? [.heading] : [.heading, .group("\(group.heading) (lanjutan)")]
            for row in group.rows { try draw(.cells(row), repeated, grid, pen) }
            for total in group.totals { try draw(.total(total), repeated, grid, pen) }
        }
        for total in totals { try draw(.total(total), [.heading], grid, pen) }
    }

    private func draw(
        _ row: TableGrid.Row, _ repeated: [TableGrid.Row], _ grid: TableGrid, _ pen: Pen
    ) throws(Problem) {
        let place = try pen.place()
        if place.beginsPage { grid.draw(repeated, above: place.y) }
        grid.draw(row, y: place.y)
    }

    private func begins(_ row: Int) -> Bool {
        guard let rowsPerPage else { return false }
        return row > 0 && row % rowsPerPage == 0
    }

    /// Sums stay with the last row before them.
    private func add(
        _ totals: [PaperTotal], to slabs: inout [Slab], _ grid: TableGrid, repeated: Double
    ) {
        for total in totals {
            slabs[slabs.count - 1].keepsWithNext = true
            var slab = Slab(grid.height(of: .total(total)))
            slab.repeated = repeated
            slabs.append(slab)
        }
    }

    /// An empty table says so.
    private var shownGroups: [PaperGroup] {
        guard groups.allSatisfy(\.rows.isEmpty) else { return groups }
        return [PaperGroup(rows: [], totals: [PaperTotal(emptyText, alignment: .centre)])]
    }
}
