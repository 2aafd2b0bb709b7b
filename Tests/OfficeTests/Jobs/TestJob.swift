import Civic
import Office
import Store
import Synchronization

/// Three steps, each noted, that stand still before the step a test names.
final class TestJob: JobHandler {
    struct Log {
        var steps: [String] = []
        var refused: [String] = []
        var isHeld = true
    }

    let kind = JobKind.backup
    let log = Mutex(Log())
    private let name: String
    private let stopsBefore: Int?
    private let isDeaf: Bool
    private let fault: Problem?

    /// - Parameters:
    ///   - name: whose steps these are.
    ///   - stopsBefore: the step before which it waits until it is let go or cancelled.
    ///   - isDeaf: goes on waiting when it is cancelled.
    ///   - fault: what ends every attempt.
    init(_ name: String, stopsBefore: Int? = nil, isDeaf: Bool = false, fault: Problem? = nil) {
        self.name = name
        self.stopsBefore = stopsBefore
        self.isDeaf = isDeaf
        self.fault = fault
    }

    var steps: [String] { log.withLock { $0.steps } }
    var refused: [String] { log.withLock { $0.refused } }

    func letGo() { log.withLock { $0.isHeld = false } }

    func occurrence(at instant: Instant) -> NewJob? {
        NewJob(kind: kind.rawValue, key: "backup:test", runAfter: Instant(milliseconds: 0))
    }

    @concurrent func run(_ desk: JobDesk) async throws(Problem) {
        if let fault { throw fault }
        for step in (Int(desk.claim.progress) ?? 0) + 1...3 {
            if step == stopsBefore { try await hold() }
            do throws(Problem) {
                try await desk.note(String(step))
            } catch {
                log.withLock { $0.refused.append(error.code) }
                throw error
            }
            log.withLock { $0.steps.append("\(name)\(step)") }
        }
    }

    private func hold() async throws(Problem) {
        while log.withLock({ $0.isHeld }) {
            if Task.isCancelled, !isDeaf { throw Problem.storeCancelled() }
            await Task.yield()
        }
    }
}

/// What a runner reported.
final class Reports: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func note(_ report: JobReport) {
        let line =
            switch report {
            case .begun: "begun"
            case .done: "done"
            case .failed(_, let problem, let retry):
                "\(retry == nil ? "given up" : "failed") \(problem.code)"
            case .lost: "lost"
            case .givenBack: "given back"
            case .trouble(let problem): "trouble \(problem.code)"
            }
        lines.withLock { $0.append(line) }
    }
}
