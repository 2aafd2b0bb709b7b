import Civic

/// Fills the slots person after person and, for each, month after month.
///
/// Which person-months can be paid together is a *matroid* (they are linked to slots by a network),
/// so the greedy order reaches at once the most person-months and, among all ways to reach them,
/// the best for the first place, then for the second, and so on. A month that finds no room looks
/// for a chain of others who can move on; when there is none, the slots it has seen are full for
/// good, because nobody who is in them can ever go elsewhere.
struct FundingFlow: Sendable {
    let network: FundingNetwork
    /// By slot: person-months it can still take.
    private(set) var room: [Int]
    /// By edge: person-months paid along it.
    private(set) var flow: [Int32]
    /// By slot: seen by a month that found no room.
    private(set) var isFull: [Bool]
    /// By person: a bit for each month, that of the first month lowest.
    private(set) var covered: [UInt64] = []

    private var isClosed: [Bool]
    private var cursor: [Int32]
    private var reach: FundingReach
    /// By slot: edges with flow, and some that had flow once.
    private(set) var active: [[Int32]]
    private var isActive: [Bool]

    /// - Parameters:
    ///   - network: of the wave and its funds.
    ///   - capacity: person-months by slot.
    init(_ network: FundingNetwork, capacity: [Int]) {
        self.network = network
        let types = network.edges.count - 1
        room = capacity
        flow = [Int32](repeating: 0, count: network.slotOfEdge.count)
        isFull = [Bool](repeating: false, count: network.slots.count)
        isClosed = [Bool](repeating: false, count: types)
        cursor = Array(network.edges.dropLast())
        reach = FundingReach(network)
        active = [[Int32]](repeating: [], count: network.slots.count)
        isActive = [Bool](repeating: false, count: flow.count)
    }

    /// Covers everybody as far as it can be done.
    /// - Parameters:
    ///   - grid: of the same network.
    ///   - taken: by person, months that are covered already; empty for none.
    mutating func fill(_ grid: FundingGrid, taken: [UInt64] = []) {
        let months = grid.months
        let all = UInt64(1) << UInt64(months) - 1
        var waiting = grid.sizeOfClass
        var openMonths = [UInt64](repeating: all, count: grid.classes)
        covered = taken.isEmpty ? [UInt64](repeating: 0, count: grid.wave.people.count) : taken
        for person in covered.indices {
            let position = Int(grid.classOfPerson[person])
            var open = openMonths[position] & ~covered[person]
            while open != 0 {
                let month = open.trailingZeroBitCount
                open &= open - 1
                if place(position * months + month, waiting: waiting[position]) {
                    covered[person] |= 1 << UInt64(month)
                } else {
                    openMonths[position] &= ~(1 << UInt64(month))
                }
            }
            waiting[position] -= 1
        }
    }

    var total: Int { covered.reduce(0) { $0 + $1.nonzeroBitCount } }

    private mutating func place(_ type: Int, waiting: Int) -> Bool {
        if isClosed[type] { return false }
        let end = network.edges[type + 1]
        var edge = cursor[type]
        while edge < end, room[Int(network.slotOfEdge[Int(edge)])] == 0 { edge += 1 }
        if edge == end {
            guard let found = makeRoom(for: type, waiting: waiting) else {
                isClosed[type] = true
                return false
            }
            edge = found
        }
        cursor[type] = edge
        room[Int(network.slotOfEdge[Int(edge)])] -= 1
        if flow[Int(edge)] == 0 { enter(Int(edge)) }
        flow[Int(edge)] += 1
        return true
    }

    /// An edge of `type` whose slot has room, if need be after others have moved on: as many at
    /// once as may still come.
    private mutating func makeRoom(for type: Int, waiting: Int) -> Int32? {
        while true {
            if let edge = network.edges(of: type).first(where: {
                room[Int(network.slotOfEdge[$0])] > 0
            }) {
                return Int32(edge)
            }
            if let end = reach.way(from: type, full: isFull, room: room) {
                if let edge = move(to: end, atMost: waiting, for: type) { return edge }
            } else if !refreshReach() {
                for slot in reach.queue { isFull[slot] = true }
                return nil
            }
        }
    }

