package import Civic
package import Store

/// What happened to a job on this node, for the log.
package enum JobReport: Sendable {
    case begun(JobClaim)
    case done(JobClaim)
    /// Tried again at `retry`; given up without it.
    case failed(JobClaim, Problem, retry: Instant?)
    /// Another node has it now.
    case lost(JobClaim)
    /// Left to another node, because this one stops.
    case givenBack(JobClaim)
    /// The store could not be asked.
    case trouble(Problem)
}
