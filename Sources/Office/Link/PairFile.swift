import Civic
import Linkage
import Papers

/// Pairs of rows with their weights, as CSV for whoever examines the linkage.
enum PairFile {
    /// A list and the positions of its records in the file.
    struct Rows {
        let source: String
        let numbers: [Int]
    }

    static func write(
        _ pairs: [ScoredPair], _ lists: [Rows], to path: String
    ) throws(Problem) {
        var file = try CSVWriter(
            path: path,
            columns: ["source_a", "row_a", "source_b", "row_b", "weight", "probability"])
        let starts = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.numbers.count) }
        for pair in pairs {
            for row in [pair.left, pair.right] {
                let list = (starts.firstIndex { $0 > row } ?? 1) - 1
                file.field(lists[list].source)
                file.field(lists[list].numbers[row - starts[list]])
            }
            file.field(DecimalText.fixed(Double(pair.weight), 3))
            file.field(DecimalText.fixed(pair.probability, 6))
            try file.endRecord()
        }
        try file.finish()
    }
}
