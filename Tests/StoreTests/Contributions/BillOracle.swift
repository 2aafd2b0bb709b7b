import Civic

/// Bills, payments and bridges told as simply as can be: a handful of dictionaries, walked through
/// one by one.
struct BillOracle {
    struct Key: Hashable {
        let person: Int
        let month: Int
    }

    struct Cover {
        var fund: String
        var state: String
        var bill: Int?
    }

    struct Paper {
        let fund: String
        let month: Int
        var state = "draft"
    }

    static let price = 16_800

    private(set) var covers: [Key: Cover] = [:]
    private(set) var bills: [Paper] = []
    private(set) var free: [String: Int] = [:]
    private(set) var paid: [String: Int] = [:]
    private(set) var events = 0

    mutating func allot(_ people: Int, to fund: String) {
        free[fund, default: 0] += people * BillOracle.price
    }

    mutating func promise(_ person: Int, months: Int, from fund: String) {
        for month in 0..<months {
            covers[Key(person: person, month: month)] = Cover(fund: fund, state: "promised")
            free[fund, default: 0] -= BillOracle.price
        }
    }

    /// - Returns: how many bills.
    mutating func run(_ month: Int) -> Int {
        let due = covers.filter { $0.key.month == month && $0.value.state == "promised" }
        let funds = Set(due.map(\.value.fund)).sorted()
        for fund in funds {
            bills.append(Paper(fund: fund, month: month))
            for key in due.keys where covers[key]?.fund == fund {
                covers[key]?.state = "billed"
                covers[key]?.bill = bills.count
            }
        }
        return funds.count
    }

    mutating func order(_ bill: Int) -> Bool {
        guard bills[bill - 1].state == "draft" else { return false }
        bills[bill - 1].state = "ordered"
        return true
    }

    mutating func pay(_ bill: Int) -> Bool {
        guard bills[bill - 1].state == "ordered" else { return false }
        bills[bill - 1].state = "paid"
        for key in keys(on: bill) {
            covers[key]?.state = "paid"
            paid[bills[bill - 1].fund, default: 0] += BillOracle.price
        }
        return true
    }

    mutating func withdraw(_ bill: Int) -> Bool {
        guard ["draft", "ordered"].contains(bills[bill - 1].state) else { return false }
        bills[bill - 1].state = "void"
        for key in keys(on: bill) {
            covers[key]?.state = "promised"
            covers[key]?.bill = nil
        }
        return true
    }

    /// - Returns: for how many; nil when the bill is not paid.
    mutating func refund(_ people: [Int], of bill: Int) -> Int? {
        guard bills[bill - 1].state == "paid" else { return nil }
        let back = keys(on: bill).filter { people.contains($0.person) }
            .filter { covers[$0]?.state == "paid" }
        for key in back {
            covers[key]?.state = "refunded"
            free[bills[bill - 1].fund, default: 0] += BillOracle.price
        }
        return back.count
    }

    /// - Returns: how many months; nil when the fund lacks the money.
    mutating func bridge(_ people: [Int], _ months: ClosedRange<Int>, to fund: String) -> Int? {
        let moving = covers.filter { key, cover in
            people.contains(key.person) && months.contains(key.month)
                && cover.state == "promised" && cover.fund != fund
        }
        guard moving.count * BillOracle.price <= free[fund] ?? 0 else { return nil }
        for (key, cover) in moving {
            free[cover.fund, default: 0] += BillOracle.price
            free[fund, default: 0] -= BillOracle.price
            covers[key]?.fund = fund
        }
        return moving.count
    }

    func keys(on bill: Int) -> [Key] { covers.filter { $0.value.bill == bill }.map(\.key) }

    func setAside(_ fund: String) -> Int {
        covers.values.count { $0.fund == fund && ["promised", "billed"].contains($0.state) }
            * BillOracle.price
    }

    /// Every month of everybody, in words.
    var lines: Set<String> {
        Set(
            covers.map { key, cover in
                "\(key.person) \(key.month) \(cover.fund) \(cover.state) \(cover.bill ?? 0)"
            })
    }
}
