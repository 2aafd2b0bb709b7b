package import Civic

/// How a report of a work accident stands towards its deadline.
package enum ReportStanding: Hashable, Sendable {
    case inTime
    /// Accepted, with the reason for the delay.
    case lateWithReason
    case refused
}

extension Law {
    /// How a stage-one report stands that was handed in at `report`. After the deadline the setting
    /// `lateAccidentReport` decides.
    /// - Throws: a problem of kind input when no law was in force.
    package func standing(
        ofReport report: LocalMoment, accident: LocalMoment
    ) throws(Problem) -> ReportStanding {
        if report <= (try due(.accidentReport, after: accident)) { return .inTime }
        return settings.lateAccidentReport == .refuse ? .refused : .lateWithReason
    }
}
