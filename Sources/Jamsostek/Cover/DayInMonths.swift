package import Civic

extension Day {
    /// The same day of the month `months` later; the 31st becomes the last day of a shorter month.
    package func adding(months: Int) -> Day {
        let target = month + months
        let day = min(parts.day, target.lastDay.parts.day)
        return target.firstDay + (day - 1)
    }

    /// Completed months from this day to `day`; zero when `day` is earlier.
    package func completedMonths(until day: Day) -> Int {
        let difference = day.month - month
        return max(0, adding(months: difference) <= day ? difference : difference - 1)
    }
}
