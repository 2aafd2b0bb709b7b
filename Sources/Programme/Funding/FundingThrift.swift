/// Makes a filled network as cheap as can be without touching who is covered in which month:
/// moves person-months around as long as some round trip saves money. A flow from which no round
/// trip saves anything is one of least cost.
struct FundingThrift {
    private struct Arc {
        let to: Int
        let cost: Int64
        /// The flow that is taken from, and given to; -1 where room is taken or given instead.
        let out: Int
        let edge: Int
    }

    private var flow: FundingFlow
    private let network: FundingNetwork
    /// By slot, and last for the room that is left anywhere.
    private var arcs: [[Arc]]
    private var best: [Int64]
    private var bestArc: [Arc?]

    static func cheapest(_ flow: FundingFlow) -> FundingFlow {
        var thrift = FundingThrift(flow)
        while let trip = thrift.roundTrip() { thrift.take(trip) }
        return thrift.flow
    }

    private init(_ flow: FundingFlow) {
        self.flow = flow
        network = flow.network
        let slots = network.slots.count
        arcs = [[Arc]](repeating: [], count: slots + 1)
        best = [Int64](repeating: .max, count: slots)
        bestArc = [Arc?](repeating: nil, count: slots)
        arcs[slots] = (0..<slots).map { Arc(to: $0, cost: 0, out: -1, edge: -1) }
        for slot in 0..<slots { draw(slot) }
    }

    private var hub: Int { network.slots.count }

    /// The cheapest way to send one person-month from `slot` to each other one.
    private mutating func draw(_ slot: Int) {
        var reached: [Int] = []
        for out in flow.active[slot] where flow.flow[Int(out)] > 0 {
            let out = Int(out)
            for edge in network.edges(of: Int(network.typeOfEdge[out])) {
                let target = Int(network.slotOfEdge[edge])
                let cost = network.priceOfEdge[edge] - network.priceOfEdge[out]
                if target == slot || cost > best[target] { continue }
                // Of equal ways the widest, so that fewer round trips are needed.
                if cost == best[target], let arc = bestArc[target],
                    flow.flow[arc.out] >= flow.flow[out]
                {
                    continue
                }
                if best[target] == .max { reached.append(target) }
                best[target] = cost
                bestArc[target] = Arc(to: target, cost: cost, out: out, edge: edge)
            }
        }
        arcs[slot] = reached.compactMap { bestArc[$0] }
        for target in reached { best[target] = .max }
        if flow.room[slot] > 0 { arcs[slot].append(Arc(to: hub, cost: 0, out: -1, edge: -1)) }
    }

    /// A round trip that saves money, or nil when there is none (Bellman and Ford).
    private func roundTrip() -> [(from: Int, arc: Arc)]? {
        var distance = [Int64](repeating: 0, count: hub + 1)
        var parent = [(from: Int, arc: Arc)?](repeating: nil, count: hub + 1)
        for _ in 0...hub {
            var isChanged = false
            for from in 0...hub {
                for arc in arcs[from] where distance[from] + arc.cost < distance[arc.to] {
                    distance[arc.to] = distance[from] + arc.cost
                    parent[arc.to] = (from, arc)
                    isChanged = true
                }
            }
            if !isChanged { return nil }
            if let trip = FundingThrift.circle(parent) { return trip }
        }
        return FundingThrift.circle(parent)
    }

    /// A circle of parents always saves money.
    private static func circle(
        _ parent: [(from: Int, arc: Arc)?]
    ) -> [(from: Int, arc: Arc)]? {
        var seenFrom = [Int](repeating: -1, count: parent.count)
        for start in parent.indices where seenFrom[start] < 0 {
            var node = start
            while seenFrom[node] < 0, let step = parent[node] {
                seenFrom[node] = start
                node = step.from
            }
            guard seenFrom[node] == start, parent[node] != nil else { continue }
            var trip: [(from: Int, arc: Arc)] = []
            var walked = node
            while let step = parent[walked] {
                trip.append(step)
                walked = step.from
                if walked == node { return trip }
            }
        }
        return nil
    }

    private mutating func take(_ trip: [(from: Int, arc: Arc)]) {
        var count = Int.max
        for (from, arc) in trip {
            if arc.out >= 0 {
                count = min(count, Int(flow.flow[arc.out]))
            } else if arc.to == hub {
                count = min(count, flow.room[from])
            }
        }
        // Only what begins or ends changes which ways there are.
        var changed: Set<Int> = []
        for (from, arc) in trip {
            if arc.out < 0 {
                changed.formUnion([from, arc.to])
                continue
            }
            flow.shift(count, from: arc.out, to: arc.edge)
            if flow.flow[arc.out] == 0 { changed.insert(from) }
            if flow.flow[arc.edge] == Int32(count) { changed.insert(arc.to) }
        }
        for slot in changed where slot != hub { draw(slot) }
    }
}
