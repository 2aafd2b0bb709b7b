import Civic
import Logging
import Office
import Store

/// What happens to jobs, as lines of the log.
struct JobLog: Sendable {
    let logger: Logger

    func note(_ report: JobReport) {
        switch report {
        case .begun(let claim): note(.debug, "job begun", claim)
        case .done(let claim): note(.info, "job done", claim)
        case .lost(let claim): note(.warning, "job taken over by another node", claim)
        case .givenBack(let claim): note(.info, "job given back", claim)
        case .failed(let claim, let problem, let retry):
            note(
                retry == nil ? .error : .warning, retry == nil ? "job given up" : "job failed",
                claim, cause: problem)
        case .trouble(let problem):
            logger.warning(
                "jobs cannot be looked for", metadata: ["cause": "\(problem.sentence(.english))"])
        }
    }

    private func note(
        _ level: Logger.Level, _ message: Logger.Message, _ claim: JobClaim,
        cause: Problem? = nil
    ) {
        var metadata: Logger.Metadata = ["job": "\(claim.key)", "attempt": "\(claim.attempts)"]
        if let cause { metadata["cause"] = "\(cause.sentence(.english))" }
        logger.log(level: level, message, metadata: metadata)
    }
}
