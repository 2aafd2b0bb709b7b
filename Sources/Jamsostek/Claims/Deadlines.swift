package import Civic

/// Terms that run by the clock, on every day of the week.
package enum HourDeadline: String, CaseIterable, Sendable {
    /// The stage-one report of a work accident.
    case accidentReport = "accident_report"
    case dataAccess = "data_access"
    case dataRectification = "data_rectification"
    case consentWithdrawal = "consent_withdrawal"
    case dataRestriction = "data_restriction"
    /// From the discovery of a breach.
    case breachNotice = "breach_notice"
}

/// Terms in working days within which the insurer pays after the papers are complete.
package enum PaymentDeadline: String, CaseIterable, Sendable {
    case workAccident = "jkk_payment"
    case death = "jkm_payment"
}

/// Terms in years after which a right is lost.
package enum ClaimExpiry: String, CaseIterable, Sendable {
    case workAccident = "jkk_claim"
    case death = "jkm_claim"
}

/// All terms of `deadlines.tsv` through time.
struct DeadlineTable: Sendable {
    private let timelines: [String: Timeline<ParameterValue>]

    init(_ table: Table, citations: CitationRegister) throws(Problem) {
        let units = DeadlineTable.units
        timelines = try table.timelines { (row) throws(Problem) in
            let name = try row.text("name")
            guard let unit = units[name] else { throw row.wrong("name", name) }
            guard try row.text("unit") == unit else { throw row.wrong("unit", unit) }
            return name
        } reading: { (row) throws(Problem) in
            ParameterValue(
                amount: try row.integer("amount"), source: try citations.source(of: row))
        }
        for name in units.keys.sorted() where timelines[name] == nil {
            throw Problem.missing(name, in: table.name)
        }
    }

    private static var units: [String: String] {
        var units: [String: String] = [:]
        for deadline in HourDeadline.allCases { units[deadline.rawValue] = "hours" }
        for deadline in PaymentDeadline.allCases { units[deadline.rawValue] = "working_days" }
        for deadline in ClaimExpiry.allCases { units[deadline.rawValue] = "years" }
        return units
    }

    func amount(of name: String, on day: Day) throws(Problem) -> Int {
        guard let timeline = timelines[name] else {
            preconditionFailure("every deadline was read when the law was loaded")
        }
        return Int(try timeline.inForce(name, on: day).amount)
    }
}

extension Law {
    /// The minute by which something is due that began at `moment`.
    /// - Throws: a problem of kind input when no law was in force.
    package func due(
        _ deadline: HourDeadline, after moment: LocalMoment
    ) throws(Problem) -> LocalMoment {
        moment.adding(hours: try deadlines.amount(of: deadline.rawValue, on: moment.day))
    }

    /// The last day on which the insurer pays in time after receiving complete papers on `day`,
    /// which does not count.
    /// - Throws: a problem of kind input when no law was in force, or the holidays of a year that
    ///   the term touches are unknown.
    package func paymentDue(
        _ deadline: PaymentDeadline, receivedOn day: Day
    ) throws(Problem) -> Day {
        try calendar.day(
            try deadlines.amount(of: deadline.rawValue, on: day), workingDaysAfter: day)
    }

    /// The day on which the right to claim ends: the date of the event, years later.
    /// - Throws: a problem of kind input when no law was in force.
    package func claimExpires(_ expiry: ClaimExpiry, after event: Day) throws(Problem) -> Day {
        event.adding(years: try deadlines.amount(of: expiry.rawValue, on: event))
    }

    /// The day `count` working days after `day`, for a term that the city sets itself. In years whose
    /// holidays are not known yet only weekends are free.
    package func officeDay(_ count: Int, workingDaysAfter day: Day) -> Day {
        calendar.officeDay(count, workingDaysAfter: day)
    }

    /// How many working days are left of a term that the city sets itself, from the day after `day`
    /// to `end`; below zero the days by which it is over.
    package func officeDays(from day: Day, to end: Day) -> Int {
        end < day
            ? -calendar.officeDays(after: end, through: day)
            : calendar.officeDays(after: day, through: end)
    }

    /// The public holidays and days of joint leave known, ascending.
    package var holidays: [Holiday] { calendar.holidays }
}
