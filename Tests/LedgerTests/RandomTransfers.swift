import Civic
import Ledger

/// Transfers as a careless office might ask for them: most make sense, some do not.
struct RandomTransfers {
    static let funds = ["apbd-2026", "csr-2026", "psr-2026"]
    private static let kept = 300
    private var random: SeededGenerator
    private var made = 0
    /// Lately asked for, lately held and lately moved: what further transfers speak of.
    private var asked: [Transfer] = []
    private var held: [String] = []
    private var moved: [String] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func set() -> [Transfer] {
        let size = chance(4) ? Int.random(in: 2...6, using: &random) : 1
        return (0..<size).map { _ in transfer() }
    }

    /// Takes note of what was done.
    mutating func note(_ entries: [Entry]) {
        for entry in entries {
            switch entry.kind {
            case .hold: RandomTransfers.keep(entry.key, in: &held, &random)
            case .post, .settle: RandomTransfers.keep(entry.key, in: &moved, &random)
            case .void, .reverse: break
            }
        }
    }

    private mutating func transfer() -> Transfer {
        if chance(40), let again = asked.randomElement(using: &random) { return again }
        let transfer = Transfer(key(), step(), note: chance(10) ? "SP2D" : nil)
        RandomTransfers.keep(transfer, in: &asked, &random)
        return transfer
    }

    private mutating func key() -> String {
        if chance(300) { return "" }
        if chance(300) { return String(repeating: "k", count: 201) }
        if chance(60), let taken = asked.randomElement(using: &random) { return taken.key }
        made += 1
        return "k\(made)"
    }

    private mutating func step() -> Transfer.Step {
        switch Int.random(in: 0..<12, using: &random) {
        case 0...3: return .post(movement())
        case 4...7: return .hold(movement())
        case 8: return .settle(of: original(held))
        case 9: return .settle(of: original(held), amount: amount(-1...60))
        case 10: return .void(of: original(held))
        default: return .reverse(of: original(moved))
        }
    }

    /// Half of the movements bring money. One fund is given so much that its accounts come to their
    /// bounds.
    private mutating func movement() -> Movement {
        let flows = Flow.allCases
        let isGift = Bool.random(using: &random)
        let flow = isGift ? .allotment : flows[Int.random(in: 1..<flows.count, using: &random)]
        let fund = chance(80) ? "?" : RandomTransfers.funds[Int.random(in: 0..<3, using: &random)]
        let most = Movement.amountMax.amount
        let isFlood = fund == "psr-2026" && isGift
        let purpose = chance(2) ? Purpose(period: Month(number: 24_312)) : Purpose()
        return Movement(
            fund: fund, flow, amount(isFlood ? most - 9...most + 1 : -2...100), for: purpose)
    }

    private mutating func original(_ likely: [String]) -> String {
        if chance(50) { return "?" }
        if chance(8) { return asked.randomElement(using: &random)?.key ?? "?" }
        return likely.randomElement(using: &random) ?? "?"
    }

    private mutating func amount(_ range: ClosedRange<Int64>) -> Rupiah {
        Rupiah(.random(in: range, using: &random))
    }

    /// True once in `count` times.
    private mutating func chance(_ count: Int) -> Bool {
        Int.random(in: 0..<count, using: &random) == 0
    }

    private static func keep<T>(
        _ item: T, in list: inout [T], _ random: inout SeededGenerator
    ) {
        if list.count < kept {
            list.append(item)
        } else {
            list[Int.random(in: 0..<list.count, using: &random)] = item
        }
    }
}
