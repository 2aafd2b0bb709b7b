/// The numbers of people, which stay when lists come and go.
struct Identities: Sendable {
    /// By position of the record; 0 for rows that belong to nobody (yet, or any more).
    private(set) var now: [UInt32]
    /// What each row had before its person last changed, and the first it ever had.
    private(set) var before: [UInt32]
    private(set) var first: [UInt32]
    /// How many rows have each number.
    private var rowsOf: [UInt32]

    init(rows: Int) {
        now = [UInt32](repeating: 0, count: rows)
        before = now
        first = now
        rowsOf = [0]
    }

    /// Numbers people in the order of their first rows.
    init(_ people: People, _ order: RowOrder) {
        let now = (0..<order.count).map { UInt32(people.personOfRow[order.row(at: $0)]) + 1 }
        self.init(now: now, before: now, first: now)
    }

    init(now: [UInt32], before: [UInt32], first: [UInt32]) {
        self.now = now
        self.before = before
        self.first = first
        let last = [now, before, first].map { $0.max() ?? 0 }.max() ?? 0
        rowsOf = [UInt32](repeating: 0, count: Int(last) + 1)
        for number in now { rowsOf[Int(number)] += 1 }
    }

    /// People who have a row.
    var count: Int { rowsOf.dropFirst().count { $0 > 0 } }

    mutating func append(_ rows: Int) {
        let none = [UInt32](repeating: 0, count: rows)
        now += none
        before += none
        first += none
    }

    /// Gives numbers to people that were parted anew.
    ///
    /// A person keeps the number that most of its rows had; where two claim one, the one with more
    /// rows has it, then the one whose first row came first. Others take up a number that one of
    /// their rows had before, if nobody has it, so that what is undone is as it was; the rest get new
    /// ones.
    ///
    /// - Parameters:
    ///   - people: of two rows or more, by position; all among `rows`.
    ///   - rows: all rows of the components; those in no person are people of their own.
    ///   - order: leads to the rows' places.
    /// - Returns: the rows whose number changed, in the order of their places.
    mutating func assign(
        _ people: [[UInt32]], among rows: [UInt32], _ order: RowOrder
    ) -> [KnownChange.Move] {
        let old = rows.map { now[Int($0)] }
        let groups = inOrder(people, among: rows, order)
        for row in rows { release(row) }
        var numbers = [UInt32](repeating: 0, count: groups.count)
        var isTaken: Set<UInt32> = []
        for claim in claims(groups, old: Dictionary(uniqueKeysWithValues: zip(rows, old))) {
            guard numbers[claim.group] == 0, isFree(claim.number, isTaken) else { continue }
            numbers[claim.group] = claim.number
            isTaken.insert(claim.number)
        }
        for (group, members) in groups.enumerated() where numbers[group] == 0 {
            numbers[group] = former(members, isTaken) ?? fresh()
            isTaken.insert(numbers[group])
        }
        for (group, members) in groups.enumerated() {
            for row in members { take(numbers[group], row) }
        }
        return moves(rows, old, order)
    }

    /// Takes the numbers of rows away.
    mutating func clear(_ rows: [UInt32], _ order: RowOrder) -> [KnownChange.Move] {
        let old = rows.map { now[Int($0)] }
        for (row, number) in zip(rows, old) {
            release(row)
            before[Int(row)] = number
        }
        return moves(rows, old, order)
    }

    // MARK: Claims

    private struct Claim {
        let rows: Int
        let number: UInt32
        let group: Int
    }

    /// Groups in the order of their first places, single rows included.
    private func inOrder(
        _ people: [[UInt32]], among rows: [UInt32], _ order: RowOrder
    ) -> [[UInt32]] {
        let gathered = Set(people.flatMap { $0 })
        let alone = rows.filter { !gathered.contains($0) }.map { [$0] }
        return (people + alone)
            .map { group in group.sorted { order.row(at: Int($0)) < order.row(at: Int($1)) } }
            .sorted { order.row(at: Int($0[0])) < order.row(at: Int($1[0])) }
    }

    private func claims(_ groups: [[UInt32]], old: [UInt32: UInt32]) -> [Claim] {
        var claims: [Claim] = []
        for (group, members) in groups.enumerated() {
            var votes: [UInt32: Int] = [:]
            for row in members {
                if let number = old[row], number != 0 { votes[number, default: 0] += 1 }
            }
            claims += votes.map { Claim(rows: $1, number: $0, group: group) }
        }
        return claims.sorted { ($1.rows, $0.number, $0.group) < ($0.rows, $1.number, $1.group) }
    }

    /// A number that a row of this group had before and that nobody has now.
    private func former(_ members: [UInt32], _ isTaken: Set<UInt32>) -> UInt32? {
        let earlier = members.map { before[Int($0)] } + members.map { first[Int($0)] }
        return earlier.first { $0 != 0 && isFree($0, isTaken) }
    }

    private func isFree(_ number: UInt32, _ isTaken: Set<UInt32>) -> Bool {
        rowsOf[Int(number)] == 0 && !isTaken.contains(number)
    }

    private mutating func fresh() -> UInt32 {
        rowsOf.append(0)
        return UInt32(rowsOf.count - 1)
    }

    // MARK: Rows

    private mutating func release(_ row: UInt32) {
        let number = now[Int(row)]
        if number != 0 { rowsOf[Int(number)] -= 1 }
        now[Int(row)] = 0
    }

    private mutating func take(_ number: UInt32, _ row: UInt32) {
        now[Int(row)] = number
        rowsOf[Int(number)] += 1
        if first[Int(row)] == 0 { first[Int(row)] = number }
    }

    private mutating func moves(
        _ rows: [UInt32], _ old: [UInt32], _ order: RowOrder
    ) -> [KnownChange.Move] {
        var moves: [KnownChange.Move] = []
        for (row, number) in zip(rows, old) where now[Int(row)] != number {
            if number != 0 { before[Int(row)] = number }
            moves.append(
                KnownChange.Move(
                    row: order.row(at: Int(row)), before: number, after: now[Int(row)]))
        }
        return moves.sorted { $0.row < $1.row }
    }
}
