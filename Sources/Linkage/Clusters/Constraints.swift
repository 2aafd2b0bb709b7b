import Civic

/// What is certain about two rows, whatever their weight.
extension PairComparison {
    /// Whether two rows are certainly two people: two numbers of the civil registry, or two rows of
    /// a list that names each person once, unless they say the same.
    func areTwo(_ left: Int, _ right: Int) -> Bool {
        let both = records[left].flags.intersection(records[right].flags)
        guard !both.isDisjoint(with: [.registry, .oncePerSource]) else { return false }
        let (a, b) = (records[left], records[right])
        if both.contains(.registry), a.nik != 0, b.nik != 0, a.nik != b.nik { return true }
        return a.source == b.source && both.contains(.oncePerSource) && !repeats(a, b)
    }

    /// Whether two rows of one list are the same row again: nothing in them differs that would tell
    /// two people apart.
    private func repeats(_ first: Record, _ second: Record) -> Bool {
        if first.nik != 0, second.nik != 0 { return first.nik == second.nik }
        guard first.birth == second.birth, first.nameCount == second.nameCount,
            first.card == second.card || first.card == 0 || second.card == 0
        else { return false }
        for word in 0..<Int(first.nameCount) where first.name[word] != second.name[word] {
            return false
        }
        return first.birth != RosterRow.noDay
    }

    /// Rows in an order that depends on what they say.
    func orderedByContent(_ rows: [UInt32]) -> [UInt32] {
        var keyed = rows.map { row in
            (records[Int(row)].content, records[Int(row)].source, row)
        }
        keyed.sort { $0 < $1 }
        return keyed.map(\.2)
    }
}
