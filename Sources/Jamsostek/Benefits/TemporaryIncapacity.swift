package import Civic

/// The share of income paid in some months of incapacity for work.
struct IncapacityStep: Sendable {
    /// Counted from 1.
    let firstMonth: Int
    /// Nil: until healed.
    let lastMonth: Int?
    let percent: Int64
    let source: CitationSet

    static func timeline(
        _ table: Table, citations: CitationRegister
    ) throws(Problem) -> Timeline<[IncapacityStep]> {
        let timeline = try table.versions { (row) throws(Problem) in
            IncapacityStep(
                firstMonth: Int(try row.integer("first_month")),
                lastMonth: row.optional("last_month") == nil
                    ? nil : Int(try row.integer("last_month")),
                percent: try row.integer("percent"), source: try citations.source(of: row))
        }
        for entry in timeline.entries {
            var next: Int? = 1
            for step in entry.value {
                guard step.firstMonth == next else {
                    throw Problem.gap("\(table.name) \(step.firstMonth)", entry.period.from)
                }
                next = step.lastMonth.map { $0 + 1 }
            }
            guard next == nil else { throw Problem.gap(table.name, entry.period.from) }
        }
        return timeline
    }
}

/// How long a member could not work.
package enum IncapacityLength: Hashable, Sendable {
    case days(Int)
    case months(Int)
}

extension Law {
    /// Temporary incapacity for work (STMB): the first twelve months the whole income, afterwards
    /// half of it until healed; a day is a thirtieth of a month.
    /// - Parameters:
    ///   - length: zero or more days or months, by the doctor's letters.
    ///   - declaredIncome: rupiah a month, as declared to the insurer.
    ///   - day: the day of the accident.
    /// - Returns: one amount, cut to whole rupiah once, at the end.
    /// - Throws: a problem of kind input when no law was in force.
    package func temporaryIncapacityBenefit(
        _ length: IncapacityLength, declaredIncome: Rupiah, on day: Day
    ) throws(Problem) -> BenefitAward {
        var reading = LawReading(self, on: day)
        let base = try reading.base(of: declaredIncome)
        let monthDays: Int
        let days: Int
        switch length {
        case .days(let count):
            monthDays = try reading.count(.incapacityMonthDays)
            days = count
        case .months(let count):
            monthDays = 1
            days = count
        }
        var percentDays: Int64 = 0
        for step in try incapacitySteps.inForce("incapacity", on: day) {
            let before = (step.firstMonth - 1) * monthDays
            guard days > before else { break }
            let end = step.lastMonth.map { min(days, $0 * monthDays) } ?? days
            percentDays += step.percent * Int64(end - before)
            reading.cite(step.source)
        }
        let amount = base.scaled(by: percentDays, over: 100 * Int64(monthDays))
        return BenefitAward(
            items: [BenefitItem(.temporaryIncapacity, amount)], rules: reading.rules)
    }
}
