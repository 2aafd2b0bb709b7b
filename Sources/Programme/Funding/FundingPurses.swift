import Civic

/// How the money of each fund is divided into person-months of its slots, and what that proves.
///
/// Only a fund with several prices leaves a choice. As long as somebody can use its cheapest price,
/// a dearer month costs it more than one cheap month, so all its money waits there. When the cheap
/// months are used up and others still ask for the fund, what is left goes to the next price.
struct FundingPurses {
    private let grid: FundingGrid
    private let network: FundingNetwork
    private let slotsOfFund: [[Int]]
    private(set) var capacity: [Int]
    private var isShared: [Bool]
    private var rounds = 0

    /// Rounds after which a division is taken as it is, because each fills the network anew: six, or
    /// fewer for very many people.
    private var roundsMax: Int { min(6, max(2, 2_000_000 / max(1, grid.wave.people.count))) }

    /// - Parameters:
    ///   - grid: the wave and its funds.
    ///   - network: of the same grid.
    ///   - givesPackages: whether packages can be had; else only open money.
    init(_ grid: FundingGrid, _ network: FundingNetwork, givesPackages: Bool) {
        self.grid = grid
        self.network = network
        slotsOfFund = grid.offers.indices.map { network.slots(of: $0) }
        isShared = [Bool](repeating: false, count: grid.offers.count)
        capacity = [Int](repeating: 0, count: network.slots.count)
        for (fund, offer) in grid.offers.enumerated() {
            if offer.givesPackages {
                guard givesPackages else { continue }
                for slot in slotsOfFund[fund] { capacity[slot] = packages(of: fund) }
            } else if let cheapest = slotsOfFund[fund].first {
                capacity[cheapest] = fits(fund, cheapest)
            }
        }
    }

    /// Fills the network, dividing again as long as somebody asks for money that lies idle.
    mutating func filled(taken: [UInt64] = []) -> FundingFlow {
        while true {
            var flow = FundingFlow(network, capacity: capacity)
            flow.fill(grid, taken: taken)
            rounds += 1
            guard rounds < roundsMax, divide(flow) else { return flow }
        }
    }

    /// As many person-months as the fund could pay if it paid nothing else.
    func fits(_ fund: Int, _ slot: Int) -> Int {
        FundingPurses.times(grid.offers[fund].money, network.slots[slot].price)
    }

    private func packages(of fund: Int) -> Int {
        let prices = (0..<grid.classes).filter {
            grid.sizeOfClass[$0] > 0 && grid.fundsOfClass[$0].contains(Int32(fund))
        }.map { grid.packagePrice(fund, $0) }
        guard let least = prices.min() else { return 0 }
        let fits = FundingPurses.times(grid.offers[fund].money, least)
        return min(max(0, grid.offers[fund].seats ?? fits), fits)
    }

    private static func times(_ money: Rupiah, _ price: Int64) -> Int {
        guard money.amount > 0 else { return price == 0 ? Int(Int32.max) : 0 }
        return price > 0 ? Int(min(money.amount / price, Int64(Int32.max))) : Int(Int32.max)
    }

    /// - Returns: whether any fund's division changed.
    private mutating func divide(_ flow: FundingFlow) -> Bool {
        var isChanged = false
        for (fund, slots) in slotsOfFund.enumerated() where isMixed(fund) {
            let isScarce = flow.isFull[slots[0]] && !isShared[fund]
            guard !isScarce, slots.contains(where: { flow.isFull[$0] }) else { continue }
            let used = slots.map { flow.used($0) }
            var left = grid.offers[fund].money.amount
            for (slot, count) in zip(slots, used) {
                left -= Int64(count) * network.slots[slot].price
            }
            for (slot, count) in zip(slots, used) {
                let more = flow.isFull[slot] ? Int(left / max(1, network.slots[slot].price)) : 0
                left -= Int64(more) * network.slots[slot].price
                if more > 0 { isChanged = true }
                capacity[slot] = count + more
            }
            isShared[fund] = true
        }
        return isChanged
    }

    private func isMixed(_ fund: Int) -> Bool {
        !grid.offers[fund].givesPackages && slotsOfFund[fund].count > 1
    }

    /// Whether no other division of any fund's money can do better.
    ///
    /// Either nobody who went without asks for the fund, or it is spent at its cheapest price and a
    /// single dearer month would lose it at least one.
    func isBestDivision(_ flow: FundingFlow) -> Bool {
        slotsOfFund.enumerated().allSatisfy { fund, slots in
            guard isMixed(fund), slots.contains(where: { flow.isFull[$0] }) else { return true }
            guard !isShared[fund], flow.isFull[slots[0]] else { return false }
            let money = grid.offers[fund].money.amount
            let cheapest = network.slots[slots[0]].price
            return slots.dropFirst().allSatisfy {
                let dear = network.slots[$0].price
                return cheapest > 0
                    && (money < dear || (money - dear) / cheapest + 1 < money / cheapest)
            }
        }
    }

    /// The same flow, with all of a fund's money at each of its prices at once: what it costs then,
    /// it costs at least.
    func loosened(_ flow: FundingFlow) -> FundingFlow {
        var flow = flow
        for (fund, slots) in slotsOfFund.enumerated() where isMixed(fund) {
            for slot in slots { flow.setCapacity(fits(fund, slot), of: slot) }
        }
        return flow
    }

    /// Person-months that nobody can exceed, by the duality of linear programmes: whatever a rupiah
    /// of each fund is said to be worth, the worth of all money and of what it leaves over for each
    /// person-month bounds what can be covered. Here it is worth what it buys where it ran out.
    func bound(_ flow: FundingFlow) -> Int {
        let worth = network.slots.indices.map { flow.isFull[$0] }
        var unit: Int64 = 1
        var divisor = [Int64](repeating: 0, count: grid.offers.count)
        for (fund, slots) in slotsOfFund.enumerated() where !grid.offers[fund].givesPackages {
            guard let dearest = slots.last(where: { worth[$0] }) else { continue }
            let isScarce = worth[slots[0]] && !isShared[fund]
            divisor[fund] = network.slots[isScarce ? slots[0] : dearest].price
            guard divisor[fund] > 0 else { return .max }
            unit = FundingPurses.commonMultiple(unit, divisor[fund])
            if unit > 1 << 40 { return .max }
        }
        var sum: Int128 = 0
        for (slot, its) in network.slots.enumerated() where its.packageMonth != nil && worth[slot] {
            sum += Int128(capacity[slot]) * Int128(unit)
        }
        for (fund, price) in divisor.enumerated() where price > 0 {
            let money = max(0, grid.offers[fund].money.amount)
            let useful = slotsOfFund[fund].count == 1 ? money / price * price : money
            sum += Int128(useful) * Int128(unit / price)
        }
        for type in 0..<network.edges.count - 1 {
            var rest: Int64 = 0
            for edge in network.edges(of: type) {
                let slot = Int(network.slotOfEdge[edge])
                let price = divisor[network.slots[slot].fund]
                let paid =
                    network.slots[slot].packageMonth != nil
                    ? (worth[slot] ? unit : 0)
                    : (price > 0 ? unit / price * network.priceOfEdge[edge] : 0)
                rest = max(rest, unit - paid)
            }
            sum += Int128(rest) * Int128(grid.sizeOfClass[type / grid.months])
        }
        return Int(sum / Int128(unit))
    }

    private static func commonMultiple(_ one: Int64, _ other: Int64) -> Int64 {
        var (large, small) = (one, other)
        while small != 0 { (large, small) = (small, large % small) }
        return one / large * other
    }
}
