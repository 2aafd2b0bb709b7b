import Civic

/// The ways in which lists write a date: the forms of `Data/synth/columns.tsv`.
enum DateForm: String, Sendable {
    case dashes = "dd-mm-yyyy"
    case slashes = "dd/mm/yyyy"
    case iso = "yyyy-mm-dd"
    case words = "d month yyyy"
    case shortWords = "d mon yyyy"
    /// A date of the spreadsheet; with slashes where the list is text.
    case cell = "date cell"

    /// The forms somebody may type.
    static let typed: [DateForm] = [.dashes, .slashes, .iso, .words, .shortWords]

    private static let months: [[UInt8]] = (1...12).map {
        Array(CalendarWords.monthName($0, .indonesian).utf8)
    }

    /// Appends year, month and day as they are, possible or not.
    func append(_ date: (year: Int, month: Int, day: Int), to bytes: inout [UInt8]) {
        switch self {
        case .dashes: DateForm.appendNumbers(date, between: UInt8(ascii: "-"), to: &bytes)
        case .slashes, .cell: DateForm.appendNumbers(date, between: UInt8(ascii: "/"), to: &bytes)
        case .iso:
            Digits.append(date.year, width: 4, to: &bytes)
            bytes.append(UInt8(ascii: "-"))
            Digits.append(date.month, width: 2, to: &bytes)
            bytes.append(UInt8(ascii: "-"))
            Digits.append(date.day, width: 2, to: &bytes)
        case .words, .shortWords:
            Digits.append(date.day, width: 1, to: &bytes)
            bytes.append(UInt8(ascii: " "))
            let month = DateForm.months[date.month - 1]
            bytes.append(contentsOf: self == .words ? month[...] : month.prefix(3))
            bytes.append(UInt8(ascii: " "))
            Digits.append(date.year, width: 4, to: &bytes)
        }
    }

    private static func appendNumbers(
        _ date: (year: Int, month: Int, day: Int), between mark: UInt8, to bytes: inout [UInt8]
    ) {
        Digits.append(date.day, width: 2, to: &bytes)
        bytes.append(mark)
        Digits.append(date.month, width: 2, to: &bytes)
        bytes.append(mark)
        Digits.append(date.year, width: 4, to: &bytes)
    }
}
