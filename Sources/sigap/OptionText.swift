import Civic

/// Reads option values and says what is wrong with them.
enum OptionText {
    static func day(_ text: String?, _ option: String) throws(Problem) -> Day? {
        guard let text else { return nil }
        guard let day = Day(iso: text) else { throw wrong(option, text, example: "2025-11-05") }
        return day
    }

    static func month(_ text: String?, _ option: String) throws(Problem) -> Month? {
        guard let text else { return nil }
        guard let month = Month(iso: text) else { throw wrong(option, text, example: "2026-01") }
        return month
    }

    static func atLeast<Number: BinaryInteger>(
        _ least: Number, _ value: Number?, _ option: String
    ) throws(Problem) -> Number? {
        guard let value else { return nil }
        guard value >= least else { throw wrong(option, "\(value)", example: "\(least)") }
        return value
    }

    /// A length of time in days, hours or minutes: `7d`, `26h`, `90m`.
    static func milliseconds(_ text: String, _ option: String) throws(Problem) -> Int64 {
        let lengths: [Character: Int64] = ["m": 60_000, "h": 3_600_000, "d": 86_400_000]
        guard let unit = text.last.flatMap({ lengths[$0] }), let count = Int32(text.dropLast()),
            count > 0
        else { throw wrong(option, text, example: "26h") }
        return Int64(count) * unit
    }

    /// A share of a hundred: `5%`, `2.5%` or `5`.
    static func percent(_ text: String, _ option: String) throws(Problem) -> Double {
        let number = text.hasSuffix("%") ? text.dropLast() : text[...]
        guard let share = Double(number), (0...100).contains(share) else {
            throw wrong(option, text, example: "5%")
        }
        return share
    }

    private static func wrong(_ option: String, _ text: String, example: String) -> Problem {
        Problem(
            .usage, "option-value",
            Phrase(
                "Nilai \"\(text)\" untuk \(option) tidak dapat dipakai.",
                en: "\(option) cannot be \"\(text)\"."),
            do: Phrase("Contoh: \(option) \(example)", en: "Example: \(option) \(example)"))
    }
}
