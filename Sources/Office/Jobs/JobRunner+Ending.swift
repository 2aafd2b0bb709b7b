import Civic
import Store

extension JobRunner {
    /// Notes how a job ended. Where that fails the lease stands still, and the job is done again.
    func end(_ claim: JobClaim, _ problem: Problem?, wasStopped: Bool) async {
        if work?.isLost == true { return }
        do throws(Problem) {
            if wasStopped, isStopping {
                if try await store.giveBack(claim) { report(.givenBack(claim)) }
            } else if let problem {
                try await fail(claim, problem)
            } else if try await store.finish(claim, at: clock.now()) {
                report(.done(claim))
            } else {
                report(.lost(claim))
            }
        } catch {
            report(.trouble(error))
        }
    }

    private func fail(_ claim: JobClaim, _ problem: Problem) async throws(Problem) {
        let now = clock.now()
        let isFinal = handlers[claim.kind]?.isFinal(problem) ?? false
        let isLast = isFinal || claim.attempts >= pace.attemptsMax
        let pause = pace.pause(after: claim.attempts, chance: .random(in: 0...1))
        let retry = isLast ? nil : now + pause
        // A job that was lost meanwhile is another node's to note.
        let isHeld = try await store.fail(claim, fault: problem.code, retry: retry, at: now)
        report(isHeld ? .failed(claim, problem, retry: retry) : .lost(claim))
    }
}
