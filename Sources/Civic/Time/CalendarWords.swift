/// Dates in words, for people: `5 November 2025`.
package enum CalendarWords {
    private static let indonesianMonths = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let indonesianDays = [
        "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
    ]
    private static let englishDays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    package static func monthName(_ month: Int, _ language: Language) -> String {
        (language == .english ? englishMonths : indonesianMonths)[month - 1]
    }

    /// `5 November 2025`.
    package static func text(_ day: Day, _ language: Language) -> String {
        let parts = day.parts
        return "\(parts.day) \(monthName(parts.month, language)) \(parts.year)"
    }

    /// `November 2025`.
    package static func text(_ month: Month, _ language: Language) -> String {
        "\(monthName(month.monthOfYear, language)) \(month.year)"
    }

    /// `Rabu, 5 November 2025`.
    package static func textWithWeekday(_ day: Day, _ language: Language) -> String {
        let names = language == .english ? englishDays : indonesianDays
        return "\(names[day.weekday - 1]), \(text(day, language))"
    }
}
