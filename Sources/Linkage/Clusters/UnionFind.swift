/// Sets of rows that grow together.
struct UnionFind: Sendable {
    private var parent: [UInt32]

    init(count: Int) { parent = (0..<UInt32(count)).map { $0 } }

    mutating func root(_ row: UInt32) -> UInt32 {
        var row = row
        while parent[Int(row)] != row {
            parent[Int(row)] = parent[Int(parent[Int(row)])]
            row = parent[Int(row)]
        }
        return row
    }

    /// The smaller of both roots stays, so that the result does not depend on the order of joins.
    mutating func join(_ left: UInt32, _ right: UInt32) {
        let (a, b) = (root(left), root(right))
        if a < b { parent[Int(b)] = a } else { parent[Int(a)] = b }
    }
}
