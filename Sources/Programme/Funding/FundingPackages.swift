import Civic

/// Gives out whole packages as a filled network suggests, where each month was filled on its own.
struct FundingPackages {
    private let grid: FundingGrid
    private let people: FundingPeople

    init(_ grid: FundingGrid, _ people: FundingPeople) {
        self.grid = grid
        self.people = people
    }

    /// Payers of everybody who gets a package.
    func givenOut(like flow: FundingFlow) -> FundingPayers {
        var payers = FundingPayers(people: grid.wave.people.count, months: grid.months)
        for (fund, offer) in grid.offers.enumerated() where offer.givesPackages {
            var left = Purse(money: offer.money.amount, seats: offer.seats ?? .max)
            let wishes = wishes(fund, flow)
            for wish in wishes { hand(fund, wish.position, wish.agreed, &left, &payers) }
            for wish in wishes where wish.hoped > wish.agreed {
                hand(fund, wish.position, wish.hoped - wish.agreed, &left, &payers)
            }
            for wish in wishes { hand(fund, wish.position, .max, &left, &payers) }
        }
        return payers
    }

    private struct Purse {
        var money: Int64
        var seats: Int
    }

    private struct Wish {
        let position: Int
        /// Packages that all months of the window want.
        let agreed: Int
        /// Packages that some month wants.
        let hoped: Int
        let price: Int64
    }

    /// The classes a fund may pay, those that the network gave most first.
    private func wishes(_ fund: Int, _ flow: FundingFlow) -> [Wish] {
        let network = flow.network
        var wishes: [Wish] = []
        for position in 0..<grid.classes
        where grid.fundsOfClass[position].contains(Int32(fund)) && grid.sizeOfClass[position] > 0 {
            let counts = grid.windows[fund].map { month in
                network.edges(of: position * grid.months + month).reduce(0) { sum, edge in
                    let slot = network.slots[Int(network.slotOfEdge[edge])]
                    return slot.fund == fund ? sum + Int(flow.flow[edge]) : sum
                }
            }
            wishes.append(
                Wish(
                    position: position, agreed: counts.min() ?? 0, hoped: counts.max() ?? 0,
                    price: grid.packagePrice(fund, position)))
        }
        return wishes.sorted { ($1.agreed, $1.hoped, $0.price) < ($0.agreed, $0.hoped, $1.price) }
    }

    private func hand(
        _ fund: Int, _ position: Int, _ count: Int, _ left: inout Purse,
        _ payers: inout FundingPayers
    ) {
        let price = grid.packagePrice(fund, position)
        var wanted = min(count, left.seats)
        guard wanted > 0, left.money >= price else { return }
        for person in people.of(position) {
            if wanted == 0 || left.money < price { return }
            guard grid.windows[fund].allSatisfy({ payers[person, $0] < 0 }) else { continue }
            for month in grid.windows[fund] { payers[person, month] = fund }
            wanted -= 1
            left.seats -= 1
            left.money -= price
        }
    }
}
