package import Civic
import Jamsostek

/// What the guard found on one day.
package struct GuardFindings: Sendable {
    /// Somebody of whom a month is unpaid.
    package struct Risk: Sendable, Hashable {
        /// Place on the board.
        package let position: Int
        /// 1 to the most that the law allows; one more for whoever has lost cover.
        package let unpaid: Int
        /// The first day without cover.
        package let lapsesOn: Day
        /// The last day on which a payment may leave the city.
        package let safeDay: Day
    }

    /// How many have 0, 1, 2 … unpaid months; the last place is for whoever has lost cover.
    package private(set) var unpaid: [Int]
    /// For whom nothing was paid yet.
    package private(set) var notStarted = 0
    package private(set) var risks: [Risk] = []
    /// For how many each fund has promised or paid each month, this one first. Rows are funds; the
    /// last one is for whoever has no month at all.
    package private(set) var kept: [[Int]]
    /// Everybody whom each fund paid for last, by the same rows.
    package private(set) var standing: [Int]

    init(unpaidMax: Int, horizon: Int, funds: Int) {
        unpaid = [Int](repeating: 0, count: unpaidMax + 2)
        kept = [[Int]](repeating: [Int](repeating: 0, count: horizon), count: funds + 1)
        standing = [Int](repeating: 0, count: funds + 1)
    }

    package var people: Int { unpaid.reduce(0, +) + notStarted }

    mutating func count(_ report: CoverReport, _ policy: GuardPolicy, at position: Int) {
        let place: Int
        switch report.status {
        case .notStarted:
            notStarted += 1
            return
        case .active: place = 0
        case .inArrears(let months): place = min(months, unpaid.count - 2)
        case .lapsed: place = unpaid.count - 1
        }
        unpaid[place] += 1
        guard place > 0, let lapse = report.lapsesOn else { return }
        risks.append(
            Risk(
                position: position, unpaid: place, lapsesOn: lapse,
                safeDay: policy.safeDay(lapsingOn: lapse)))
    }

    /// Counts the months from today's on, lowest bit first.
    mutating func look(ahead bits: UInt64, fund: Int) {
        let row = fund < 0 ? kept.count - 1 : fund
        standing[row] += 1
        kept[row].withUnsafeMutableBufferPointer { counts in
            var bits = bits
            for month in counts.indices {
                counts[month] += Int(bits & 1)
                bits >>= 1
            }
        }
    }
}
