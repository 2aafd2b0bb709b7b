/// What a human said about two rows, given by their places over all sources. It outweighs the
/// evidence and the constraints between the two.
package struct Decision: Sendable, Hashable {
    package let left: Int
    package let right: Int
    package let isSame: Bool

    package init(_ first: Int, _ second: Int, isSame: Bool) {
        (left, right) = (min(first, second), max(first, second))
        self.isSame = isSame
    }
}

/// Decisions in the form in which pairs of records are looked up.
struct DecisionTable: Sendable {
    private let isSame: [UInt64: Bool]
    /// Between positions of records.
    let all: [Decision]

    init(_ decisions: [Decision], _ order: RowOrder) {
        self.init(
            decisions.map {
                Decision(
                    order.position(of: $0.left), order.position(of: $0.right), isSame: $0.isSame)
            })
    }

    private init(_ decisions: [Decision]) {
        all = decisions
        // The last word counts.
        isSame = Dictionary(
            decisions.map { (DecisionTable.key($0.left, $0.right), $0.isSame) },
            uniquingKeysWith: { $1 })
    }

    /// Between positions of records.
    init(positions: [(Int, Int, Bool)]) {
        self.init(positions.map { Decision($0.0, $0.1, isSame: $0.2) })
    }

    @inline(__always)
    func verdict(_ left: Int, _ right: Int) -> Bool? {
        isSame.isEmpty ? nil : isSame[DecisionTable.key(min(left, right), max(left, right))]
    }

    private static func key(_ left: Int, _ right: Int) -> UInt64 {
        UInt64(left) << 32 | UInt64(right)
    }
}
