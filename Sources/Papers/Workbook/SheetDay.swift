import Civic

/// Days as spreadsheets count them.
enum SheetDay {
    private static let daysTo1970: Int32 = 25_569
    /// Excel believes in a 29 February 1900; the days before it count one less.
    private static let afterFalseLeapDay: Int32 = 61

    /// The number of the day, 1 for 1900-01-01; nil for the days before, which Excel cannot show.
    static func serial(_ day: Day) -> Int32? {
        let counted = day.number + daysTo1970
        let serial = counted < afterFalseLeapDay ? counted - 1 : counted
        return serial >= 1 ? serial : nil
    }
}
