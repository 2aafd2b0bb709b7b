import Civic
import Dispatch
import Synchronization

/// Makes rows on one thread while another writes them: each costs about as much as the other.
final class PersonPipe: Sendable {
    private struct State {
        var batches: [PersonBatch] = []
        var result: Result<PersonTotals, Problem>?
        /// Nobody writes any more.
        var isCancelled = false
    }

    private static let waitingMax = 4

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let news = DispatchSemaphore(value: 0)

    private init() {
        // A semaphore must not end with less than it began with, as it would after a failure.
        for _ in 0..<PersonPipe.waitingMax { room.signal() }
    }

    /// Hands all people of `run` to `write`, batch after batch, and tells what they come to. The
    /// thread of the caller writes, and waits meanwhile: it must not be one of those that serve
    /// requests, which that of a transaction never is.
    static func run(
        _ run: ImportRun, with loader: PersonLoader,
        into write: (PersonBatch) throws(Problem) -> Void
    ) throws(Problem) -> PersonTotals {
        let pipe = PersonPipe()
        // A serial queue has a thread of its own, however many others block.
        DispatchQueue(label: "sigap.rows").async { pipe.fill(run, loader) }
        do throws(Problem) {
            while let batch = pipe.next() { try write(batch) }
        } catch {
            pipe.cancel()
            throw error
        }
        guard let result = pipe.state.withLock({ $0.result }) else {
            throw Problem.storeCancelled()
        }
        return try result.get()
    }

    private func fill(_ run: ImportRun, _ empty: PersonLoader) {
        var loader = empty
        do throws(Problem) {
            try run.people { person throws(Problem) in
                try loader.add(person)
                if let batch = loader.fullBatch() { try send(batch) }
            }
            try loader.finish()
            try send(loader.takeBatch())
            end(.success(loader.totals))
        } catch {
            end(.failure(error))
        }
    }

    private func send(_ batch: PersonBatch) throws(Problem) {
        room.wait()
        let isCancelled = state.withLock { state in
            if !state.isCancelled { state.batches.append(batch) }
            return state.isCancelled
        }
        if isCancelled { throw Problem.storeCancelled() }
        news.signal()
    }

    private func end(_ result: Result<PersonTotals, Problem>) {
        state.withLock { $0.result = result }
        news.signal()
    }

    /// Nil after the last batch.
    private func next() -> PersonBatch? {
        news.wait()
        let batch = state.withLock { state in
            state.batches.isEmpty ? nil : state.batches.removeFirst()
        }
        if batch != nil { room.signal() }
        return batch
    }

    /// Lets the thread that makes rows end, which nothing else depends on.
    private func cancel() {
        state.withLock { $0.isCancelled = true }
        room.signal()
    }
}
