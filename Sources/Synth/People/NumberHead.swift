import Civic

/// The first twelve digits of identity and card numbers, `PPKKCCDDMMYY`.
enum NumberHead {
    /// From a district `PPKKCC` and a day: a birth date, marked for women, or, without a sex, the day
    /// a card was issued.
    static func of(district: Int, _ day: Day, sex: Sex?) -> UInt64 {
        let date = day.parts
        let written = date.day + (sex == .female ? 40 : 0)
        return UInt64(district * 1_000_000 + written * 10_000 + date.month * 100 + date.year % 100)
    }
}

extension Day {
    func earlier(by days: Int) -> Day { self + -days }
}
