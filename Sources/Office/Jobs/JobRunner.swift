import Civic
package import Store

/// Does the work of one node: shows that the node lives, puts down what is due, takes one job at a
/// time, and takes over what another node left.
package actor JobRunner {
    /// A job under way.
    struct Work {
        let claim: JobClaim
        var task: Task<Void, Never>?
        /// Another node has it now.
        var isLost = false
        /// It is over, and that is being noted.
        var isEnding = false
    }

    nonisolated let store: CityStore
    nonisolated let clock: any JobClock
    nonisolated let pace: JobPace
    nonisolated let report: @Sendable (JobReport) -> Void
    private let node: String
    let handlers: [String: any JobHandler]
    private let start: Instant
    private var watch = LeaseWatch()
    var work: Work?
    var isStopping = false

    /// - Parameters:
    ///   - store: what all nodes share.
    ///   - handlers: what this node can do, one for each kind.
    ///   - node: name of this node, which no other has.
    ///   - clock: the time.
    ///   - pace: how quickly things are done.
    ///   - report: told what happens, from any thread.
    package init(
        _ store: CityStore, _ handlers: [any JobHandler], node: String,
        clock: any JobClock = MachineClock(), pace: JobPace = JobPace(),
        report: @escaping @Sendable (JobReport) -> Void
    ) {
        self.store = store
        self.handlers = Dictionary(uniqueKeysWithValues: handlers.map { ($0.kind.rawValue, $0) })
        self.node = node
        self.clock = clock
        self.pace = pace
        self.report = report
        start = clock.now()
    }

    /// Works until its task is cancelled; then gives back what is under way and leaves.
    package nonisolated func run() async {
        while !Task.isCancelled {
            // In a task of its own: a claim whose answer was cancelled would be held by nobody.
            await Task { await tick() }.value
            do { try await clock.sleep(for: pace.tick) } catch { break }
        }
        await Task { await stop() }.value
    }

    /// One round: a beat, and the beginning of a job when none is under way.
    package func tick() async {
        do throws(Problem) {
            try await beat()
            guard work == nil, !isStopping else { return }
            let now = clock.now()
            let due = handlers.values.compactMap { $0.occurrence(at: now) }
            try await store.enqueue(due.sorted { $0.key < $1.key }, at: now)
            try await take()
        } catch {
            watch.forget()
            report(.trouble(error))
        }
    }

    private func beat() async throws(Problem) {
        let held = work.flatMap { $0.isEnding || $0.isLost ? nil : $0.claim }
        let isHeld = try await store.beat(node, since: start, holding: held, at: clock.now())
        // While the store was asked, the job may have ended.
        guard !isHeld, let held, let work, work.claim == held, !work.isEnding else { return }
        self.work?.isLost = true
        work.task?.cancel()
        report(.lost(held))
    }

    private func take() async throws(Problem) {
        let abandoned = watch.abandoned(
            among: try await store.jobLeases(), at: clock.elapsed(), length: pace.lease)
        let claim = try await store.claimJob(
            of: handlers.keys.sorted(), for: node, at: clock.now(), abandoned: abandoned)
        guard let claim, let handler = handlers[claim.kind] else { return }
        report(.begun(claim))
        work = Work(claim: claim)
        work?.task = Task { await self.perform(handler, claim) }
    }

    private func perform(_ handler: any JobHandler, _ claim: JobClaim) async {
        var problem: Problem?
        do throws(Problem) {
            try await handler.run(JobDesk(store: store, claim: claim, clock: clock))
        } catch {
            problem = error
        }
        let wasStopped = problem != nil && Task.isCancelled
        work?.isEnding = true
        // Noted in a task of its own, which a cancellation of the work does not reach.
        await Task { [problem] in await end(claim, problem, wasStopped: wasStopped) }.value
        work = nil
    }

    /// Leaves the list of nodes; a job under way gets a moment to end, and is then left to others.
    package func stop() async {
        isStopping = true
        await settle()
        if let work {
            work.task?.cancel()
            await settle()
        }
        do throws(Problem) {
            // One that does not even stop when cancelled is given back over its head.
            if let work, !work.isLost, try await store.giveBack(work.claim) {
                report(.givenBack(work.claim))
            }
            try await store.leave(node)
        } catch {
            report(.trouble(error))
        }
    }

    private func settle() async {
        let end = clock.elapsed() + pace.settle
        while work != nil, clock.elapsed() < end {
            do { try await clock.sleep(for: .milliseconds(20)) } catch { return }
        }
    }
}
