import Civic

/// Ages of heads, numbers of children, deciles of families and deaths.
struct LifeTables: Sendable {
    private let headAges: [ClosedRange<Int>]
    private let headWeights: WeightedChoice
    private let children: WeightedChoice
    private let deciles: WeightedChoice
    /// By age up to 120.
    private let deaths: [Share]

    init(_ table: (String) throws(Problem) -> Table) throws(Problem) {
        var ages: [ClosedRange<Int>] = []
        var weights = WeightedChoice()
        for row in try table("synth/head-ages").rows {
            ages.append(try row.range("age_from", "age_to"))
            weights.add(try row.number("weight"))
        }
        headAges = ages
        headWeights = weights
        var children = WeightedChoice()
        for row in try table("synth/children").rows { children.add(try row.number("weight")) }
        self.children = children
        var deciles = WeightedChoice()
        for row in try table("synth/deciles").rows { deciles.add(try row.number("weight")) }
        self.deciles = deciles
        var deaths = Array(repeating: Share.never, count: 121)
        for row in try table("synth/mortality").rows {
            let share = Share(try row.fraction("share"))
            for age in try row.range("age_from", "age_to").clamped(to: 0...120) {
                deaths[age] = share
            }
        }
        self.deaths = deaths
    }

    func headAge(_ dice: inout SeededGenerator) -> Int {
        dice.within(headAges[headWeights.pick(&dice)])
    }

    func childCount(_ dice: inout SeededGenerator) -> Int { children.pick(&dice) }

    /// 1 to the number of rows of the table.
    func decile(_ dice: inout SeededGenerator) -> Int { deciles.pick(&dice) + 1 }

    func death(atAge age: Int) -> Share { deaths[min(max(age, 0), 120)] }
}
