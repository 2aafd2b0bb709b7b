import Civic

/// Where money waits for person-months: a *slot* holds so many of them, at one price.
///
/// A fund whose price is the same for all it may pay is one slot. A fund with several prices has
/// one slot for each, and its money is divided between them. A fund that gives packages has one for
/// each month of its window, as many as it has packages.
///
/// A *type* is a class in one month. Edges lead from types to the slots that may pay them.
struct FundingNetwork: Sendable {
    struct Slot: Sendable {
        let fund: Int
        /// Rupiah; for a package the price of its cheapest sector in that month.
        let price: Int64
        /// Nil for money that pays any month.
        let packageMonth: Int?
    }

    let months: Int
    let slots: [Slot]
    /// Edges of type `t`: `edges[t]..<edges[t + 1]`, in the order in which funds are tried.
    let edges: [Int32]
    let slotOfEdge: [Int32]
    let typeOfEdge: [Int32]
    let priceOfEdge: [Int64]
    init(_ grid: FundingGrid) {
        let laid = FundingNetwork.laySlots(grid)
        slots = laid.slots
        months = grid.months
        var edges: [Int32] = [0]
        var slotOfEdge: [Int32] = []
        var typeOfEdge: [Int32] = []
        var priceOfEdge: [Int64] = []
        for position in 0..<grid.classes {
            for month in 0..<grid.months {
                for fund in grid.fundsOfClass[position] {
                    let fund = Int(fund)
                    guard grid.windows[fund].contains(month) else { continue }
                    let price = grid.price(fund, position, month)
                    guard let slot = laid.slotOf(grid, fund, month, price) else { continue }
                    slotOfEdge.append(Int32(slot))
                    typeOfEdge.append(Int32(position * grid.months + month))
                    priceOfEdge.append(price)
                }
                edges.append(Int32(slotOfEdge.count))
            }
        }
        self.edges = edges
        self.slotOfEdge = slotOfEdge
        self.typeOfEdge = typeOfEdge
        self.priceOfEdge = priceOfEdge
    }

    func edges(of type: Int) -> Range<Int> { Int(edges[type])..<Int(edges[type + 1]) }

    /// Slots of one fund, cheapest first.
    func slots(of fund: Int) -> [Int] {
        slots.indices.filter { slots[$0].fund == fund }.sorted { slots[$0].price < slots[$1].price }
    }

    private struct Layout {
        var slots: [Slot] = []
        /// By fund.
        var first: [Int] = []

        func slotOf(_ grid: FundingGrid, _ fund: Int, _ month: Int, _ price: Int64) -> Int? {
            if grid.offers[fund].givesPackages {
                return first[fund] + month - grid.windows[fund].lowerBound
            }
            var slot = first[fund]
            while slot < slots.count, slots[slot].fund == fund {
                if slots[slot].price == price { return slot }
                slot += 1
            }
            return nil
        }
    }

    private static func laySlots(_ grid: FundingGrid) -> Layout {
        var layout = Layout()
        for fund in grid.offers.indices {
            layout.first.append(layout.slots.count)
            let classes = (0..<grid.classes).filter {
                grid.sizeOfClass[$0] > 0 && grid.fundsOfClass[$0].contains(Int32(fund))
            }
            if grid.offers[fund].givesPackages {
                for month in grid.windows[fund] {
                    let price = classes.map { grid.price(fund, $0, month) }.min() ?? 0
                    layout.slots.append(Slot(fund: fund, price: price, packageMonth: month))
                }
                continue
            }
            var prices: Set<Int64> = []
            for position in classes {
                for month in grid.windows[fund] {
                    prices.insert(grid.price(fund, position, month))
                }
            }
            for price in prices.sorted() {
                layout.slots.append(Slot(fund: fund, price: price, packageMonth: nil))
            }
        }
        return layout
    }
}