    /// Draws anew what the slots seen can pass on to.
    /// - Returns: whether any of it was out of date.
    private mutating func refreshReach() -> Bool {
        var isChanged = false
        for slot in reach.queue where reach.isStale[slot] {
            if redraw(slot) { isChanged = true }
        }
        return isChanged
    }

    private mutating func redraw(_ slot: Int) -> Bool {
        var types: [Int] = []
        for out in active[slot] where flow[Int(out)] > 0 {
            types.append(Int(network.typeOfEdge[Int(out)]))
        }
        return reach.redraw(slot, types)
    }

    /// Moves people along the way that was found, its last step first, as many as may still come.
    /// - Returns: the edge of `type` by which the way begins; its slot has room then. Nil where a
    ///   step is no longer possible; it is forgotten then.
    private mutating func move(to end: Int, atMost waiting: Int, for type: Int) -> Int32? {
        var slot = end
        while reach.parent[slot] >= 0 {
            let before = Int(reach.parent[slot])
            guard pour(from: before, to: slot, atMost: min(waiting, room[slot])) else {
                _ = redraw(before)
                return nil
            }
            slot = before
        }
        return network.edges(of: type).first {
            Int(network.slotOfEdge[$0]) == slot
        }.map { Int32($0) }
    }

    /// - Returns: whether anybody could go.
    private mutating func pour(from slot: Int, to target: Int, atMost count: Int) -> Bool {
        var left = count
        var position = 0
        while left > 0, position < active[slot].count {
            let out = Int(active[slot][position])
            if flow[out] == 0 {
                isActive[out] = false
                active[slot].swapAt(position, active[slot].count - 1)
                active[slot].removeLast()
                continue
            }
            position += 1
            let type = Int(network.typeOfEdge[out])
            guard reach.allows(type, target),
                let edge = network.edges(of: type).first(where: {
                    Int(network.slotOfEdge[$0]) == target
                })
            else { continue }
            let some = min(left, Int(flow[out]))
            shift(some, from: out, to: edge)
            left -= some
        }
        return left < count
    }

    /// Moves `count` person-months of one type from slot to slot; see ``FundingThrift``.
    mutating func shift(_ count: Int, from out: Int, to edge: Int) {
        if flow[edge] == 0 { enter(edge) }
        flow[out] -= Int32(count)
        if flow[out] == 0 { reach.isStale[Int(network.slotOfEdge[out])] = true }
        flow[edge] += Int32(count)
        room[Int(network.slotOfEdge[out])] += count
        room[Int(network.slotOfEdge[edge])] -= count
    }

    /// The first of a type comes to a slot.
    private mutating func enter(_ edge: Int) {
        let slot = Int(network.slotOfEdge[edge])
        reach.add(Int(network.typeOfEdge[edge]), to: slot)
        if isActive[edge] { return }
        isActive[edge] = true
        active[slot].append(Int32(edge))
    }

    /// Lets `slot` take as many more as `capacity` leaves over what it pays already.
    mutating func setCapacity(_ capacity: Int, of slot: Int) {
        room[slot] = max(0, capacity - used(slot))
    }
}

extension FundingFlow {
    /// Person-months that `slot` pays.
    func used(_ slot: Int) -> Int {
        active[slot].reduce(0) { $0 + Int(flow[Int($1)]) }
    }

    /// Rupiah that the funds pay together.
    var cost: Int64 {
        flow.indices.reduce(Int64(0)) { $0 + Int64(flow[$1]) * network.priceOfEdge[$1] }
    }

    /// Rupiah by fund.
    func spent(funds: Int) -> [Int64] {
        var spent = [Int64](repeating: 0, count: funds)
        for edge in flow.indices where flow[edge] > 0 {
            let fund = network.slots[Int(network.slotOfEdge[edge])].fund
            spent[fund] += Int64(flow[edge]) * network.priceOfEdge[edge]
        }
        return spent
    }
}
