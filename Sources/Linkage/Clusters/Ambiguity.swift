/// Rows that fit two people of the civil registry about equally well.
enum Ambiguity {
    /// Candidates this close to each other are about equal: eight to one.
    static let marginBits: Float = 3

    /// Rows without a usable number whose best candidates are two people of the civil registry. To
    /// join either would be a guess, so they stay alone and are shown to a human.
    static func rows(_ set: RecordSet, _ edges: [Edge], joinAt: Float) -> [Bool] {
        var number = [UInt64](repeating: 0, count: set.records.count)
        var weight = [Float](repeating: 0, count: set.records.count)
        var isAmbiguous = [Bool](repeating: false, count: set.records.count)
        // Strongest first, so that the first candidate met is the best.
        for edge in edges where edge.weight >= joinAt - marginBits {
            for (row, other) in [(edge.left, edge.right), (edge.right, edge.left)] {
                let (row, other) = (Int(row), set.records[Int(other)])
                let record = set.records[row]
                guard record.nik == 0 || record.flags.contains(.nikDisagrees),
                    other.flags.contains(.registry), other.nik != 0
                else { continue }
                if number[row] == 0 {
                    (number[row], weight[row]) = (other.nik, edge.weight)
                } else if number[row] != other.nik, weight[row] - edge.weight < marginBits {
                    isAmbiguous[row] = true
                }
            }
        }
        return isAmbiguous
    }
}
