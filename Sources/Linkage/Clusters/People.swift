/// The person of every row.
struct People: Sendable {
    /// Numbered in the order of their first rows.
    private(set) var personOfRow: [Int32]
    private(set) var count: Int
    private(set) var weightOfRow: [Float]

    init(_ groups: Clustering.Groups, _ order: RowOrder) {
        var first = (0..<UInt32(order.count)).map { $0 }
        weightOfRow = [Float](repeating: 0, count: order.count)
        for (people, weights) in zip(groups.people, groups.weights) {
            let rows = people.map { order.row(at: Int($0)) }
            let leader = rows.min() ?? 0
            for (row, weight) in zip(rows, weights) {
                first[row] = UInt32(leader)
                weightOfRow[row] = weight
            }
        }
        personOfRow = [Int32](repeating: -1, count: order.count)
        count = 0
        for row in 0..<order.count {
            let leader = Int(first[row])
            if leader == row {
                personOfRow[row] = Int32(count)
                count += 1
            } else {
                personOfRow[row] = personOfRow[leader]
            }
        }
    }
}
