import Civic
import Testing

@testable import Linkage

struct EditDistanceTests {
    private func distance(_ left: String, _ right: String) -> Int {
        Array(left.utf8).withUnsafeBufferPointer { left in
            Array(right.utf8).withUnsafeBufferPointer { right in
                EditDistance.with { $0.between(left, right) }
            }
        }
    }

    @Test(arguments: [
        ("BUDI", "BUDI", 0), ("BUDI", "BUDY", 1), ("BUDI", "UBDI", 1), ("BUDI", "BUD", 1),
        ("SANTOSO", "SANTSOO", 1), ("SANTOSO", "SANTOSA", 1), ("A", "B", 1), ("AB", "BA", 1),
        ("KURNIAWAN", "KURNAIWNA", 2), ("", "AB", 2), ("AB", "", 2), ("", "", 0), ("ABC", "CA", 3),
    ])
    func `edits`(_ left: String, _ right: String, _ edits: Int) {
        #expect(distance(left, right) == edits)
        #expect(distance(right, left) == edits)
    }

    @Test func `agrees with the whole table`() {
        var generator = SeededGenerator(seed: 211)
        let letters = Array("ABCD")
        var wrong: [String] = []
        for _ in 0..<6_000 {
            func word() -> String {
                String(
                    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                        letters[Int.random(in: 0...3, using: &generator)]
                    })
            }
            let (left, right) = (word(), word())
            let (fast, slow) = (distance(left, right), SlowEdits.distance(left, right))
            if fast != slow { wrong.append("\(left) \(right): \(fast), not \(slow)") }
        }
        #expect(wrong.prefix(3) == [])
    }

    @Test func `very long words are just far apart`() {
        let long = String(repeating: "AB", count: 60)
        #expect(distance(long, long) == 0)
        #expect(distance(long, "X" + long + "Y") > 2)
        #expect(distance(long + "X", long) == 1)
        #expect(distance(long + "X" + long, long + "Y" + long) == 1)
    }
}

/// Optimal string alignment, the textbook's table.
private enum SlowEdits {
    static func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left), Array(right))
        var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for row in 0...a.count {
            for column in 0...b.count {
                guard row > 0, column > 0 else {
                    table[row][column] = row + column
                    continue
                }
                let same = a[row - 1] == b[column - 1]
                var best = table[row - 1][column - 1] + (same ? 0 : 1)
                best = min(best, table[row - 1][column] + 1, table[row][column - 1] + 1)
                if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
                    best = min(best, table[row - 2][column - 2] + 1)
                }
                table[row][column] = best
            }
        }
        return table[a.count][b.count]
    }
}
