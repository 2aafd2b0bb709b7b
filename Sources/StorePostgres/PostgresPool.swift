import Civic
import Dispatch
import Store
import Synchronization

/// A bounded number of connections, each with the thread that waits for it: libpq blocks, which must
/// never happen on the threads that serve requests.
final class PostgresPool: Sendable {
    private struct State {
        var free: [PostgresLane]
        var waiting: [CheckedContinuation<PostgresLane?, Never>] = []
        var isClosed = false
    }

    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "sigap.postgres", attributes: .concurrent)
    /// Beyond this many waiting, the store is busy: the queue would only grow.
    private static let waitingMax = 2000

    init(lanes: Int, open: @escaping @Sendable () throws(Problem) -> PostgresSession) {
        state = Mutex(State(free: (0..<lanes).map { _ in PostgresLane(open) }))
    }

    /// Runs `work` on a connection that nobody else uses meanwhile.
    func run<T: Sendable>(
        _ work: @escaping @Sendable (PostgresLane) throws(Problem) -> T
    ) async throws(Problem) -> T {
        guard let lane = await take() else { throw Problem.storeBusy() }
        let result: Result<T, Problem> = await withCheckedContinuation { continuation in
            queue.async {
                do throws(Problem) {
                    continuation.resume(returning: .success(try work(lane)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        give(back: lane)
        return try result.get()
    }

    /// Lets nobody in any more and ends the connections that are at rest.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            for lane in state.free { lane.drop() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: nil) }
    }

    private func take() async -> PostgresLane? {
        await withCheckedContinuation { continuation in
            let (isDecided, lane) = state.withLock { state -> (Bool, PostgresLane?) in
                if state.isClosed || state.waiting.count >= PostgresPool.waitingMax {
                    return (true, nil)
                }
                if let lane = state.free.popLast() { return (true, lane) }
                state.waiting.append(continuation)
                return (false, nil)
            }
            if isDecided { continuation.resume(returning: lane) }
        }
    }

    private func give(back lane: PostgresLane) {
        let next = state.withLock { state -> CheckedContinuation<PostgresLane?, Never>? in
            guard !state.waiting.isEmpty else {
                if state.isClosed { lane.drop() }
                state.free.append(lane)
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: lane)
    }
}

/// A place in the pool with the connection that is open there, if any. Used by one thread at a time,
/// as the pool hands it out.
final class PostgresLane: @unchecked Sendable {
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
