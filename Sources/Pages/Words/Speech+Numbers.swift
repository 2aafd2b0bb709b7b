package import Civic

/// Numbers, money and dates as the reader writes them: 11.666 and 89,3% in Indonesian, 11,666 and
/// 89.3% in English.
extension Speech {
    package func number(_ value: Int) -> String { punctuated(NumberText.grouped(value)) }

    /// With one decimal; a dash when there is no whole.
    package func percent(_ part: Int, of whole: Int) -> String {
        punctuated(NumberText.percent(part, of: whole))
    }

    /// `102` tenths are `10,2`.
    package func tenths(_ value: Int) -> String {
        value % 10 == 0
            ? number(value / 10) : punctuated("\(NumberText.grouped(value / 10)),\(value % 10)")
    }

    /// `25` hundredths are `0,25`.
    package func hundredths(_ value: Int) -> String {
        punctuated("\(NumberText.grouped(value / 100)),\(NumberText.padded(value % 100, to: 2))")
    }

    package func money(_ amount: Rupiah) -> String { punctuated(amount.description) }

    /// For headings: `Rp2,35 miliar`, `Rp580 juta`; exact below a million. Cut, not rounded: a
    /// heading never promises more than there is.
    package func shortMoney(_ amount: Rupiah) -> String {
        if amount.amount >= 1_000_000_000 {
            return self("money-billion", ["jumlah": rounded(amount, to: 1_000_000_000)])
        }
        if amount.amount >= 1_000_000 {
            return self("money-million", ["jumlah": rounded(amount, to: 1_000_000)])
        }
        return money(amount)
    }

    /// With at most two decimals.
    private func rounded(_ amount: Rupiah, to unit: Int64) -> String {
        let value = Int(amount.amount / (unit / 100))
        return "Rp\(value % 10 == 0 ? tenths(value / 10) : hundredths(value))"
    }

    package func day(_ day: Day) -> String { CalendarWords.text(day, language) }

    package func month(_ month: Month) -> String { CalendarWords.text(month, language) }

    /// `Jan`, `Agu`.
    package func shortMonth(_ month: Month) -> String {
        String(CalendarWords.monthName(month.monthOfYear, language).prefix(3))
    }

    package func moment(_ moment: Moment) -> String {
        self("moment-text", ["tanggal": day(moment.day), "jam": moment.clock])
    }

    /// Swaps points and commas for readers of English.
    private func punctuated(_ text: String) -> String {
        guard language == .english else { return text }
        return String(
            text.map { character in
                switch character {
                case ".": ","
                case ",": "."
                default: character
                }
            })
    }
}
