import Civic

/// What columns hold, judged by their cells alone: for lists without a header and for columns whose
/// heading nobody would guess.
struct ContentGuess {
    /// Position of the field and what it holds, surest first.
    private(set) var columns: [(field: Int, column: Column)] = []

    /// A column counts as recognised when this share of its filled cells fits, in percent.
    private static let neededShare = 70

    init(_ rows: [SampleRow], width: Int) {
        var numbers: [(field: Int, distinct: Int)] = []
        for field in 0..<width {
            let cells = rows.compactMap { row -> String? in
                guard field < row.fields.count, !row.fields[field].isEmpty else { return nil }
                return row.fields[field]
            }
            guard cells.count >= 2 else { continue }
            if ContentGuess.share(cells, ContentGuess.isSixteenDigits) {
                numbers.append((field, Set(cells).count))
            } else if ContentGuess.share(cells, ContentGuess.isBirthDate) {
                columns.append((field, .birthDate))
            } else if ContentGuess.share(cells, { ["L", "P", "l", "p"].contains($0) }) {
                columns.append((field, .sex))
            } else if ContentGuess.share(cells, ContentGuess.isPhone) {
                columns.append((field, .phone))
            } else if ContentGuess.share(cells, ContentGuess.isName) {
                columns.append((field, .name))
            }
        }
        // Of two columns of sixteen digits the one that repeats itself is the family card.
        numbers.sort { ($0.distinct, -$0.field) > ($1.distinct, -$1.field) }
        for (number, column) in zip(numbers, [Column.nik, .familyCard]) {
            columns.append((number.field, column))
        }
    }

    private static func share(_ cells: [String], _ fits: (String) -> Bool) -> Bool {
        cells.count(where: fits) * 100 >= cells.count * neededShare
    }

    private static func isSixteenDigits(_ cell: String) -> Bool {
        let digits = cell.utf8.filter(ASCII.isDigit)
        return digits.count == 16 && cell.utf8.count <= 20
    }

    private static func isBirthDate(_ cell: String) -> Bool {
        guard cell.utf8.count >= 8, cell.utf8.count <= 20,
            let latest = Day(year: 2100, month: 1, day: 1),
            let date = WrittenDate.read(cell, notAfter: latest)
        else { return false }
        return (1910...2030).contains(date.day.year) && date.precision != .yearOnly
    }

    private static func isPhone(_ cell: String) -> Bool {
        (cell.hasPrefix("08") || cell.hasPrefix("62") || cell.hasPrefix("+62"))
            && PhoneNumber(cell) != nil
    }

    private static func isName(_ cell: String) -> Bool {
        let letters = cell.utf8.count(where: ASCII.isLetter)
        return letters >= 3
            && letters + cell.utf8.count { $0 == 32 || $0 == 46 || $0 == 39 }
                == cell.utf8.count
            && cell.contains(" ")
    }
}
