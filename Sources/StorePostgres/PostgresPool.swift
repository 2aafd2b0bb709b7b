import Civic
import Dispatch
import Store
import Synchronization

/// A bounded number of connections, each with the thread that waits for it: libpq blocks, which must
/// never happen on the threads that serve requests.
///
/// Writers take turns in the database, so that few of them may wait there: the others would hold
/// connections that readers need.
final class PostgresPool: Sendable {
    private struct State {
        var lanes: [PostgresLane]
        var isClosed = false
    }

    private let state: Mutex<State>
    private let places: WaitingLine
    private let writers: WaitingLine

    /// One that writes, and one that is ready when it has ended.
    private static let writersMax = 2

    /// - Parameters:
    ///   - count: how many connections there are at most.
    ///   - wait: how many seconds somebody waits for one at most.
    ///   - open: makes a connection.
    init(
        lanes count: Int, wait: Int, open: @escaping @Sendable () throws(Problem) -> PostgresSession
    ) {
        state = Mutex(State(lanes: (0..<count).map { _ in PostgresLane(open) }))
        places = WaitingLine(places: count, limit: .seconds(wait))
        writers = WaitingLine(places: PostgresPool.writersMax, limit: .seconds(wait))
    }

    /// Runs `work` on a connection that nobody else uses meanwhile.
    ///
    /// - Throws: `store-busy` when none was free in time, and what `work` throws.
    func run<T: Sendable>(
        isWriter: Bool, _ work: @escaping @Sendable (PostgresLane) throws(Problem) -> T
    ) async throws(Problem) -> T {
        guard isWriter else { return try await run(work) }
        guard await writers.enter() else { throw refusal() }
        defer { writers.leave() }
        return try await run(work)
    }

    /// Lets nobody in any more and ends the connections that are at rest.
    func close() {
        writers.close()
        places.close()
        state.withLock { state in
            state.isClosed = true
            for lane in state.lanes { lane.drop() }
        }
    }

    private func refusal() -> Problem { Task.isCancelled ? .storeCancelled() : .storeBusy() }

    private func run<T: Sendable>(
        _ work: @escaping @Sendable (PostgresLane) throws(Problem) -> T
    ) async throws(Problem) -> T {
        guard await places.enter() else { throw refusal() }
        defer { places.leave() }
        guard let lane = state.withLock({ $0.lanes.popLast() }) else { throw refusal() }
        defer { give(back: lane) }
        let result: Result<T, Problem> = await withCheckedContinuation { continuation in
            lane.queue.async {
                do throws(Problem) {
                    continuation.resume(returning: .success(try work(lane)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    private func give(back lane: PostgresLane) {
        state.withLock { state in
            if state.isClosed { lane.drop() }
            state.lanes.append(lane)
        }
    }
}

/// A place in the pool with the connection that is open there, if any. Used by one thread at a time,
/// as the pool hands it out.
final class PostgresLane: @unchecked Sendable {
    /// A serial queue has a thread whenever it needs one; those of concurrent queues are few, and
    /// come late when others block.
    let queue = DispatchQueue(label: "sigap.postgres")
    private let open: @Sendable () throws(Problem) -> PostgresSession
    private var current: PostgresSession?

    init(_ open: @escaping @Sendable () throws(Problem) -> PostgresSession) { self.open = open }

    func session() throws(Problem) -> PostgresSession {
        if let current, !current.isBroken { return current }
        let session = try open()
        current = session
        return session
    }

    /// Closes the connection; the next use opens another, perhaps to another server.
    func drop() { current = nil }
}
