import Civic

/// What stands in the three boxes for a day.
enum WrittenDay {
    case none
    case day(Day)
    case unreadable

    /// Reads the fields `hari`, `bulan` and `tahun` of a form.
    init(_ form: [String: String]) {
        let parts = ["tahun", "bulan", "hari"].map { Text.trimmed(form[$0] ?? "") }
        let numbers = parts.compactMap { Int($0) }
        if parts.allSatisfy(\.isEmpty) {
            self = .none
        } else if numbers.count == 3,
            let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
        {
            self = .day(day)
        } else {
            self = .unreadable
        }
    }
}
