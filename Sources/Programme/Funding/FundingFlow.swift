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
    private var chain: Chain

    /// - Parameter capacity: person-months by slot.
    init(_ network: FundingNetwork, capacity: [Int]) {
        self.network = network
        let types = network.edges.count - 1
        room = capacity
        flow = [Int32](repeating: 0, count: network.slotOfEdge.count)
        isFull = [Bool](repeating: false, count: network.slots.count)
        isClosed = [Bool](repeating: false, count: types)
        cursor = Array(network.edges.dropLast())
        chain = Chain(slots: network.slots.count, types: types)
    }

    /// Covers everybody as far as it can be done.
    /// - Parameter taken: by person, months that are covered already; empty for none.
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
        flow[Int(edge)] += 1
        return true
    }

    /// An edge of `type` whose slot has room, if need be after others have moved on: as many at
    /// once as may still come.
    private mutating func makeRoom(for type: Int, waiting: Int) -> Int32? {
        chain.begin()
        for edge in network.edges(of: type) {
            let slot = Int(network.slotOfEdge[edge])
            if isFull[slot] || chain.knows(slot: slot) { continue }
            if room[slot] > 0 { return Int32(edge) }
            chain.add(slot, by: Int32(edge), outOf: -1)
        }
        var next = 0
        while next < chain.queue.count {
            let slot = chain.queue[next]
            next += 1
            for out in network.inwardEdges(of: slot) where flow[Int(out)] > 0 {
                let mover = Int(network.typeOfEdge[Int(out)])
                guard chain.isNew(type: mover) else { continue }
                for edge in network.edges(of: mover) {
                    let target = Int(network.slotOfEdge[edge])
                    if isFull[target] || chain.knows(slot: target) { continue }
                    chain.add(target, by: Int32(edge), outOf: out)
                    if room[target] > 0 { return move(to: target, atMost: waiting) }
                }
            }
        }
        for slot in chain.queue { isFull[slot] = true }
        return nil
    }

    /// - Returns: the edge by which the chain begins; its slot has room then.
    private mutating func move(to end: Int, atMost waiting: Int) -> Int32 {
        var count = min(waiting, room[end])
        var slot = end
        while chain.outOf[slot] >= 0 {
            let out = Int(chain.outOf[slot])
            count = min(count, Int(flow[out]))
            slot = Int(network.slotOfEdge[out])
        }
        room[end] -= count
        slot = end
        while chain.outOf[slot] >= 0 {
            let out = Int(chain.outOf[slot])
            flow[out] -= Int32(count)
            flow[Int(chain.by[slot])] += Int32(count)
            slot = Int(network.slotOfEdge[out])
        }
        room[slot] += count
        return chain.by[slot]
    }

    /// Moves `count` person-months of one type from slot to slot; see ``FundingThrift``.
    mutating func shift(_ count: Int, from out: Int, to edge: Int) {
        flow[out] -= Int32(count)
        flow[edge] += Int32(count)
        room[Int(network.slotOfEdge[out])] += count
        room[Int(network.slotOfEdge[edge])] -= count
    }

    /// Lets `slot` take as many more as `capacity` leaves over what it pays already.
    mutating func setCapacity(_ capacity: Int, of slot: Int) {
        room[slot] = max(0, capacity - used(slot))
    }

    /// The search tree of one chain.
    private struct Chain: Sendable {
        var queue: [Int] = []
        /// By slot: the edge that leads in, and the edge whose flow it takes over; -1 for none.
        var by: [Int32]
        var outOf: [Int32]
        private var slotSeen: [Int32]
        private var typeSeen: [Int32]
        private var round: Int32 = 0

        init(slots: Int, types: Int) {
            by = [Int32](repeating: -1, count: slots)
            outOf = by
            slotSeen = [Int32](repeating: 0, count: slots)
            typeSeen = [Int32](repeating: 0, count: types)
        }

        mutating func begin() {
            round += 1
            queue.removeAll(keepingCapacity: true)
        }

        func knows(slot: Int) -> Bool { slotSeen[slot] == round }

        mutating func isNew(type: Int) -> Bool {
            if typeSeen[type] == round { return false }
            typeSeen[type] = round
            return true
        }

        mutating func add(_ slot: Int, by edge: Int32, outOf out: Int32) {
            slotSeen[slot] = round
            queue.append(slot)
            by[slot] = edge
            outOf[slot] = out
        }
    }
}

extension FundingFlow {
    /// Person-months that `slot` pays.
    func used(_ slot: Int) -> Int {
        network.inwardEdges(of: slot).reduce(0) { $0 + Int(flow[Int($1)]) }
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
