package import Civic
package import Jamsostek

extension Law {
    /// A term of the law in hours, for a sentence: the law itself answers with a moment.
    package func hours(of deadline: HourDeadline, on day: Day) throws(Problem) -> Int {
        guard let midnight = LocalMoment(day, hour: 0) else {
            preconditionFailure("every day begins at midnight")
        }
        let due = try due(deadline, after: midnight)
        return (due.day - day) * 24 + due.minute / 60
    }
}
